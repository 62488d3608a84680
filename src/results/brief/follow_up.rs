//! Follow-ups in brief: the first dates, by both readings.

use super::{Brief, titled};
use crate::draft::Context;
use crate::draft::dates::{FOLLOW_UPS, from_move_in};
use crate::request::error::ContractError;
use crate::request::{MoveIn, ask};
use crate::results::payment::offer_name;
use crate::rules::deadlines::{FollowUps, follow_up_interval};
use crate::rules::standard::WhichStandard;
use crate::text::format::{long_date, short_date};
use crate::text::words::Words;

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
    let source = (WhichStandard::Both, names.section);
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

/// The first dates, each by both readings where they differ.
fn dates(brief: &mut Brief, move_in: &MoveIn, result: &FollowUps, context: Context) {
    let words = context.words;
    let parameters = context.standard.on(move_in.moved_in);
    let months = parameters.map_or(0, |parameters| follow_up_interval(move_in.offer, &parameters));
    let others = from_move_in(result, move_in.moved_in, months);
    let pairs = result.dates.iter().zip(&others);
    for (number, (ours, other)) in (1..=FOLLOW_UPS).zip(pairs) {
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
    if count > FOLLOW_UPS {
        brief.note(&words.brief.follow_up.more(FOLLOW_UPS, count));
    }
}
