//! Who may be in the target group of which offer (målgruppe).
//!
//! Source: both standards, "Kan du modtage indsatsen?"; for respite and crisis stays also
//! "Hvad omfatter indsatsen?" and "Hvad omfatter indsatsen ikke?" of the temporary standard.

use serde::Serialize;

use super::code::coded;
use super::date::Date;
use super::logic::{Answers, Criterion, Truth, TruthSet, Verdict, deciding_facts};
use super::offer::Offer;
use super::standard::Parameters;

pub mod changes;
pub mod interview;
pub mod table;

coded! {
    /// A question about the person's situation, in the order in which it is asked.
    pub enum Question {
        /// Considerably reduced physical functional capacity (betydeligt nedsat fysisk
        /// funktionsevne).
        PhysicalImpairment = "physical_impairment",
        /// Considerably reduced mental functional capacity (betydeligt nedsat psykisk
        /// funktionsevne).
        MentalImpairment = "mental_impairment",
        /// Special social problems (særlige sociale problemer).
        SpecialSocialProblems = "special_social_problems",
        /// Special support is needed for a period (i en periode behov for særlig støtte).
        SupportForAPeriod = "support_for_a_period",
        /// The reduced capacity is lasting (varigt nedsat).
        ImpairmentIsLasting = "impairment_is_lasting",
        /// A lasting need of extensive help (varigt omfattende behov).
        ExtensiveLastingNeed = "extensive_lasting_need",
        /// Support in today's home would do (socialpædagogisk støtte, serviceloven § 85).
        EnoughSupportAtHome = "enough_support_at_home",
        /// A shared house or a temporary offer would do (bofællesskab, midlertidigt botilbud).
        EnoughSupportElsewhere = "enough_support_elsewhere",
        /// Respite is needed (aflastning).
        NeedsRespite = "needs_respite",
        /// Psychiatric, substance-abuse or special social problems that need clarifying,
        /// stabilising or help to move on.
        InCrisisGroup = "in_crisis_group",
        /// Lives in temporary housing now, for a longer stay.
        LivesInTemporaryHousing = "lives_in_temporary_housing",
    }
}

coded! {
    /// A firm obstacle.
    pub enum Bar {
        /// Not yet 18.
        Under18 = "under_18",
        /// No respite beside a temporary stay.
        LivesInTemporaryHousing = "lives_in_temporary_housing",
    }
}

/// Something that is not answered yet and can still change a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The birth date.
    BirthDate,
    /// A question.
    Answer(Question),
}

impl Missing {
    /// The field of the contract that is missing.
    pub fn code(self) -> &'static str {
        match self {
            Missing::BirthDate => "birth_date",
            Missing::Answer(question) => question.code(),
        }
    }
}

impl Serialize for Missing {
    fn serialize<S: serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(self.code())
    }
}

/// A fact that the rules rest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact {
    /// 18 years or older on the date of the question.
    Adult,
    /// What the person answered.
    Says(Question),
}

type Rule = Criterion<Fact>;

const fn says(question: Question) -> Rule {
    Rule::Is(Fact::Says(question))
}

/// Temporary housing: adult, a reduced capacity or special problems or a need for a period, and
/// support at home is not enough.
static TEMPORARY: Rule = Rule::All(TEMPORARY_CONDITIONS);
const TEMPORARY_CONDITIONS: &[Rule] = &[
    Rule::Is(Fact::Adult),
    Rule::Any(&[
        says(Question::PhysicalImpairment),
        says(Question::MentalImpairment),
        says(Question::SpecialSocialProblems),
        says(Question::SupportForAPeriod),
    ]),
    Rule::Not(&says(Question::EnoughSupportAtHome)),
];

/// Respite: the group of temporary housing, a need of respite, and no temporary stay now.
static RESPITE: Rule = Rule::All(&[
    Rule::All(TEMPORARY_CONDITIONS),
    says(Question::NeedsRespite),
    Rule::Not(&says(Question::LivesInTemporaryHousing)),
]);

/// Crisis stays: the group of temporary housing with certain problems, granted only after a
/// concrete assessment (konkret vurdering).
static CRISIS: Rule = Rule::AtMostPossible(&Rule::All(&[
    Rule::All(TEMPORARY_CONDITIONS),
    says(Question::InCrisisGroup),
]));

/// Long-term housing and lease. Social problems alone give at most "possible": the standard names
/// them, the Act (serviceloven § 108, stk. 1) does not.
static LONG_TERM: Rule = Rule::All(&[
    Rule::Is(Fact::Adult),
    Rule::Any(&[
        Rule::All(&[
            Rule::Any(&[says(Question::PhysicalImpairment), says(Question::MentalImpairment)]),
            says(Question::ImpairmentIsLasting),
        ]),
        Rule::AtMostPossible(&says(Question::SpecialSocialProblems)),
    ]),
    says(Question::ExtensiveLastingNeed),
    Rule::Not(&says(Question::EnoughSupportAtHome)),
    Rule::Not(&says(Question::EnoughSupportElsewhere)),
]);

