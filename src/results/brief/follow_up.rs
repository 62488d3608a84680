//! Follow-ups in brief, by both readings.

use super::{Brief, titled};
use crate::draft::Context;
use crate::draft::dates::{from_move_in, interval};
use crate::request::error::ContractError;
use crate::request::{MoveIn, ask};
use crate::results::payment::offer_name;
use crate::rules::deadlines::FollowUps;
use crate::rules::standard::{Section, WhichStandard};
use crate::text::format::{long_date, short_date};
use crate::text::words::Words;

/// How many dates there is room for on paper.
const SHOWN: u32 = 6;

/// Follow-ups in brief.
///
/// # Errors
/// [`ContractError`] when the rules refuse the date.
pub fn brief(move_in: &MoveIn, context: Context) -> Result<Brief, ContractError> {
    let words = context.words;
    let result = ask(move_in, context.standard)?.result;
    let names = &words.dates.follow_up;
    let offer = offer_name(move_in.offer, words);
    let title = titled(words.brief.follow_up.title, offer, words);
    let source = (WhichStandard::Both, Section::Starts);
    let mut brief = Brief::new(title, source, names.estimate, context);
    dates(&mut brief, move_in, &result, context);
    brief.answered(words.dates.input_offer, offer.to_owned());
    brief.answered(words.dates.input_moved, long_date(move_in.moved_in, words));
    brief.ask(words.brief.questions.counted_from);
    brief.ask(words.brief.questions.change);
    brief.bring(words.brief.documents.decision);
    brief.bring(words.brief.documents.follow_up);
    Ok(brief)
}

/// The last dates asked for, each by both readings where they differ. So many are asked for that
/// the last ones lie ahead.
fn dates(brief: &mut Brief, move_in: &MoveIn, result: &FollowUps, context: Context) {
    let words = context.words;
    let others = from_move_in(result, move_in.moved_in, interval(move_in, context));
    let pairs = result.dates.iter().zip(&others);
    let left_out = move_in.count.saturating_sub(SHOWN);
    for (number, (ours, other)) in (1..).zip(pairs).filter(|(number, _)| *number > left_out) {
        let name = words.brief.follow_up.number(number);
        let date = short_date(*ours, words);
        let value = match ours == other {
            true => date,
            false => words.brief.follow_up.both(date, short_date(*other, words)),
        };
        brief.find(&name, value);
    }
    notes(brief, move_in.count, words);
}

fn notes(brief: &mut Brief, count: u32, words: &Words) {
    if count > 1 {
        brief.note(words.brief.follow_up.reading);
    }
    if count > SHOWN {
        brief.note(&words.dates.follow_up.last_of(SHOWN, count));
    }
}

#[cfg(test)]
mod tests {
    use crate::results::brief::testing::{brief, pairs};
    use crate::text::words::DA;

    #[test]
    fn the_last_dates_stand_by_both_readings() {
        let brief =
            brief(r#"{"tool":"follow_up","offer":"temporary","moved_in":"2026-01-31","count":7}"#);
        assert_eq!(brief.title, "Opfølgning: midlertidigt botilbud");
        let findings = [
            ("Opfølgning 2", "30. april 2027, eller 31. januar 2027 talt fra indflytningen"),
            ("Opfølgning 3", "30. april 2028, eller 31. januar 2028 talt fra indflytningen"),
            ("Opfølgning 4", "30. april 2029, eller 31. januar 2029 talt fra indflytningen"),
            ("Opfølgning 5", "30. april 2030, eller 31. januar 2030 talt fra indflytningen"),
            ("Opfølgning 6", "30. april 2031, eller 31. januar 2031 talt fra indflytningen"),
            ("Opfølgning 7", "30. april 2032, eller 31. januar 2032 talt fra indflytningen"),
        ];
        assert_eq!(brief.findings, pairs(&findings));
        let notes = [
            DA.dates.follow_up.estimate,
            DA.brief.follow_up.reading,
            "Her er de sidste 6 af 7 datoer.",
        ];
        assert_eq!(brief.notes, notes);
        let inputs =
            [("Bolig", "Midlertidigt botilbud"), ("Indflytning", "lørdag den 31. januar 2026")];
        assert_eq!(brief.inputs, pairs(&inputs));
    }

    #[test]
    fn long_term_dates_lie_two_years_apart() {
        let brief =
            brief(r#"{"tool":"follow_up","offer":"lease","moved_in":"2026-02-01","count":2}"#);
        assert_eq!(brief.title, "Opfølgning: længerevarende botilbud med lejekontrakt");
        let findings = [
            ("Opfølgning 1", "1. maj 2026"),
            ("Opfølgning 2", "1. maj 2028, eller 1. februar 2028 talt fra indflytningen"),
        ];
        assert_eq!(brief.findings, pairs(&findings));
    }

    #[test]
    fn one_date_alone_has_one_reading() {
        let brief =
            brief(r#"{"tool":"follow_up","offer":"lease","moved_in":"2026-02-01","count":1}"#);
        assert_eq!(brief.findings, pairs(&[("Opfølgning 1", "1. maj 2026")]));
        assert_eq!(brief.notes, [DA.dates.follow_up.estimate]);
    }
}
