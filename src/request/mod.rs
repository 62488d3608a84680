//! The evaluate contract: JSON request -> rules -> JSON result, one line each.
//!
//! [`answer_line`] is the whole contract. Pages and tests that already hold typed input call
//! [`answer`] and get the same typed result that is printed.

pub mod error;
mod read;
mod reader;

use serde::Serialize;

use crate::rules::date::Date;
use crate::rules::deadlines::{self, Complaint, FollowUps};
use crate::rules::eligibility::{self, Eligibility, Situation};
use crate::rules::free_choice::{self, FreeChoice, Wish};
use crate::rules::offer::Housing;
use crate::rules::payment::{self, Budget, Payment};
use crate::rules::respite::{self, Plan, Respite};
use crate::rules::standard::{Parameters, Standard};
use crate::rules::suggest::{self, Suggestion, Wishes};
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

/// A question to the rules.
#[derive(Clone, Debug, PartialEq, Eq)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The offer it is about.
    pub offer: Housing,
    /// The day it was received.
    pub received: Date,
}

/// A move into an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
pub struct Answer {
    /// The tool that was asked.
    pub tool: &'static str,
    /// The parameter set in force.
    pub standard: StandardUsed,
    /// The tool's result.
    #[serde(flatten)]
    pub result: ToolResult,
}

/// The parameter set that a result rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StandardUsed {
    /// The standard's short name.
    pub id: String,
    /// The day since which exactly this set is in force.
    pub version: Date,
}

/// A tool's result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum ToolResult {
    /// How a plan of respite counts.
    Respite(Respite),
    /// What a person would pay.
    Payment(Payment),
    /// Until when one can complain.
    Complaint(Complaint),
    /// When the municipality follows up.
    FollowUp(FollowUps),
    /// Whether an offer can be chosen freely.
    FreeChoice(FreeChoice),
    /// Which offers may be for a person.
    Eligibility(Eligibility),
    /// The most even plan of respite.
    Suggest(Suggestion),
}

impl Request {
    /// The contract's name of the tool.
    pub fn tool(&self) -> &'static str {
        match self {
            Request::Respite(_) => "respite",
            Request::Payment(_) => "payment",
            Request::Complaint(_) => "complaint",
            Request::FollowUp(_) => "follow_up",
            Request::FreeChoice(_) => "free_choice",
            Request::Eligibility(_) => "eligibility",
            Request::Suggest(_) => "suggest",
        }
    }

    /// The date whose parameters count, and the field it stands in; none when nothing is dated.
    fn asked_on(&self) -> Option<(Date, String)> {
        let field = |date, name: &str| Some((date, name.to_owned()));
        match self {
            Request::Respite(plan) => {
                let last = plan.stays.iter().enumerate().max_by_key(|(_, stay)| stay.departure());
                last.map(|(index, stay)| (stay.departure(), format!("stays[{index}].departure")))
            }
            Request::Payment(budget) => field(budget.date, "date"),
            Request::Complaint(decision) => field(decision.received, "received"),
            Request::FollowUp(move_in) => field(move_in.moved_in, "moved_in"),
            Request::FreeChoice(wish) => field(wish.date, "date"),
            Request::Eligibility(situation) => field(situation.date, "date"),
            Request::Suggest(wishes) => field(wishes.period.to, "period.to"),
        }
    }
}

/// Asks the rules.
///
/// # Errors
/// [`ContractError`] names the field that is wrong and what would be right.
pub fn answer(request: &Request, standard: &Standard) -> Result<Answer, ContractError> {
    let parameters = parameters(request, standard)?;
    let result = match request {
        Request::Respite(plan) => {
            check_granted(plan.granted_days, &parameters)?;
            respite::respite(plan, &parameters)
                .map(ToolResult::Respite)
                .map_err(|overlap| ContractError::overlap("stays", overlap))?
        }
        Request::Payment(budget) => payment::payment(budget, &parameters)
            .map(ToolResult::Payment)
            .map_err(|_| ContractError::new("birth_date", Fault::Under(parameters.adult_age)))?,
        Request::Complaint(Decision { offer, received }) => {
            ToolResult::Complaint(deadlines::complaint(*offer, *received, &parameters))
        }
        Request::FollowUp(MoveIn { offer, moved_in, count }) => {
            ToolResult::FollowUp(deadlines::follow_ups(*offer, *moved_in, *count, &parameters))
        }
        Request::FreeChoice(wish) => {
            ToolResult::FreeChoice(free_choice::free_choice(wish, &parameters))
        }
        Request::Eligibility(situation) => {
            ToolResult::Eligibility(eligibility::eligibility(situation, &parameters))
        }
        Request::Suggest(wishes) => {
            check_granted(wishes.granted_days, &parameters)?;
            suggest::suggest(wishes, &parameters)
                .map(ToolResult::Suggest)
                .map_err(|overlap| ContractError::overlap("booked", overlap))?
        }
    };
    let standard = StandardUsed { id: standard.id.clone(), version: parameters.version };
    Ok(Answer { tool: request.tool(), standard, result })
}

fn parameters(request: &Request, standard: &Standard) -> Result<Parameters, ContractError> {
    let (found, path) = match request.asked_on() {
        Some((date, path)) => (standard.on(date), path),
        None => (standard.newest(), String::new()),
    };
    found.map_err(|none| ContractError::new(path, Fault::NoStandardBefore(none.approved)))
}

fn check_granted(granted: Option<u32>, parameters: &Parameters) -> Result<(), ContractError> {
    let most = parameters.respite_days_per_year;
    match granted {
        Some(days) if days > most => {
            Err(ContractError::new("granted_days", Fault::NotBetween(0, most)))
        }
        _ => Ok(()),
    }
}

/// Answers one line of the contract; `message` words an error for the reader.
pub fn answer_line(
    line: &[u8],
    standard: &Standard,
    message: &impl Fn(&ContractError) -> String,
) -> String {
    let answered = read(line).and_then(|request| answer(&request, standard));
    let printed = match &answered {
        Ok(answer) => serde_json::to_string(answer),
        Err(error) => serde_json::to_string(&error.printed(message(error))),
    };
    // Every key is a string and nothing here fails to serialise; an empty object would still be
    // a line of its own.
    printed.unwrap_or_else(|_| "{}".to_owned())
}
