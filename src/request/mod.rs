//! The evaluate contract: JSON request -> rules -> JSON result, one line each.
//!
//! [`answer_line`] is the whole contract. Pages that already hold typed input call [`ask`] and get
//! the same typed result that is printed.

pub mod error;
mod read;
mod reader;

use serde::Serialize;

use crate::rules::date::Date;
use crate::rules::deadlines::{Complaint, FollowUps, complaint, follow_ups};
use crate::rules::eligibility::{Eligibility, Situation, eligibility};
use crate::rules::free_choice::{FreeChoice, Wish, free_choice};
use crate::rules::offer::Housing;
use crate::rules::payment::{Budget, Payment, payment};
use crate::rules::respite::{Plan, Respite, respite};
use crate::rules::standard::{Parameters, RespiteQuota, Standard};
use crate::rules::suggest::{Suggestion, Wishes, suggest};
use error::{ContractError, Fault};
pub use read::read;

/// The longest line, in bytes without its line end: 1 MiB.
pub const LONGEST_LINE: usize = 1 << 20;
/// The most entries of a list of stays or of ranges.
pub const MOST_STAYS: usize = 10_000;
/// The most lines of each list of a budget.
pub const MOST_BUDGET_LINES: usize = 100;
/// The most follow-ups.
pub const MOST_FOLLOW_UPS: u32 = 50;

/// A question to the rules, of one of the seven tools.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "tool", rename_all = "snake_case")]
pub enum Request {
    /// How a plan of respite counts.
    Respite(Plan),
    /// What a person would pay.
    Payment(Budget),
    /// Until when one can complain.
    Complaint(Decision),
    /// When the municipality follows up.
    FollowUp(MoveIn),
    /// Whether an offer can be chosen freely.
    FreeChoice(Wish),
    /// Which offers may be for a person.
    Eligibility(Situation),
    /// The most even plan of respite.
    Suggest(Wishes),
}

/// A decision that somebody may complain about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Decision {
    /// The offer it is about.
    pub offer: Housing,
    /// The day it was received.
    pub received: Date,
}

/// A move into an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct MoveIn {
    /// The offer.
    pub offer: Housing,
    /// The day of moving in.
    pub moved_in: Date,
    /// How many follow-ups are asked for, 1 to [`MOST_FOLLOW_UPS`].
    pub count: u32,
}

/// A result with the parameter set that it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Answer<Outcome> {
    /// The tool that was asked.
    pub tool: &'static str,
    /// The parameter set in force.
    pub standard: StandardUsed,
    /// The tool's result.
    #[serde(flatten)]
    pub result: Outcome,
}

/// The parameter set that a result rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StandardUsed {
    /// The standard's short name.
    pub id: String,
    /// The day since which exactly this set is in force.
    pub version: Date,
}

/// A question that one of the seven tools answers.
pub trait Question {
    /// The tool's name in the contract.
    const TOOL: &'static str;
    /// The tool's result.
    type Outcome: Serialize;

    /// The date whose parameters count, and the field it stands in; none when nothing is dated.
    fn asked_on(&self) -> Option<(Date, String)>;

    /// Applies the rule.
    ///
    /// # Errors
    /// [`ContractError`] when the rule refuses the question.
    fn apply(&self, parameters: &Parameters) -> Result<Self::Outcome, ContractError>;

    /// Puts into a result what other dates than the one asked about say.
    fn look_ahead(result: Self::Outcome, _standard: &Standard) -> Self::Outcome {
        result
    }
}

/// Asks the rules.
///
/// # Errors
/// [`ContractError`] names the field that is wrong and what would be right.
pub fn ask<Q: Question>(
    question: &Q,
    standard: &Standard,
) -> Result<Answer<Q::Outcome>, ContractError> {
    let (parameters, path) = match question.asked_on() {
        Some((date, path)) => (standard.on(date), path),
        None => (standard.newest(), String::new()),
    };
    let parameters = parameters
        .map_err(|none| ContractError::new(path, Fault::NoStandardBefore(none.approved)))?;
    let result = Q::look_ahead(question.apply(&parameters)?, standard);
    let standard = StandardUsed { id: standard.id.clone(), version: parameters.version };
    Ok(Answer { tool: Q::TOOL, standard, result })
}

