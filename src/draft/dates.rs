//! The page of dates: a decision that was received, and a move into an offer.

use super::fields::{Reader, first_answer};
use super::{Checked, Context, Sheet, contract_error};
use crate::request::{Answer, Decision, MOST_FOLLOW_UPS, MoveIn, ask};
use crate::rules::date::Date;
use crate::rules::deadlines::{Complaint, FollowUps, follow_up_interval, follow_ups};
use crate::rules::offer::Housing;

/// The offer that a decision is about.
pub const COMPLAINT_OFFER: &str = "complaint-offer";
/// The day a decision was received.
pub const RECEIVED: &str = "complaint-received";
/// The offer moved into.
pub const FOLLOW_OFFER: &str = "follow-offer";
/// The day of moving in.
pub const MOVED_IN: &str = "follow-moved";
/// How many follow-ups are shown at least.
pub const FOLLOW_UPS: u32 = 4;
/// How many of those shown are not past, unless they would be more than can be asked for.
const AHEAD: usize = 2;

/// What the page shows of a complaint deadline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComplaintOutcome {
    /// The decision.
    pub decision: Decision,
    /// Until when one can complain.
    pub answer: Answer<Complaint>,
}

/// What the page shows of follow-ups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowUpOutcome {
    /// The move.
    pub move_in: MoveIn,
    /// When the municipality follows up.
    pub answer: Answer<FollowUps>,
    /// The same dates when those after the first are counted from moving in.
    pub from_move_in: Vec<Date>,
    /// Months from moving in to the first follow-up.
    pub first_months: i32,
    /// Months between two follow-ups after that.
    pub interval_months: i32,
}

/// The offer, which must be chosen; the error stands at the first answer.
fn offer(field: &str, reader: &mut Reader) -> Option<Housing> {
    let offer = Housing::from_code(reader.sheet.get(field));
    if offer.is_none() {
        reader.error(first_answer(field), reader.words().dates.offer_missing);
    }
    offer
}

/// Finds the complaint deadline.
///
/// # Errors
/// One error for each field that is wrong.
pub fn check_complaint(sheet: &Sheet, context: Context) -> Checked<ComplaintOutcome> {
    let mut reader = Reader::new(sheet, context);
    let offer = offer(COMPLAINT_OFFER, &mut reader);
    let received = reader.date(RECEIVED);
    if received.is_some_and(|received| received > context.today) {
        reader.error(RECEIVED, context.words.dates.complaint.in_future);
    }
    let decision = offer.zip(received).map(|(offer, received)| Decision { offer, received });
    let decision = reader.finish(decision)?;
    let answer = ask(&decision, context.standard).map_err(|error| {
        contract_error(&error, context.words, |path| match path {
            "offer" => first_answer(COMPLAINT_OFFER),
            _ => RECEIVED.to_owned(),
        })
    })?;
    Ok(ComplaintOutcome { decision, answer })
}

/// Finds the dates of the first follow-ups.
///
/// # Errors
/// One error for each field that is wrong.
pub fn check_follow_up(sheet: &Sheet, context: Context) -> Checked<FollowUpOutcome> {
    let mut reader = Reader::new(sheet, context);
    let offer = offer(FOLLOW_OFFER, &mut reader);
    let moved_in = reader.date(MOVED_IN);
    let move_in = offer.zip(moved_in).map(|(offer, moved_in)| MoveIn {
        offer,
        moved_in,
        count: follow_up_count(offer, moved_in, context),
    });
    let move_in = reader.finish(move_in)?;
    let error_at_field = |error| {
        contract_error(&error, context.words, |path| match path {
            "offer" => first_answer(FOLLOW_OFFER),
            _ => MOVED_IN.to_owned(),
        })
    };
    let answer = ask(&move_in, context.standard).map_err(error_at_field)?;
    let MoveIn { moved_in, .. } = move_in;
    let parameters = context.standard.on(moved_in).ok();
    let first_months = parameters.map_or(0, |parameters| parameters.first_follow_up_months);
    let interval_months = interval(&move_in, context);
    let from_move_in = from_move_in(&answer.result, moved_in, interval_months);
    Ok(FollowUpOutcome { move_in, answer, from_move_in, first_months, interval_months })
}

/// Months between two follow-ups of an offer that was moved into.
pub fn interval(move_in: &MoveIn, context: Context) -> i32 {
    let parameters = context.standard.on(move_in.moved_in).ok();
    let interval = parameters.and_then(|on| follow_up_interval(move_in.offer, &on));
    // The rules have been asked, so there is one.
    interval.unwrap_or_default()
}

/// As many follow-ups as it takes for some of them to lie ahead.
fn follow_up_count(offer: Housing, moved_in: Date, context: Context) -> u32 {
    // A move before the standard is refused when the rules are asked.
    let Ok(parameters) = context.standard.on(moved_in) else { return FOLLOW_UPS };
    let all = follow_ups(offer, moved_in, MOST_FOLLOW_UPS, &parameters);
    let all = all.map_or_else(Vec::new, |all| all.dates);
    let past = all.iter().take_while(|date| **date < context.today).count();
    let needed = u32::try_from(past.saturating_add(AHEAD)).unwrap_or(MOST_FOLLOW_UPS);
    needed.clamp(FOLLOW_UPS, MOST_FOLLOW_UPS)
}

