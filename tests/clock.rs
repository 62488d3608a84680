//! Whatever day the device's clock tells, the pages can be drawn; and a page that stays open over
//! midnight says what one that is opened the next day would.
#![cfg(not(target_arch = "wasm32"))]

use botilbud::app::event::Event;
use botilbud::app::model::{Extent, Model};
use botilbud::app::page::{Page, Step};
use botilbud::app::planner::doors::Arrival;
use botilbud::app::sheet::row_field;
use botilbud::app::tool::Tool;
use botilbud::draft::Context;
use botilbud::draft::respite::{FROM, STAYS, TO};
use botilbud::html::page::View;
use botilbud::pages;
use botilbud::rules::date::Date;
use botilbud::rules::standard::Standard;
use botilbud::text::format::short_date;
use botilbud::text::words::{DA, Language};

fn context(today: &str) -> Context {
    let standard = Box::leak(Box::new(Standard::built_in().unwrap()));
    Context::new(Date::parse(today).unwrap(), standard, Language::Danish.edition())
}

/// What a person has typed and asked, on this day.
fn asked(context: Context) -> Model {
    let mut model = Model::new(Page::Front, context);
    model.arrival = Arrival::Here;
    for (field, text) in [
        ("born-day", "4"),
        ("born-month", "5"),
        ("born-year", "1996"),
        ("check-physical", "yes"),
        ("pay-long-term", "yes"),
        ("complaint-offer", "temporary"),
        ("complaint-received", "5.3.2026"),
        ("follow-offer", "lease"),
        ("follow-moved", "31.1.2026"),
        ("choice-offer", "long_term"),
        ("choice-wanted-price", "98000"),
        ("choice-reference-price", "80000"),
    ] {
        model.update(Event::Typed { field: field.to_owned(), text: text.to_owned() }, context);
    }
    let row = model.sheet.add_row(STAYS);
    for (name, text) in [(FROM, "6.3.2026"), (TO, "9.3.2026")] {
        let field = row_field(STAYS, row, name);
        model.update(Event::Typed { field, text: text.to_owned() }, context);
    }
    // Where one is in the calendar stays as it is.
    model.page = Page::Respite;
    model.update(Event::Went(Date::parse("2026-03-20").unwrap()), context);
    for tool in [Tool::Complaint, Tool::FollowUp, Tool::FreeChoice] {
        model.update(Event::Submitted(tool), context);
    }
    model
}

/// Every page as it is drawn on this day.
fn drawn(model: &mut Model, context: Context) -> Vec<(Page, String)> {
    let steps = [Step::Question(1), Step::Answers, Step::Result].map(Page::Check);
    let mut pages = Vec::new();
    for page in Page::ALL.into_iter().chain(steps) {
        model.come_to(page, context);
        let view = View { model, context, hollow: false };
        pages.push((page, pages::page(view).into_string()));
    }
    pages
}

/// Every page of this day.
fn pages_on(day: &str) -> Vec<(Page, String)> {
    let context = context(day);
    let mut model = asked(context);
    drawn(&mut model, context)
}

/// The pages of one day, gone on with on another.
fn pages_over_midnight(day: &str, next: &str) -> Vec<(Page, String)> {
    let mut model = asked(context(day));
    let context = context(next);
    let effects = model.begin_day(context);
    assert_eq!(effects.extent, Extent::Page, "everything that is shown is drawn");
    drawn(&mut model, context)
}

#[test]
fn a_page_that_stays_open_says_what_one_of_the_next_day_says() {
    // Over the safest date, the deadline, the end of a month and of a year.
    for (day, next) in [
        ("2026-03-09", "2026-03-10"),
        ("2026-04-02", "2026-04-03"),
        ("2026-04-07", "2026-04-08"),
        ("2026-04-30", "2026-05-04"),
        ("2026-03-09", "2026-12-31"),
    ] {
        let (stayed, opened) = (pages_over_midnight(day, next), pages_on(next));
        assert_ne!(opened, pages_on(day), "{day}: something is said otherwise");
        for ((page, stayed), (_, opened)) in stayed.iter().zip(&opened) {
            assert_eq!(stayed, opened, "{page:?} from {day} to {next}");
        }
    }
}

#[test]
fn a_clock_that_is_years_ahead_is_told_on_every_page() {
    let said = |day: &str| DA.frame.late(short_date(Date::parse(day).unwrap(), &DA));
    for (page, html) in pages_on("2099-12-31") {
        assert!(html.contains(&said("2099-12-31")), "{page:?}");
    }
    for day in ["2023-04-17", "2026-03-09", "2043-12-31"] {
        for (page, html) in pages_on(day) {
            assert!(!html.contains(&said(day)), "{page:?} on {day}");
            assert!(!html.contains(&u32::MAX.to_string()), "{page:?} on {day}");
        }
    }
}
