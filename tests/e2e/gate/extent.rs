//! How much of the gate is walked, as the person who runs it asks: `GATE=all` for every state in
//! every way of looking, `GATE=trees`, `GATE=paper` or `GATE=pictures` for that alone (pictures of
//! every state, in target/tmp/pictures/); `GATE_LANGUAGES=da,en` and `GATE_STATES=estimate` for some
//! languages and for states whose name has this in it.

use botilbud::text::words::Language;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// As ARCHITECTURE.md tells: enough for every change.
    Usual,
    Whole,
    Trees,
    Paper,
    Pictures,
}

fn asked(variable: &str) -> String {
    std::env::var(variable).unwrap_or_default()
}

impl Extent {
    pub fn asked() -> Extent {
        match asked("GATE").as_str() {
            "" => Extent::Usual,
            "all" => Extent::Whole,
            "trees" => Extent::Trees,
            "paper" => Extent::Paper,
            "pictures" => Extent::Pictures,
            other => panic!("GATE={other}: all, trees, paper or pictures"),
        }
    }

    /// Whether states are looked at as a whole.
    pub fn has_looks(self) -> bool {
        matches!(self, Extent::Usual | Extent::Whole)
    }

    pub fn has_trees(self) -> bool {
        self.has_looks() || self == Extent::Trees
    }

    pub fn has_paper(self) -> bool {
        self.has_looks() || self == Extent::Paper
    }
}

/// The languages asked for.
pub fn languages() -> impl Iterator<Item = Language> {
    let asked = asked("GATE_LANGUAGES");
    Language::ALL.iter().copied().filter(move |language| {
        asked.is_empty() || asked.split(',').any(|code| code == language.code())
    })
}

/// Whether a state is asked for.
pub fn has_state(state: &str) -> bool {
    state.contains(&asked("GATE_STATES"))
}

/// Whether every state is.
pub fn has_every_state() -> bool {
    asked("GATE_STATES").is_empty()
}
