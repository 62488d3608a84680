//! The rule of an offer as a decision table, made from the rule itself.
//!
//! The table is read from the top: the first row that fits has the verdict.

use super::{Bar, Fact, Question, rule};
use crate::rules::logic::ways::ways;
use crate::rules::logic::{Truth, Verdict};
use crate::rules::offer::Offer;

/// A row of a decision table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What must hold, in the order of the rule; the last row has no conditions.
    pub conditions: Vec<(Fact, Truth)>,
    /// The verdict of the first row that fits.
    pub verdict: Verdict,
}

impl Row {
    /// Whether every condition holds. An open answer counts as unknown.
    pub fn fits(&self, truth: &impl Fn(Fact) -> Truth) -> bool {
        self.conditions.iter().all(|(fact, wanted)| truth(*fact) == *wanted)
    }
}

/// The decision table of an offer: bars, what speaks against, what speaks for, what would speak
/// for the offer but is capped, and "otherwise possible".
pub fn table(offer: Offer) -> Vec<Row> {
    let bars: Vec<(Fact, Truth)> = bars_of(offer).iter().map(|bar| raised_by(*bar)).collect();
    let mut rows: Vec<Row> = Vec::new();
    for bar in &bars {
        rows.push(Row { conditions: vec![*bar], verdict: Verdict::Barred });
    }
    for way in ways(rule(offer), false) {
        // What a bar says already is not said again.
        let is_barred = way.facts.iter().any(|fact| bars.contains(fact));
        if !way.capped && !is_barred {
            rows.push(Row { conditions: way.facts, verdict: Verdict::Unlikely });
        }
    }
    let (capped, uncapped): (Vec<_>, Vec<_>) =
        ways(rule(offer), true).into_iter().partition(|way| way.capped);
    for way in uncapped {
        rows.push(Row { conditions: way.facts, verdict: Verdict::Likely });
    }
    for way in capped {
        rows.push(Row { conditions: way.facts, verdict: Verdict::Possible });
    }
    rows.push(Row { conditions: Vec::new(), verdict: Verdict::Possible });
    rows
}

/// The bars that an offer has, in the order of the contract.
pub fn bars_of(offer: Offer) -> &'static [Bar] {
    match offer {
        Offer::Respite => &[Bar::Under18, Bar::LivesInTemporaryHousing],
        Offer::Temporary | Offer::Crisis | Offer::LongTerm | Offer::Lease => &[Bar::Under18],
    }
}

/// The fact that raises a bar.
pub fn raised_by(bar: Bar) -> (Fact, Truth) {
    match bar {
        Bar::Under18 => (Fact::Adult, Truth::No),
        Bar::LivesInTemporaryHousing => (Fact::Says(Question::LivesInTemporaryHousing), Truth::Yes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdicts(offer: Offer) -> Vec<Verdict> {
        table(offer).iter().map(|row| row.verdict).collect()
    }

    #[test]
    fn a_table_begins_with_the_bars_and_ends_without_conditions() {
        for offer in Offer::ALL {
            let rows = table(*offer);
            let bars: Vec<Row> = bars_of(*offer)
                .iter()
                .map(|bar| Row { conditions: vec![raised_by(*bar)], verdict: Verdict::Barred })
                .collect();
            assert_eq!(rows[..bars.len()], bars);
            let last = Row { conditions: vec![], verdict: Verdict::Possible };
            assert_eq!(rows.last(), Some(&last));
        }
    }

    #[test]
    fn the_rows_of_temporary_housing() {
        use Verdict::{Barred, Likely, Possible, Unlikely};
        assert_eq!(
            verdicts(Offer::Temporary),
            [Barred, Unlikely, Unlikely, Likely, Likely, Likely, Likely, Possible],
        );
        let against = &table(Offer::Temporary)[2];
        assert_eq!(against.conditions, [(Fact::Says(Question::EnoughSupportAtHome), Truth::Yes)],);
    }

    #[test]
    fn a_crisis_stay_is_never_likely_and_social_problems_alone_make_long_term_housing_possible() {
        assert!(!verdicts(Offer::Crisis).contains(&Verdict::Likely));
        let social = (Fact::Says(Question::SpecialSocialProblems), Truth::Yes);
        let rows = table(Offer::LongTerm);
        let by_social: Vec<&Row> =
            rows.iter().filter(|row| row.conditions.contains(&social)).collect();
        assert_eq!(by_social.len(), 1);
        assert_eq!(by_social[0].verdict, Verdict::Possible);
    }
}