/// The rule of an offer, as an object that can be computed with and shown.
pub fn rule(offer: Offer) -> &'static Criterion<Fact> {
    match offer {
        Offer::Temporary => &TEMPORARY,
        Offer::Respite => &RESPITE,
        Offer::Crisis => &CRISIS,
        Offer::LongTerm | Offer::Lease => &LONG_TERM,
    }
}

/// What is asked: the situation of a person on a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Situation {
    /// The day on which age and standard are read.
    pub date: Date,
    /// The birth date, when it is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub birth_date: Option<Date>,
    /// The answers given so far.
    pub answers: Answers<Question>,
}

/// What the rules say of every offer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Eligibility {
    /// A row for each offer of the standard, in the order of [`Offer::ALL`].
    pub offers: Vec<OfferRow>,
}

/// What the rules say of one offer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OfferRow {
    /// The offer.
    pub offer: Offer,
    /// What the answers so far say.
    pub verdict: Verdict,
    /// What can still change the verdict.
    pub missing: Vec<Missing>,
    /// Firm obstacles.
    pub bars: Vec<Bar>,
    /// The 18th birthday, when the person is too young.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub eligible_from: Option<Date>,
}

/// The verdict on every offer.
pub fn eligibility(situation: &Situation, parameters: &Parameters) -> Eligibility {
    let offers = parameters.offers.iter();
    Eligibility { offers: offers.map(|offer| offer_row(offer, situation, parameters)).collect() }
}

fn offer_row(offer: Offer, situation: &Situation, parameters: &Parameters) -> OfferRow {
    row_with(offer, situation, eligible_from(situation, parameters))
}

/// The row of an offer, when it is known whether and until when the person is too young.
fn row_with(offer: Offer, situation: &Situation, eligible_from: Option<Date>) -> OfferRow {
    let bars = bars(offer, situation, eligible_from);
    if !bars.is_empty() {
        return OfferRow { offer, verdict: Verdict::Barred, missing: vec![], bars, eligible_from };
    }
    let missing = missing(offer, situation);
    let verdict = match missing.is_empty() {
        true => settled(offer, situation),
        false => Verdict::Incomplete,
    };
    OfferRow { offer, verdict, missing, bars, eligible_from }
}

/// The verdict when no bar applies and no question matters any more.
fn settled(offer: Offer, situation: &Situation) -> Verdict {
    Verdict::from(rule(offer).evaluate(&|fact| truth(fact, situation)))
}

/// The verdict on an offer for whoever is an adult and has given these answers, whatever the birth
/// date. Incomplete while questions are open that matter.
pub fn verdict_of_adult(offer: Offer, situation: &Situation) -> Verdict {
    if !bars(offer, situation, None).is_empty() {
        return Verdict::Barred;
    }
    match open_questions(offer, &situation.answers).is_empty() {
        true => settled(offer, situation),
        false => Verdict::Incomplete,
    }
}

/// The 18th birthday, when the person is known to be too young.
fn eligible_from(situation: &Situation, parameters: &Parameters) -> Option<Date> {
    let adult_from = situation.birth_date?.birthday(parameters.adult_age);
    (adult_from > situation.date).then_some(adult_from)
}

fn bars(offer: Offer, situation: &Situation, eligible_from: Option<Date>) -> Vec<Bar> {
    let lives_in_temporary_housing =
        situation.answers.get(Question::LivesInTemporaryHousing) == Some(Truth::Yes);
    let under_18 = eligible_from.map(|_| Bar::Under18);
    let housed = (offer == Offer::Respite && lives_in_temporary_housing)
        .then_some(Bar::LivesInTemporaryHousing);
    under_18.into_iter().chain(housed).collect()
}

/// How a fact stands when no bar applies; what cannot matter any more may count as unknown.
fn truth(fact: Fact, situation: &Situation) -> Truth {
    match fact {
        Fact::Adult => Truth::Yes,
        Fact::Says(question) => situation.answers.get(question).unwrap_or(Truth::Unknown),
    }
}

/// What can still change the verdict, in the order of the contract.
fn missing(offer: Offer, situation: &Situation) -> Vec<Missing> {
    let open = open_questions(offer, &situation.answers);
    let birth_date = situation.birth_date.is_none().then_some(Missing::BirthDate);
    let questions = Question::ALL.iter().copied().filter(|question| open.contains(question));
    birth_date.into_iter().chain(questions.map(Missing::Answer)).collect()
}

/// The unanswered questions that can still change the verdict on an offer, for an adult.
///
/// A question whose answer can raise a bar always can: barred is a verdict like the others.
fn open_questions(offer: Offer, answers: &Answers<Question>) -> Vec<Question> {
    let known = |fact| match fact {
        Fact::Adult => TruthSet::only(Truth::Yes),
        Fact::Says(question) => match answers.get(question) {
            Some(answer) => TruthSet::only(answer),
            None => TruthSet::ANY,
        },
    };
    let mut open = Vec::new();
    for fact in deciding_facts(rule(offer), &known) {
        if let Fact::Says(question) = fact {
            open.push(question);
        }
    }
    let barring = Question::LivesInTemporaryHousing;
    if offer == Offer::Respite && answers.get(barring).is_none() && !open.contains(&barring) {
        open.push(barring);
    }
    open
}
