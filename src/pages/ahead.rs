//! A page as it stands in its own file, to be read and filled in before the program has come.
//!
//! It is drawn when the product is built, by the same functions as in the browser, so it has to be
//! true on any day: what depends on the day is left for the program.

use maud::{Markup, html};

use super::{about, notice, page, rates, respite};
use crate::app::model::Model;
use crate::app::page::Page;
use crate::app::planner::doors::Arrival;
use crate::draft::Context;
use crate::html::page::{View, live};
use crate::html::spoken::spoken;
use crate::rules::date::Date;
use crate::rules::standard::Standard;

/// The page with nothing typed in it; of those that depend on the day, what they begin with.
pub fn drawn(shown: Page, context: Context) -> String {
    let mut model = Model::new(shown, context);
    model.arrival = if shown.comes_later() { Arrival::Here } else { Arrival::Awaited };
    let view = View { model: &model, context, hollow: false };
    let begun = match shown {
        Page::Respite => {
            html! { (respite::top(view)) (respite::calendar_to_come(years(context.standard))) }
        }
        Page::Rates => rates::top(view),
        // The rest is as long again, and stands below what one sees.
        Page::About => about::top(view),
        _ => return marked(page(view)),
    };
    marked(html! { (live("kept:", view, || notice(view))) (begun) })
}

/// The years that there are calendars of: from a standard's approval on. After them, somebody has
/// built the pages again; until they do, the calendar comes with the program.
pub fn years(standard: &Standard) -> impl Iterator<Item = i32> + use<> {
    (standard.approved.year()..).take(10)
}

/// The planner's calendar of a year with nothing planned, which begins where [`drawn`] ends.
/// public/boot.js asks for that of the present year, and knows what day it is.
pub fn calendar(year: i32, context: Context) -> Option<String> {
    let day_before = Date::new(year.checked_sub(1)?, 12, 31)?;
    let context = Context { today: day_before, ..context };
    let mut model = Model::new(Page::Respite, context);
    model.planner.year = year;
    Some(marked(respite::begun_calendar(View { model: &model, context, hollow: false })))
}

/// The explanations of terms come with the program.
fn marked(markup: Markup) -> String {
    spoken(markup.into_string(), false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words::Language;

    #[test]
    fn what_is_drawn_ahead_is_true_on_any_day() {
        let standard: &'static Standard = Box::leak(Box::new(Standard::built_in().unwrap()));
        let days = [
            standard.approved,
            Date::parse("2026-11-22").unwrap(),
            Date::parse("2031-06-06").unwrap(),
        ];
        for language in Language::ALL {
            for shown in Page::ALL {
                let on = |day| drawn(shown, Context::new(day, standard, language.edition()));
                for day in days {
                    assert_eq!(on(day), on(standard.approved), "{shown:?} on {day:?}");
                }
            }
        }
    }

    #[test]
    fn a_year_drawn_ahead_is_the_planners_own_but_for_what_marks_today() {
        let standard: &'static Standard = Box::leak(Box::new(Standard::built_in().unwrap()));
        for language in Language::ALL {
            for day in ["2026-11-27", "2028-02-29", "2031-01-01", "2031-12-31"] {
                let today = Date::parse(day).unwrap();
                let context = Context::new(today, standard, language.edition());
                let model = Model::new(Page::Respite, context);
                let own = marked(page(View { model: &model, context, hollow: false }));
                let ahead = calendar(today.year(), context).unwrap();
                let says = format!(", {}", context.words.planner.day.today);
                let month = format!("data-month=\"{}\"", today.month());
                let marks = [
                    (" aria-current=\"date\"", ""),
                    (&says, ""),
                    ("tabindex=\"0\"", "tabindex=\"-1\""),
                    (&month, "data-month=\"1\""),
                ];
                let mut unmarked = own;
                for (mark, nothing) in marks {
                    assert!(unmarked.contains(mark), "{mark}");
                    unmarked = unmarked.replace(mark, nothing);
                }
                assert!(unmarked.contains(&ahead), "{day}");
            }
        }
    }
}
