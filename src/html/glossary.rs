//! Terms that are explained where they stand (ordforklaring): a button in the text opens a few
//! sentences about the word.

use maud::{Markup, html};

use super::parts::icon;
use crate::rules::code::coded;
use crate::text::words::Words;

coded! {
    /// A term, by the code that texts have for it: `[egenbetaling](own_payment)`.
    pub enum Term {
        /// Botilbud.
        Housing = "housing",
        /// Midlertidigt botilbud.
        Temporary = "temporary",
        /// Længerevarende botilbud.
        LongTerm = "long_term",
        /// Bolig med lejekontrakt.
        Lease = "lease",
        /// Aflastning.
        Respite = "respite",
        /// Ophold i krise.
        Crisis = "crisis",
        /// Målgruppe.
        TargetGroup = "target_group",
        /// Nedsat funktionsevne.
        Impairment = "impairment",
        /// Særlige sociale problemer.
        SocialProblems = "social_problems",
        /// Bostøtte.
        HomeSupport = "home_support",
        /// Egenbetaling.
        OwnPayment = "own_payment",
        /// Rådighedsbeløb.
        Minimum = "minimum",
        /// Boligstøtte.
        HousingBenefit = "housing_benefit",
        /// Afgørelse.
        Decision = "decision",
        /// Bevilling.
        Grant = "grant",
        /// Ankestyrelsen.
        Board = "board",
        /// Opfølgning.
        FollowUp = "follow_up",
        /// Frit valg.
        FreeChoice = "free_choice",
        /// Tilbudsportalen.
        Portal = "portal",
    }
}

impl Term {
    /// The id of its explanation.
    fn id(self) -> String {
        format!("term-{}", self.code())
    }

    /// The term and what it means.
    fn told(self, words: &Words) -> [&'static str; 2] {
        let terms = &words.glossary.terms;
        macro_rules! told {
            ($($term:ident = $key:ident),+ $(,)?) => {
                match self { $(Term::$term => [terms.$key.term, terms.$key.meaning]),+ }
            };
        }
        told!(
            Housing = housing,
            Temporary = temporary,
            LongTerm = long_term,
            Lease = lease,
            Respite = respite,
            Crisis = crisis,
            TargetGroup = target_group,
            Impairment = impairment,
            SocialProblems = social_problems,
            HomeSupport = home_support,
            OwnPayment = own_payment,
            Minimum = minimum,
            HousingBenefit = housing_benefit,
            Decision = decision,
            Grant = grant,
            Board = board,
            FollowUp = follow_up,
            FreeChoice = free_choice,
            Portal = portal,
        )
    }
}

/// The beginning of the button that opens a term's explanation; nothing for what is no term.
pub fn opening(code: &str) -> Option<String> {
    let id = Term::from_code(code)?.id();
    Some(format!("<button type=\"button\" class=\"term\" popovertarget=\"{id}\">"))
}

/// The explanations, each hidden until its button is pressed.
pub fn explanations(words: &Words) -> Markup {
    html! {
        @for term in Term::ALL {
            @let ([name, meaning], id) = (term.told(words), term.id());
            @let name_id = format!("{id}-name");
            div.meaning id=(id) popover="auto" role="dialog" aria-labelledby=(name_id) {
                p.meaning-name id=(name_id) { (name) }
                p { (meaning) }
                button.function-link type="button" popovertarget=(id)
                    popovertargetaction="hide" { (icon("close")) (words.glossary.close) }
            }
        }
    }
}

/// All terms with what they mean, as a section of a page.
pub fn section(words: &Words) -> Markup {
    html! {
        section.section {
            h2 { (words.glossary.heading) }
            p { (words.glossary.lead) }
            dl.glossary {
                @for term in Term::ALL {
                    @let [name, meaning] = term.told(words);
                    div { dt { (name) } dd { (meaning) } }
                }
            }
        }
    }
}