impl Request {
    /// The request as one line of the contract, always in the same form: keys in the contract's
    /// order, no spaces, nothing that was not given, amounts with two decimals.
    pub fn canonical(&self) -> String {
        json(self)
    }

    /// The date whose parameters count; none when nothing is dated.
    pub fn asked_on(&self) -> Option<Date> {
        let asked = match self {
            Request::Respite(plan) => plan.asked_on(),
            Request::Payment(budget) => budget.asked_on(),
            Request::Complaint(decision) => decision.asked_on(),
            Request::FollowUp(move_in) => move_in.asked_on(),
            Request::FreeChoice(wish) => wish.asked_on(),
            Request::Eligibility(situation) => situation.asked_on(),
            Request::Suggest(wishes) => wishes.asked_on(),
        };
        asked.map(|(date, _)| date)
    }

    /// The result as one line of the contract.
    ///
    /// # Errors
    /// [`ContractError`] names the field that is wrong and what would be right.
    pub fn answer(&self, standard: &Standard) -> Result<String, ContractError> {
        match self {
            Request::Respite(plan) => printed(plan, standard),
            Request::Payment(budget) => printed(budget, standard),
            Request::Complaint(decision) => printed(decision, standard),
            Request::FollowUp(move_in) => printed(move_in, standard),
            Request::FreeChoice(wish) => printed(wish, standard),
            Request::Eligibility(situation) => printed(situation, standard),
            Request::Suggest(wishes) => printed(wishes, standard),
        }
    }
}

/// Answers one line of the contract; `message` words an error for the reader.
pub fn answer_line(
    line: &[u8],
    standard: &Standard,
    message: &impl Fn(&ContractError) -> String,
) -> String {
    read(line)
        .and_then(|request| request.answer(standard))
        .unwrap_or_else(|error| refusal_line(&error, message))
}

/// One line of the contract that says what is wrong; `message` words it for the reader.
pub fn refusal_line(error: &ContractError, message: &impl Fn(&ContractError) -> String) -> String {
    json(&error.printed(message(error)))
}

fn printed<Q: Question>(question: &Q, standard: &Standard) -> Result<String, ContractError> {
    ask(question, standard).map(|answer| json(&answer))
}

/// One line of JSON. Every key is a string and no value refuses to be written, so the empty
/// object never appears; it would still be a line of its own.
fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_else(|_| "{}".to_owned())
}

impl Question for Plan {
    const TOOL: &'static str = "respite";
    type Outcome = Respite;

    fn asked_on(&self) -> Option<(Date, String)> {
        let last = self.stays.iter().enumerate().max_by_key(|(_, stay)| stay.departure());
        last.map(|(index, stay)| (stay.departure(), format!("stays[{index}].departure")))
    }

    fn apply(&self, parameters: &Parameters) -> Result<Respite, ContractError> {
        let quota = quota(self.granted_days, parameters)?;
        respite(self, &quota).map_err(|overlap| ContractError::overlap("stays", overlap))
    }
}

impl Question for Budget {
    const TOOL: &'static str = "payment";
    type Outcome = Payment;

    fn asked_on(&self) -> Option<(Date, String)> {
        Some((self.date, "date".to_owned()))
    }

    fn apply(&self, parameters: &Parameters) -> Result<Payment, ContractError> {
        check_offer(self.offer, parameters)?;
        let too_young = Fault::Under(parameters.adult_age);
        payment(self, parameters).map_err(|_| ContractError::new("birth_date", too_young))
    }

    fn look_ahead(mut result: Payment, standard: &Standard) -> Payment {
        result.next_change = result.next_change.map(|change| change.as_in_force(standard));
        result
    }
}

