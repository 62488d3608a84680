//! A suggested plan in brief: the stays in one line, or why there is none.

use super::respite::{days_granted, new, one_year, used, year_span};
use super::{Brief, date_list};
use crate::draft::Context;
use crate::request::ask;
use crate::request::error::ContractError;
use crate::rules::date::DateRange;
use crate::rules::respite::Stay;
use crate::rules::suggest::{Detail, Impossible, Plan, Reason, Shape, Suggestion, Wishes};
use crate::text::format::{day_range, long_date, weekday_name};
use crate::text::words::Words;

/// A suggested plan in brief.
///
/// # Errors
/// [`ContractError`] when the rules refuse the wishes.
pub fn brief(wishes: &Wishes, context: Context) -> Result<Brief, ContractError> {
    let words = context.words;
    let found = ask(wishes, context.standard)?.result;
    let years = (wishes.period.from.year(), wishes.period.to.year());
    let year = one_year(Some(years));
    let mut brief = new(&words.brief.respite.suggestion(year_span(years)), context);
    let granted = match &found {
        Suggestion::Plan(plan) => {
            planned(&mut brief, plan, year, words);
            Some(plan.days_used.saturating_add(plan.remaining))
        }
        Suggestion::Impossible { impossible } => {
            brief.find(words.suggest.result, words.brief.suggest.impossible.to_owned());
            brief.note(&why(*impossible, words));
            None
        }
    };
    inputs(&mut brief, wishes, year, granted, words);
    Ok(brief)
}

fn planned(brief: &mut Brief, plan: &Plan, year: Option<i32>, words: &Words) {
    let names = &words.brief.suggest;
    let stays = plan.stays.iter();
    let stays = stays.map(|stay| DateRange { from: stay.arrival, to: stay.departure });
    let stays: Vec<DateRange> = stays.collect();
    let granted = plan.days_used.saturating_add(plan.remaining);
    brief.find(names.stays, date_list(&stays, true, year, words));
    brief.find(names.used, used(plan.days_used, granted, words));
    brief.find(names.longest_gap, days(plan.longest_gap, words));
}

/// `1 dag`, `2 dage`.
fn days(count: u32, words: &Words) -> String {
    match count {
        1 => words.brief.one_day.to_owned(),
        _ => words.brief.days(count),
    }
}

/// Why no plan fulfils the wishes, and what would help.
fn why(impossible: Impossible, words: &Words) -> String {
    match (impossible.reason, impossible.detail) {
        (Reason::OverGranted, Some(Detail::Days(days))) => words.suggest.over_granted(days),
        (Reason::CannotCover, Some(Detail::Date(date))) => {
            words.suggest.cannot_cover(long_date(date, words))
        }
        (Reason::OverGranted | Reason::CannotCover | Reason::NoRoom, _) => {
            words.suggest.no_room.to_owned()
        }
    }
}

fn inputs(
    brief: &mut Brief,
    wishes: &Wishes,
    year: Option<i32>,
    granted: Option<u32>,
    words: &Words,
) {
    let names = &words.brief.suggest;
    brief.answered(names.period, day_range(wishes.period, None, words));
    days_granted(brief, names.granted, wishes.granted_days, granted, words);
    for shape in &wishes.shapes {
        brief.answered(names.wish, shape_in_words(*shape, words));
    }
    let booked: Vec<DateRange> = wishes.booked.iter().map(|stay| Stay::range(*stay)).collect();
    let lists = [
        (names.booked, &booked, true),
        (names.unavailable, &wishes.unavailable, false),
        (names.must_cover, &wishes.must_cover, false),
    ];
    for (name, ranges, with_days) in lists {
        if !ranges.is_empty() {
            brief.answered(name, date_list(ranges, with_days, year, words));
        }
    }
}

fn shape_in_words(shape: Shape, words: &Words) -> String {
    let Shape { arrival_weekday, days, count } = shape;
    let names = &words.brief.suggest;
    match arrival_weekday {
        Some(day) => names.shape_on(count, days, weekday_name(day, words)),
        None => names.shape(count, days),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::results::brief::testing::{assert_own_sentences, brief, pairs};
    use crate::rules::date::Date;
    use crate::text::words::DA;

    #[test]
    fn the_days_suggested_are_one_finding() {
        let brief = brief(
            r#"{"tool":"suggest","granted_days":20,"period":{"from":"2026-01-01","to":"2026-03-31"},
                "booked":[{"arrival":"2026-02-13","departure":"2026-02-16"}],
                "unavailable":[{"from":"2026-01-01","to":"2026-01-06"}],
                "must_cover":[{"from":"2026-03-13","to":"2026-03-14"}],
                "shapes":[{"arrival_weekday":"friday","days":4,"count":2},{"days":1,"count":1}]}"#,
        );
        assert_eq!(brief.title, "Aflastning: forslag for 2026");
        let findings = [
            (
                "Foreslåede ophold",
                "22. januar (1 døgn), 27. februar–2. marts (4 døgn), 13.–16. marts (4 døgn)",
            ),
            ("Døgn i perioden", "13 af 20 døgn. 7 tilbage."),
            ("Længste pause", "21 dage"),
        ];
        assert_eq!(brief.findings, pairs(&findings));
        let inputs = [
            ("Periode", "1. januar–31. marts 2026"),
            ("Bevilgede døgn til perioden", "20"),
            ("Ønske", "2 ophold på 4 døgn, ankomst fredag"),
            ("Ønske", "1 ophold på 1 døgn"),
            ("Ophold, der ligger fast", "13.–16. februar (4 døgn)"),
            ("Kan ikke bruges", "1.–6. januar"),
            ("Skal være dækket", "13.–14. marts"),
        ];
        assert_eq!(brief.inputs, pairs(&inputs));
        assert_eq!(brief.notes, [DA.respite.estimate]);
    }

    #[test]
    fn a_wish_across_new_year_names_its_years() {
        let brief = brief(
            r#"{"tool":"suggest","period":{"from":"2026-12-31","to":"2027-01-02"},
                "shapes":[{"days":1,"count":1}]}"#,
        );
        assert_eq!(brief.title, "Aflastning: forslag for 2026–2027");
        let findings = [
            ("Foreslåede ophold", "1. januar 2027 (1 døgn)"),
            ("Døgn i perioden", "1 af 55 døgn. 54 tilbage."),
            ("Længste pause", "1 dag"),
        ];
        assert_eq!(brief.findings, pairs(&findings));
        assert_eq!(brief.inputs[1].1, "Ikke oplyst. Regnet med 55.");
    }

    #[test]
    fn why_there_is_no_plan_is_said() {
        let brief = brief(
            r#"{"tool":"suggest","granted_days":7,"period":{"from":"2026-01-01","to":"2026-12-31"},
                "booked":[{"arrival":"2026-02-06","departure":"2026-02-09"}],
                "shapes":[{"arrival_weekday":"friday","days":4,"count":1}]}"#,
        );
        let finding = ("Forslaget", "Ingen plan passer til ønskerne");
        assert_eq!(brief.findings, pairs(&[finding]));
        assert_eq!(brief.notes[1], DA.suggest.over_granted(1));
    }

    #[test]
    fn every_reason_has_a_sentence_of_its_own() {
        let sentence = |reason: &Reason| {
            let detail = match reason {
                Reason::OverGranted => Some(Detail::Days(3)),
                Reason::CannotCover => Some(Detail::Date(Date::parse("2026-03-06").unwrap())),
                Reason::NoRoom => None,
            };
            why(Impossible { reason: *reason, detail }, &DA)
        };
        assert_own_sentences(Reason::ALL.iter().map(sentence).collect());
    }
}