/// The other reading of "herefter": only the first follow-up moves the dates, those after it lie
/// whole intervals after moving in.
pub fn from_move_in(follow_ups: &FollowUps, moved_in: Date, interval_months: i32) -> Vec<Date> {
    let first = follow_ups.dates.iter().copied().take(1);
    let intervals = (1..).map(|number: i32| interval_months.saturating_mul(number));
    let later = intervals.map(|months| moved_in.plus_months(months));
    first.chain(later).take(follow_ups.dates.len()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::FieldError;
    use crate::draft::testing::{context, sheet};
    use crate::rules::offer::Housing;

    use crate::text::words::DA;

    fn fields(errors: &[FieldError]) -> Vec<&str> {
        errors.iter().map(|error| error.field.as_str()).collect()
    }

    fn isos(dates: &[Date]) -> Vec<String> {
        dates.iter().map(|date| date.iso()).collect()
    }

    #[test]
    fn nothing_typed_names_both_fields() {
        let errors = check_complaint(&Sheet::default(), context()).unwrap_err();
        assert_eq!(fields(&errors), ["complaint-offer-0", RECEIVED]);
        let errors = check_follow_up(&Sheet::default(), context()).unwrap_err();
        assert_eq!(fields(&errors), ["follow-offer-0", MOVED_IN]);
    }

    #[test]
    fn a_decision_is_not_received_in_the_future() {
        let sheet = sheet(&[(COMPLAINT_OFFER, "lease"), (RECEIVED, "23.11.2026")]);
        let errors = check_complaint(&sheet, context()).unwrap_err();
        assert_eq!(errors, [FieldError::new(RECEIVED, DA.dates.complaint.in_future)]);
    }

    #[test]
    fn a_decision_gives_its_deadline() {
        let sheet = sheet(&[(COMPLAINT_OFFER, "long_term"), (RECEIVED, "5. marts 2026")]);
        let outcome = check_complaint(&sheet, context()).unwrap();
        assert_eq!(outcome.decision.offer, Housing::LongTerm);
        assert_eq!(outcome.answer.result.four_weeks.iso(), "2026-04-02");
        assert_eq!(outcome.answer.result.deadline.iso(), "2026-04-07");
    }

    #[test]
    fn dates_before_the_standard_are_named_where_they_stand() {
        let before = "16.4.2023";
        let complaint = sheet(&[(COMPLAINT_OFFER, "lease"), (RECEIVED, before)]);
        assert_eq!(fields(&check_complaint(&complaint, context()).unwrap_err()), [RECEIVED]);
        let move_in = sheet(&[(FOLLOW_OFFER, "lease"), (MOVED_IN, before)]);
        assert_eq!(fields(&check_follow_up(&move_in, context()).unwrap_err()), [MOVED_IN]);
    }

    #[test]
    fn long_after_the_move_two_follow_ups_still_lie_ahead() {
        let outcome = |offer, moved_in, today: &str| {
            let today = Date::parse(today).unwrap();
            let sheet = sheet(&[(FOLLOW_OFFER, offer), (MOVED_IN, moved_in)]);
            check_follow_up(&sheet, Context { today, ..context() }).unwrap()
        };
        for (offer, today, count) in [
            ("temporary", "2026-11-22", 6),
            // The fourth is today: it and the next lie ahead.
            ("temporary", "2026-08-01", 5),
            ("temporary", "2026-08-02", 6),
            ("lease", "2026-11-22", 4),
            ("temporary", "2099-12-31", 50),
        ] {
            let outcome = outcome(offer, "1.5.2023", today);
            assert_eq!(outcome.move_in.count, count, "{offer} on {today}");
            assert_eq!(outcome.answer.result.dates.len(), outcome.from_move_in.len());
        }
        let mut today = Date::parse("2023-04-17").unwrap();
        while today.year() < 2050 {
            let shown = outcome("temporary", "17.4.2023", &today.iso()).answer.result.dates;
            assert!(shown.iter().filter(|date| **date >= today).count() >= 2, "{}", today.iso());
            assert!(shown.len() >= 4);
            today = today.plus_days(13);
        }
    }

    #[test]
    fn follow_ups_have_two_readings() {
        let move_in = |offer| sheet(&[(FOLLOW_OFFER, offer), (MOVED_IN, "31.1.2026")]);
        let outcome = check_follow_up(&move_in("temporary"), context()).unwrap();
        let ours = ["2026-04-30", "2027-04-30", "2028-04-30", "2029-04-30"];
        let other = ["2026-04-30", "2027-01-31", "2028-01-31", "2029-01-31"];
        assert_eq!(isos(&outcome.answer.result.dates), ours);
        assert_eq!(isos(&outcome.from_move_in), other);
        let outcome = check_follow_up(&move_in("lease"), context()).unwrap();
        assert_eq!((outcome.first_months, outcome.interval_months), (3, 24));
        let other = ["2026-04-30", "2028-01-31", "2030-01-31", "2032-01-31"];
        assert_eq!(isos(&outcome.from_move_in), other);
    }
}
