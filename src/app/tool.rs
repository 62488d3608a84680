//! The tools: from what is typed to a result or errors.

use super::planner::history::FIELDS;
use super::sheet::Sheet;
use crate::draft::dates::{ComplaintOutcome, FollowUpOutcome};
use crate::draft::eligibility::EligibilityOutcome;
use crate::draft::free_choice::FreeChoiceOutcome;
use crate::draft::payment::PaymentOutcome;
use crate::draft::respite::RespiteOutcome;
use crate::draft::{Checked, Context, dates, eligibility, free_choice, payment};
use crate::request::Request;
use crate::rules::code::coded;
use crate::rules::standard::Standard;

/// What came of asking a tool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// How a plan of respite counts.
    Respite(RespiteOutcome),
    /// Which offers may be for a person.
    Eligibility(EligibilityOutcome),
    /// Whether an offer can be chosen freely.
    FreeChoice(FreeChoiceOutcome),
    /// What a person would pay.
    Payment(PaymentOutcome),
    /// Until when one can complain.
    Complaint(ComplaintOutcome),
    /// When the municipality follows up.
    FollowUp(FollowUpOutcome),
}

impl Outcome {
    /// The tool that was asked.
    pub fn tool(&self) -> Tool {
        match self {
            Outcome::Respite(_) => Tool::Respite,
            Outcome::Eligibility(_) => Tool::Eligibility,
            Outcome::FreeChoice(_) => Tool::FreeChoice,
            Outcome::Payment(_) => Tool::Payment,
            Outcome::Complaint(_) => Tool::Complaint,
            Outcome::FollowUp(_) => Tool::FollowUp,
        }
    }

    /// What the rules were asked: a request for each result.
    pub fn requests(&self) -> Vec<Request> {
        match self {
            Outcome::Respite(outcome) => vec![Request::Respite(outcome.plan.clone())],
            Outcome::Eligibility(outcome) => {
                vec![Request::Eligibility(outcome.situation.clone())]
            }
            Outcome::FreeChoice(outcome) => vec![Request::FreeChoice(outcome.wish.clone())],
            Outcome::Payment(outcome) => {
                let budgets = outcome.estimates.iter().map(|estimate| estimate.budget.clone());
                budgets.map(Request::Payment).collect()
            }
            Outcome::Complaint(outcome) => vec![Request::Complaint(outcome.decision)],
            Outcome::FollowUp(outcome) => vec![Request::FollowUp(outcome.move_in)],
        }
    }
}

coded! {
    /// A tool with a form of its own.
    pub enum Tool {
        /// How a plan of respite counts.
        Respite = "respite",
        /// The most even plan of respite.
        Suggest = "suggest",
        /// Which offers may be for a person.
        Eligibility = "eligibility",
        /// Whether an offer can be chosen freely.
        FreeChoice = "free_choice",
        /// What a person would pay.
        Payment = "payment",
        /// Until when one can complain.
        Complaint = "complaint",
        /// When the municipality follows up.
        FollowUp = "follow_up",
    }
}

impl Tool {
    /// Whether a standard has what the tool computes with.
    pub fn is_offered(self, standard: &Standard) -> bool {
        match self {
            Tool::Respite | Tool::Suggest => standard.has_quota(),
            Tool::FreeChoice => standard.offers.has_long_term_part(),
            Tool::Eligibility | Tool::Payment | Tool::Complaint | Tool::FollowUp => true,
        }
    }

    /// The beginnings of the names of the fields that the tool's result rests on.
    fn fields(self) -> &'static [&'static str] {
        match self {
            Tool::Respite | Tool::Suggest => FIELDS,
            Tool::Eligibility => &["born", "check-"],
            Tool::FreeChoice => &["choice-"],
            Tool::Payment => &["born", "pay-", "income", "expense", "charge"],
            Tool::Complaint => &["complaint-"],
            Tool::FollowUp => &["follow-"],
        }
    }

    /// What of the sheet the tool's result rests on.
    pub fn part(self, sheet: &Sheet) -> Sheet {
        sheet.part(self.fields())
    }

    /// Whether the tool's result rests on a field or list.
    pub fn rests_on(self, name: &str) -> bool {
        self.fields().iter().any(|beginning| name.starts_with(beginning))
    }

    /// Asks the rules with what is typed; nothing for the planner, which counts as it is filled in
    /// and looks for a plan in steps.
    ///
    /// # Errors
    /// One error for each field that is wrong, in the order of the page.
    pub fn check(self, sheet: &Sheet, context: Context) -> Option<Checked<Outcome>> {
        Some(match self {
            Tool::Respite | Tool::Suggest => return None,
            Tool::Eligibility => eligibility::check(sheet, context).map(Outcome::Eligibility),
            Tool::FreeChoice => free_choice::check(sheet, context).map(Outcome::FreeChoice),
            Tool::Payment => payment::check(sheet, context).map(Outcome::Payment),
            Tool::Complaint => dates::check_complaint(sheet, context).map(Outcome::Complaint),
            Tool::FollowUp => dates::check_follow_up(sheet, context).map(Outcome::FollowUp),
        })
    }

    /// The id of the result's heading.
    pub fn result_id(self) -> String {
        format!("{}-result", self.code())
    }

    /// The id of the error summary.
    pub fn summary_id(self) -> String {
        format!("{}-errors", self.code())
    }
}
