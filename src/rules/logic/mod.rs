//! Three-valued logic: conditions that can be met, not met or unknown, and which questions can
//! still change the outcome.

pub mod ways;

use serde::{Serialize, Serializer};

use super::code::coded;
use super::map::SortedMap;

coded! {
    /// How an answer or a condition stands. Ordered: no < unknown < yes.
    pub enum Truth {
        /// Not met.
        No = "no",
        /// "Ved ikke": answered, but the person cannot tell.
        Unknown = "unknown",
        /// Met.
        Yes = "yes",
    }
}

impl Truth {
    /// Yes for no, no for yes.
    pub fn negated(self) -> Truth {
        match self {
            Truth::No => Truth::Yes,
            Truth::Unknown => Truth::Unknown,
            Truth::Yes => Truth::No,
        }
    }
}

impl From<bool> for Truth {
    fn from(met: bool) -> Truth {
        if met { Truth::Yes } else { Truth::No }
    }
}

/// The answers given so far; an absent answer is an unanswered question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers<Question>(SortedMap<Question, Truth>);

impl<Question: Ord + Copy> Answers<Question> {
    /// The answer to `question`, if there is one.
    pub fn get(&self, question: Question) -> Option<Truth> {
        self.0.get(&question).copied()
    }

    /// Sets or clears the answer to `question`.
    pub fn set(&mut self, question: Question, answer: Option<Truth>) {
        match answer {
            Some(truth) => self.0.insert(question, truth),
            None => self.0.remove(&question),
        }
    }

    /// The questions answered, in order, with their answers.
    pub fn iter(&self) -> impl Iterator<Item = (Question, Truth)> {
        self.0.iter().map(|(question, truth)| (*question, *truth))
    }

    /// Whether nothing is answered.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<Question: Ord + Copy + Serialize> Serialize for Answers<Question> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_map(self.iter())
    }
}

impl<Question> Default for Answers<Question> {
    fn default() -> Self {
        Answers(SortedMap::default())
    }
}

coded! {
    /// What the answers so far say of an offer. Never a decision: the municipality decides.
    pub enum Verdict {
        /// A firm obstacle stands in the way.
        Barred = "barred",
        /// Unanswered questions can still change the verdict.
        Incomplete = "incomplete",
        /// Every condition seems met.
        Likely = "likely",
        /// It cannot be told without the municipality's assessment.
        Possible = "possible",
        /// Some condition seems not met.
        Unlikely = "unlikely",
        /// The rule does not exist for this offer.
        NotOffered = "not_offered",
    }
}

impl From<Truth> for Verdict {
    fn from(truth: Truth) -> Verdict {
        match truth {
            Truth::Yes => Verdict::Likely,
            Truth::Unknown => Verdict::Possible,
            Truth::No => Verdict::Unlikely,
        }
    }
}

