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

/// The page with nothing typed in it; of those that depend on the day, what they begin with.
pub fn drawn(shown: Page, context: Context) -> String {
    let mut model = Model::new(shown, context);
    model.arrival = if shown.comes_later() { Arrival::Here } else { Arrival::Awaited };
    let view = View { model: &model, context, hollow: false };
    let begun = match shown {
        Page::Respite => respite::top(view),
        Page::Rates => rates::top(view),
        // The rest is as long again, and stands below what one sees.
        Page::About => about::top(view),
        _ => return marked(page(view)),
    };
    marked(html! { (live("kept:", view, || notice(view))) (begun) })
}

/// The explanations of terms come with the program.
fn marked(markup: Markup) -> String {
    spoken(markup.into_string(), false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::date::Date;
    use crate::rules::standard::Standard;
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
}