impl Question for Decision {
    const TOOL: &'static str = "complaint";
    type Outcome = Complaint;

    fn asked_on(&self) -> Option<(Date, String)> {
        Some((self.received, "received".to_owned()))
    }

    fn apply(&self, parameters: &Parameters) -> Result<Complaint, ContractError> {
        check_offer(self.offer, parameters)?;
        Ok(complaint(self.offer, self.received, parameters))
    }
}

impl Question for MoveIn {
    const TOOL: &'static str = "follow_up";
    type Outcome = FollowUps;

    fn asked_on(&self) -> Option<(Date, String)> {
        Some((self.moved_in, "moved_in".to_owned()))
    }

    fn apply(&self, parameters: &Parameters) -> Result<FollowUps, ContractError> {
        let dates = follow_ups(self.offer, self.moved_in, self.count, parameters);
        dates.ok_or_else(|| not_offered(parameters))
    }
}

impl Question for Wish {
    const TOOL: &'static str = "free_choice";
    type Outcome = FreeChoice;

    fn asked_on(&self) -> Option<(Date, String)> {
        Some((self.date, "date".to_owned()))
    }

    fn apply(&self, parameters: &Parameters) -> Result<FreeChoice, ContractError> {
        if !parameters.offers.has_long_term_part() {
            return Err(no_such_tool(parameters));
        }
        if self.offer != Housing::Temporary {
            check_offer(self.offer, parameters)?;
        }
        Ok(free_choice(self, parameters))
    }
}

impl Question for Situation {
    const TOOL: &'static str = "eligibility";
    type Outcome = Eligibility;

    fn asked_on(&self) -> Option<(Date, String)> {
        Some((self.date, "date".to_owned()))
    }

    fn apply(&self, parameters: &Parameters) -> Result<Eligibility, ContractError> {
        Ok(eligibility(self, parameters))
    }
}

impl Question for Wishes {
    const TOOL: &'static str = "suggest";
    type Outcome = Suggestion;

    fn asked_on(&self) -> Option<(Date, String)> {
        Some((self.period.to, "period.to".to_owned()))
    }

    fn apply(&self, parameters: &Parameters) -> Result<Suggestion, ContractError> {
        let quota = quota(self.granted_days, parameters)?;
        suggest(self, &quota).map_err(|overlap| ContractError::overlap("booked", overlap))
    }
}

/// The days of respite of the standard, none of which can be granted above.
fn quota(granted: Option<u32>, parameters: &Parameters) -> Result<RespiteQuota, ContractError> {
    let quota = parameters.respite.ok_or_else(|| no_such_tool(parameters))?;
    match granted {
        Some(days) if days > quota.days_per_year => {
            Err(ContractError::new("granted_days", Fault::NotBetween(0, quota.days_per_year)))
        }
        _ => Ok(quota),
    }
}

fn check_offer(offer: Housing, parameters: &Parameters) -> Result<(), ContractError> {
    match parameters.offers.has_housing(offer) {
        true => Ok(()),
        false => Err(not_offered(parameters)),
    }
}

/// The standard has no such offer; it has these.
fn not_offered(parameters: &Parameters) -> ContractError {
    let offers = parameters.offers.housing().map(Housing::code).collect();
    ContractError::new("offer", Fault::NotOneOf(offers))
}

/// The standard has nothing that the tool could compute; it has these tools.
fn no_such_tool(parameters: &Parameters) -> ContractError {
    let tools = read::TOOLS.iter().copied().filter(|tool| has_tool(tool, parameters)).collect();
    ContractError::new("tool", Fault::UnknownTool(tools))
}

fn has_tool(tool: &str, parameters: &Parameters) -> bool {
    match tool {
        Plan::TOOL | Wishes::TOOL => parameters.respite.is_some(),
        Wish::TOOL => parameters.offers.has_long_term_part(),
        _ => true,
    }
}