/// A rule as data: the same object is computed with and shown to people.
///
/// Each fact stands at most once in a criterion; [`deciding_facts`] relies on it.
#[derive(Debug)]
pub enum Criterion<Fact: 'static> {
    /// A fact that a person states or that follows from a date.
    Is(Fact),
    /// The opposite of a criterion.
    Not(&'static Criterion<Fact>),
    /// All of them are needed.
    All(&'static [Criterion<Fact>]),
    /// One of them is enough.
    Any(&'static [Criterion<Fact>]),
    /// A yes counts as unknown: the municipality must assess it in each case.
    AtMostPossible(&'static Criterion<Fact>),
}

/// The truth values that a fact or criterion may still take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TruthSet(u8);

impl TruthSet {
    /// Unanswered: every answer is still possible.
    pub const ANY: TruthSet = TruthSet(0b111);
    /// No value at all.
    const NONE: TruthSet = TruthSet(0);

    /// Just this value.
    pub const fn only(truth: Truth) -> TruthSet {
        TruthSet(1 << truth as u8)
    }

    /// The values of both sets.
    pub const fn or(self, other: TruthSet) -> TruthSet {
        TruthSet(self.0 | other.0)
    }

    fn contains(self, truth: Truth) -> bool {
        self.0 & TruthSet::only(truth).0 != 0
    }

    fn values(self) -> impl Iterator<Item = Truth> {
        Truth::ALL.iter().copied().filter(move |truth| self.contains(*truth))
    }

    fn map(self, f: impl Fn(Truth) -> Truth) -> TruthSet {
        self.values().fold(TruthSet::NONE, |set, truth| set.or(TruthSet::only(f(truth))))
    }

    /// The values that `f` gives for a value of each set.
    fn combine(self, other: TruthSet, f: fn(Truth, Truth) -> Truth) -> TruthSet {
        self.values().fold(TruthSet::NONE, |set, a| set.or(other.map(|b| f(a, b))))
    }
}

/// Pairs of truth values between which some context makes a difference.
#[derive(Clone, Copy)]
struct Differences([bool; 3]);

impl Differences {
    const PAIRS: [(Truth, Truth); 3] =
        [(Truth::No, Truth::Unknown), (Truth::Unknown, Truth::Yes), (Truth::No, Truth::Yes)];
    const ALL: Differences = Differences([true; 3]);

    fn between(self, a: Truth, b: Truth) -> bool {
        let Differences([low, high, both_ends]) = self;
        match (a.min(b), a.max(b)) {
            (Truth::No, Truth::Unknown) => low,
            (Truth::Unknown, Truth::Yes) => high,
            (Truth::No, Truth::Yes) => both_ends,
            _ => false,
        }
    }

    /// The pairs that still differ when seen through `f`, for some of its variants.
    fn through<F: Fn(Truth) -> Truth>(self, variants: impl Iterator<Item = F> + Clone) -> Self {
        Differences(
            Differences::PAIRS.map(|(a, b)| variants.clone().any(|f| self.between(f(a), f(b)))),
        )
    }
}

impl<Fact: Copy + PartialEq> Criterion<Fact> {
    /// How the criterion stands when `truth` tells how each fact stands.
    pub fn evaluate(&self, truth: &impl Fn(Fact) -> Truth) -> Truth {
        match self {
            Criterion::Is(fact) => truth(*fact),
            Criterion::Not(inner) => inner.evaluate(truth).negated(),
            Criterion::All(parts) => {
                parts.iter().map(|part| part.evaluate(truth)).min().unwrap_or(Truth::Yes)
            }
            Criterion::Any(parts) => {
                parts.iter().map(|part| part.evaluate(truth)).max().unwrap_or(Truth::No)
            }
            Criterion::AtMostPossible(inner) => inner.evaluate(truth).min(Truth::Unknown),
        }
    }

    /// The values that the criterion can still take, given those of its facts.
    fn values(&self, known: &impl Fn(Fact) -> TruthSet) -> TruthSet {
        match self {
            Criterion::Is(fact) => known(*fact),
            Criterion::Not(inner) => inner.values(known).map(Truth::negated),
            Criterion::All(parts) => combined(parts, known, Truth::min, Truth::Yes),
            Criterion::Any(parts) => combined(parts, known, Truth::max, Truth::No),
            Criterion::AtMostPossible(inner) => {
                inner.values(known).map(|truth| truth.min(Truth::Unknown))
            }
        }
    }

    /// Adds to `found` the facts whose open values some context tells apart.
    fn collect_deciding(
        &self,
        known: &impl Fn(Fact) -> TruthSet,
        differences: Differences,
        found: &mut Vec<Fact>,
    ) {
        if differences.0 == [false; 3] {
            return;
        }
        match self {
            Criterion::Is(fact) => {
                let values = known(*fact);
                let decides = values
                    .values()
                    .any(|a| values.values().any(|b| a < b && differences.between(a, b)));
                if decides {
                    found.push(*fact);
                }
            }
            Criterion::Not(inner) => {
                let inside = differences.through(std::iter::once(Truth::negated));
                inner.collect_deciding(known, inside, found);
            }
            Criterion::AtMostPossible(inner) => {
                let capped = |truth: Truth| truth.min(Truth::Unknown);
                inner.collect_deciding(known, differences.through(std::iter::once(capped)), found);
            }
            Criterion::All(parts) => {
                collect_from_parts(parts, known, differences, found, Truth::min, Truth::Yes);
            }
            Criterion::Any(parts) => {
                collect_from_parts(parts, known, differences, found, Truth::max, Truth::No);
            }
        }
    }

    /// Adds every fact of the criterion to `found`, in reading order.
    pub fn collect_facts(&self, found: &mut Vec<Fact>) {
        match self {
            Criterion::Is(fact) => found.push(*fact),
            Criterion::Not(inner) | Criterion::AtMostPossible(inner) => inner.collect_facts(found),
            Criterion::All(parts) | Criterion::Any(parts) => {
                for part in *parts {
                    part.collect_facts(found);
                }
            }
        }
    }
}

fn combined<Fact: Copy + PartialEq>(
    parts: &[Criterion<Fact>],
    known: &impl Fn(Fact) -> TruthSet,
    f: fn(Truth, Truth) -> Truth,
    neutral: Truth,
) -> TruthSet {
    parts
        .iter()
        .map(|part| part.values(known))
        .fold(TruthSet::only(neutral), |all, values| all.combine(values, f))
}

fn collect_from_parts<Fact: Copy + PartialEq>(
    parts: &'static [Criterion<Fact>],
    known: &impl Fn(Fact) -> TruthSet,
    differences: Differences,
    found: &mut Vec<Fact>,
    f: fn(Truth, Truth) -> Truth,
    neutral: Truth,
) {
    for (position, part) in parts.iter().enumerate() {
        let siblings = parts
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != position)
            .map(|(_, sibling)| sibling.values(known))
            .fold(TruthSet::only(neutral), |all, values| all.combine(values, f));
        let contexts = Truth::ALL
            .iter()
            .filter(|truth| siblings.contains(**truth))
            .map(|sibling| move |truth| f(truth, *sibling));
        part.collect_deciding(known, differences.through(contexts), found);
    }
}

/// The facts that can still change how `criterion` stands, in reading order: two of the fact's
/// open values give different outcomes for some choice of the other open values.
///
/// Exact, without trying every combination: since each fact stands once, the parts beside it can
/// take their values independently, so it is enough to carry down which pairs of values differ.
pub fn deciding_facts<Fact: Copy + PartialEq>(
    criterion: &'static Criterion<Fact>,
    known: &impl Fn(Fact) -> TruthSet,
) -> Vec<Fact> {
    let mut found = Vec::new();
    criterion.collect_deciding(known, Differences::ALL, &mut found);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    type Letters = Criterion<char>;

    static MIXED: Letters = Letters::All(&[
        Letters::Any(&[
            Letters::All(&[Letters::Is('a'), Letters::Is('b')]),
            Letters::AtMostPossible(&Letters::Is('c')),
        ]),
        Letters::Not(&Letters::Any(&[Letters::Is('d'), Letters::Not(&Letters::Is('e'))])),
    ]);

    /// Every way of leaving facts open or answering them, against trying all answers.
    #[test]
    fn deciding_facts_agree_with_trying_every_answer() {
        let letters = ['a', 'b', 'c', 'd', 'e'];
        let options: Vec<TruthSet> = (1..8).map(TruthSet).collect();
        let mut checked = 0;
        for code in 0..options.len().pow(letters.len() as u32) {
            let set = |letter: char| {
                let place = letters.iter().position(|l| *l == letter).unwrap();
                options[code / options.len().pow(place as u32) % options.len()]
            };
            let mut by_trial: Vec<char> =
                letters.iter().copied().filter(|l| differs_by_trial(*l, &letters, &set)).collect();
            let mut found = deciding_facts(&MIXED, &set);
            by_trial.sort_unstable();
            found.sort_unstable();
            assert_eq!(found, by_trial, "{code}");
            checked += 1;
        }
        assert_eq!(checked, 16_807);
    }

    fn differs_by_trial(letter: char, letters: &[char], set: &impl Fn(char) -> TruthSet) -> bool {
        let others: Vec<char> = letters.iter().copied().filter(|l| *l != letter).collect();
        let mut choices = vec![vec![]];
        for other in &others {
            choices = choices
                .into_iter()
                .flat_map(|choice: Vec<Truth>| {
                    set(*other)
                        .values()
                        .map(move |truth| {
                            let mut longer = choice.clone();
                            longer.push(truth);
                            longer
                        })
                        .collect::<Vec<_>>()
                })
                .collect();
        }
        choices.iter().any(|choice| {
            let outcome = |own: Truth| {
                MIXED.evaluate(&|l| match others.iter().position(|o| *o == l) {
                    Some(place) => choice[place],
                    None => own,
                })
            };
            let outcomes: Vec<Truth> = set(letter).values().map(outcome).collect();
            outcomes.iter().any(|o| *o != outcomes[0])
        })
    }
}
