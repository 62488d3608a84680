//! Free choice of offer (frit valg), for long-term housing and leases.
//!
//! Source: standard for long-term housing, "Hvem leverer indsatsen?"; the price limit since
//! 1 July 2025: serviceloven § 108, stk. 2.

use serde::Serialize;

use super::code::coded;
use super::date::Date;
use super::logic::{Answers, Criterion, Truth, TruthSet, Verdict, deciding_facts};
use super::money::{Money, Percent};
use super::offer::Housing;
use super::standard::Parameters;

coded! {
    /// A question about the offer that the person would like.
    pub enum Question {
        /// It suits the person's needs (egnet til at tilgodese behov).
        Suitable = "suitable",
        /// It is registered on Tilbudsportalen.
        Registered = "registered",
        /// It is not considerably dearer (ikke væsentligt dyrere).
        NotMuchDearer = "not_much_dearer",
        /// It lies in another municipality.
        OtherMunicipality = "other_municipality",
        /// Both municipalities find that such an offer is needed.
        BothMunicipalitiesAgree = "both_municipalities_agree",
    }
}

coded! {
    /// A condition of free choice.
    pub enum Condition {
        /// It suits the person's needs.
        Suitable = "suitable",
        /// It is registered on Tilbudsportalen.
        Registered = "registered",
        /// Its price is within the limit.
        Price = "price",
        /// It lies in this municipality, or both municipalities agree.
        Municipality = "municipality",
    }
}

type Rule = Criterion<Question>;

impl Condition {
    /// The rule of this condition.
    pub fn rule(self) -> &'static Criterion<Question> {
        match self {
            Condition::Suitable => &Rule::Is(Question::Suitable),
            Condition::Registered => &Rule::Is(Question::Registered),
            Condition::Price => &Rule::Is(Question::NotMuchDearer),
            Condition::Municipality => &MUNICIPALITY,
        }
    }
}

const MUNICIPALITY_EITHER: &[Rule] = &[
    Rule::Not(&Rule::Is(Question::OtherMunicipality)),
    Rule::Is(Question::BothMunicipalitiesAgree),
];
static MUNICIPALITY: Rule = Rule::Any(MUNICIPALITY_EITHER);

/// All conditions together.
pub static RULE: Rule = Rule::All(&[
    Rule::Is(Question::Suitable),
    Rule::Is(Question::Registered),
    Rule::Is(Question::NotMuchDearer),
    Rule::Any(MUNICIPALITY_EITHER),
]);

/// What is asked: a wish for a certain offer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Wish {
    /// The kind of offer.
    pub offer: Housing,
    /// The day on which the price limit is read.
    pub date: Date,
    /// The answers given so far.
    pub answers: Answers<Question>,
    /// The price of the offer wished for, kroner per month.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wanted_price: Option<Money>,
    /// The price of the offer that the municipality would choose, kroner per month; above zero.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference_price: Option<Money>,
}

/// What the rules say of free choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FreeChoice {
    /// What the answers so far say.
    pub verdict: Verdict,
    /// The open questions that can still change the verdict.
    pub missing: Vec<Question>,
    /// By how much the wished offer is dearer, in percent of the municipality's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price_difference_percent: Option<Percent>,
}

/// The verdict on free choice.
pub fn free_choice(wish: &Wish, parameters: &Parameters) -> FreeChoice {
    let price_difference_percent = match (wish.wanted_price, wish.reference_price) {
        (Some(wanted), Some(reference)) => wanted.percent_above(reference),
        _ => None,
    };
    if wish.offer == Housing::Temporary {
        let verdict = Verdict::NotOffered;
        return FreeChoice { verdict, missing: vec![], price_difference_percent };
    }
    let known = |question| match answer(question, wish, parameters) {
        Some(truth) => TruthSet::only(truth),
        None => TruthSet::ANY,
    };
    let deciding = deciding_facts(&RULE, &known);
    let missing: Vec<Question> =
        Question::ALL.iter().copied().filter(|question| deciding.contains(question)).collect();
    let verdict = match missing.is_empty() {
        true => Verdict::from(truth_of(&RULE, wish, parameters)),
        false => Verdict::Incomplete,
    };
    FreeChoice { verdict, missing, price_difference_percent }
}

/// How one condition stands; unknown where an answer is missing.
pub fn condition(condition: Condition, wish: &Wish, parameters: &Parameters) -> Truth {
    truth_of(condition.rule(), wish, parameters)
}

fn truth_of(rule: &Rule, wish: &Wish, parameters: &Parameters) -> Truth {
    rule.evaluate(&|question| answer(question, wish, parameters).unwrap_or(Truth::Unknown))
}

/// The answer to a question; the law's price limit comes before the person's own judgement.
fn answer(question: Question, wish: &Wish, parameters: &Parameters) -> Option<Truth> {
    match question {
        Question::NotMuchDearer => within_limit(wish, parameters).or(wish.answers.get(question)),
        _ => wish.answers.get(question),
    }
}

fn within_limit(wish: &Wish, parameters: &Parameters) -> Option<Truth> {
    let limit = parameters.price_limit_percent?;
    Some(Truth::from(wish.wanted_price?.is_within(wish.reference_price?, limit)))
}
