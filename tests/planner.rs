//! The planner without a browser: what each event does to the plan, and that nothing is lost.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::{BTreeMap, BTreeSet};

use botilbud::app::asked::Standing;
use botilbud::app::event::{Action, Deed, Event};
use botilbud::app::model::{Extent, Model};
use botilbud::app::page::Page;
use botilbud::app::planner::history::FIELDS;
use botilbud::app::planner::pick::{End, Picking};
use botilbud::app::sheet::{Sheet, row_field};
use botilbud::app::tool::Tool;
use botilbud::draft::Context;
use botilbud::draft::respite::{ARRIVAL, DEPARTURE, FROM, NOTE, STAYS, TO, UNAVAILABLE};
use botilbud::exchange::plan_link;
use botilbud::html::page::View;
use botilbud::pages;
use botilbud::pages::respite::DrawnDay;
use botilbud::rules::date::{Date, Weekday};
use botilbud::rules::holidays::holiday;
use botilbud::rules::respite::Stay;
use botilbud::rules::standard::Standard;
use botilbud::text::format;
use botilbud::text::words::{DA, Language};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestRunner};

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn context() -> Context {
    let standard = Box::leak(Box::new(Standard::built_in().unwrap()));
    Context::new(date("2026-03-09"), standard, Language::Danish.edition())
}

/// A planner and what a person does with it.
struct Person {
    model: Model,
    context: Context,
}

impl Person {
    fn new() -> Person {
        let context = context();
        Person { model: Model::new(Page::Respite, context), context }
    }

    fn does(&mut self, event: Event) {
        self.model.update(event, self.context);
        while self.model.planner.is_looking() {
            self.model.step_search(self.context);
        }
    }

    fn chooses(&mut self, days: &[&str]) {
        for day in days {
            self.does(Event::Chose(date(day)));
        }
    }

    fn presses(&mut self, deed: Deed) {
        self.does(Event::Pressed(Action::Do(deed)));
    }

    fn types(&mut self, field: &str, text: &str) {
        self.does(Event::Typed { field: field.to_owned(), text: text.to_owned() });
        self.does(Event::Left);
    }

    /// Types a range into a new row of a list.
    fn adds_range(&mut self, list: &'static str, from: &str, to: &str) {
        self.does(Event::Pressed(Action::Add(list)));
        let row = *self.model.sheet.rows(list).last().unwrap();
        self.types(&row_field(list, row, FROM), from);
        self.types(&row_field(list, row, TO), to);
    }

    /// The stays of the plan: `2026-03-06/4`.
    fn plan(&self) -> Vec<String> {
        let stays = self.model.planner.plan.plain_stays();
        stays.iter().map(|stay| format!("{}/{}", stay.arrival().iso(), stay.days())).collect()
    }

    fn said(&self) -> &str {
        &self.model.planner.said
    }

    fn page(&self) -> String {
        pages::page(View { model: &self.model, context: self.context, hollow: false }).into_string()
    }
}

// ---- The calendar ----

#[test]
fn a_first_and_a_last_day_make_a_stay_in_either_order() {
    let mut person = Person::new();
    person.chooses(&["2026-03-06", "2026-03-09"]);
    person.chooses(&["2026-05-04", "2026-05-01"]);
    person.chooses(&["2026-06-10", "2026-06-10"]);
    assert_eq!(person.plan(), ["2026-03-06/4", "2026-05-01/4", "2026-06-10/1"]);
    assert!(person.said().contains("10. juni 2026: 1 døgn"), "{}", person.said());
}

#[test]
fn what_is_chosen_is_seen_before_the_rest_is_drawn() {
    let mut person = Person::new();
    person.does(Event::Chose(date("2026-03-30")));
    let effects = person.model.update(Event::Chose(date("2026-04-02")), person.context);
    let view = View { model: &person.model, context: person.context, hollow: false };
    // First the days themselves, as they will stand in the whole page.
    assert_eq!(effects.at_once(), Extent::Days);
    let page = person.page();
    let days = pages::respite::chosen(view);
    let ids: Vec<&str> = days.iter().map(|day| day.id.as_str()).collect();
    assert_eq!(ids, ["day-2026-03-30", "day-2026-03-31", "day-2026-04-01", "day-2026-04-02"]);
    for DrawnDay { part, cell, .. } in &days {
        assert!(cell.0.contains("is-planned") && page.contains(&cell.0), "{}", cell.0);
        assert!(page.contains(&format!("data-live=\"{part}\"")), "{part}");
    }
    // Then what is near them, then what follows from them.
    let follows = |key: &str, extent: Extent| pages::follows(key, extent, view);
    let second = effects.extent.after(Extent::Days);
    for key in ["month:2026-03-01", "month:2026-04-01", "panel:"] {
        assert!(!follows(key, Extent::Days) && follows(key, second), "{key}");
    }
    for key in ["month:2026-05-01", "count:", "list:", "wishes:"] {
        assert!(!follows(key, second) && follows(key, effects.extent), "{key}");
    }
    assert_eq!(effects.extent.after(second), effects.extent);
}

#[test]
fn a_day_chosen_and_a_stay_opened_are_seen_before_the_rest_is_drawn() {
    let mut person = Person::new();
    let seen = |person: &Person| -> Vec<String> {
        let view = View { model: &person.model, context: person.context, hollow: false };
        let days = pages::respite::chosen(view);
        let chosen = days.iter().filter(|day| day.cell.0.contains("aria-selected=\"true\""));
        assert_eq!(chosen.count(), days.len());
        days.into_iter().map(|day| day.id).collect()
    };
    person.chooses(&["2026-03-06"]);
    assert_eq!(seen(&person), ["day-2026-03-06"]);
    person.chooses(&["2026-03-07"]);
    assert_eq!(seen(&person), ["day-2026-03-06", "day-2026-03-07"], "the stay is open");
}

#[test]
fn two_stays_share_a_change_over_day_and_no_more() {
    let mut person = Person::new();
    person.chooses(&["2026-03-06", "2026-03-09"]);
    person.does(Event::Pressed(Action::Begin(date("2026-03-09"))));
    person.chooses(&["2026-03-12"]);
    person.chooses(&["2026-03-04", "2026-03-06"]);
    assert_eq!(person.plan(), ["2026-03-04/3", "2026-03-06/4", "2026-03-09/4"]);
    person.chooses(&["2026-03-02", "2026-03-05"]);
    assert_eq!(person.plan().len(), 3, "the new stay would share 4 and 5 March");
    assert!(person.model.planner.refused);
    assert!(person.said().starts_with("Her ligger allerede et ophold"), "{}", person.said());
    // The choice goes on: another last day will do.
    person.chooses(&["2026-03-04"]);
    assert_eq!(person.plan().len(), 4);
}

#[test]
fn a_stay_is_opened_moved_lengthened_shortened_and_deleted() {
    let mut person = Person::new();
    person.chooses(&["2026-03-06", "2026-03-09"]);
    let row = person.model.sheet.rows(STAYS)[0];
    assert_eq!(person.model.planner.picking, Picking::Stay(row));
    for (end, days, plan) in [
        (End::Departure, 1, "2026-03-06/5"),
        (End::Arrival, -1, "2026-03-05/6"),
        (End::Departure, -1, "2026-03-05/5"),
        (End::Arrival, 1, "2026-03-06/4"),
        (End::Both, 7, "2026-03-13/4"),
    ] {
        person.does(Event::Pressed(Action::Nudge(end, days)));
        assert_eq!(person.plan(), [plan]);
    }
    person.presses(Deed::Move);
    person.chooses(&["2026-12-30"]);
    assert_eq!(person.plan(), ["2026-12-30/4"]);
    person.presses(Deed::Held);
    assert!(person.model.planner.plan.stays[0].held);
    person.presses(Deed::Delete);
    assert_eq!(person.plan(), [""; 0]);
    person.presses(Deed::Undo);
    assert_eq!(person.plan(), ["2026-12-30/4"]);
}

#[test]
fn the_shortest_stay_is_a_day() {
    let mut person = Person::new();
    person.chooses(&["2026-03-06", "2026-03-06"]);
    person.does(Event::Pressed(Action::Nudge(End::Departure, -1)));
    assert_eq!(person.plan(), ["2026-03-06/1"]);
    assert!(person.model.planner.refused);
}

#[test]
fn moving_may_pass_over_the_stays_own_days_but_not_over_others() {
    let mut person = Person::new();
    person.chooses(&["2026-03-06", "2026-03-09"]);
    person.chooses(&["2026-03-12", "2026-03-15", "2026-03-07"]);
    person.does(Event::Pressed(Action::Nudge(End::Both, 1)));
    assert_eq!(person.plan()[0], "2026-03-07/4");
    person.presses(Deed::Move);
    person.chooses(&["2026-03-10"]);
    assert_eq!(person.plan()[0], "2026-03-07/4");
    assert!(person.model.planner.refused);
    person.presses(Deed::Cancel);
    assert_eq!(person.model.planner.picking, Picking::Nothing);
}

#[test]
fn days_that_will_not_do_say_why() {
    let mut person = Person::new();
    person.adds_range(UNAVAILABLE, "10.3.2026", "12.3.2026");
    person.chooses(&["2026-03-11"]);
    assert_eq!(person.model.planner.picking, Picking::Nothing);
    assert!(person.said().contains("onsdag den 11. marts 2026 kan ikke bruges"));
    person.chooses(&["2026-03-09", "2026-03-13"]);
    assert!(person.plan().is_empty());
    assert!(person.said().contains("10. marts"), "{}", person.said());
    assert!(person.page().contains("id=\"day-2026-03-11\""), "it can still be reached");
}

#[test]
fn the_name_of_every_day_has_weekday_date_year_and_holiday() {
    let mut person = Person::new();
    for year in [1900, 2024, 2026, 2027, 2100] {
        person.does(Event::Pressed(Action::Year(year)));
        let page = person.page();
        let mut day = Date::new(year, 1, 1).unwrap();
        let mut days = 0;
        while day.year() == year {
            let from = format!("id=\"day-{}\"", day.iso());
            let cell = page.split_once(&from).unwrap_or_else(|| panic!("no {from}")).1;
            let cell = cell.split_once("</td>").unwrap().0;
            let name = cell.split_once("aria-label=\"").unwrap().1.split_once('"').unwrap().0;
            // The weekday by counting from a known Monday, not by the calendar's own way.
            let known_monday = date("1900-01-01");
            let weekday = (known_monday.days_until(day)).rem_euclid(7) as usize;
            let weekday = DA.calendar.weekdays[weekday];
            let month = DA.calendar.months[day.month() as usize - 1];
            let expected = format!("{weekday} den {}. {month} {year}", day.day());
            assert!(name.starts_with(&expected), "{name}, not {expected}");
            assert_eq!(cell.contains("is-holiday"), holiday(day).is_some(), "{cell}");
            let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
            assert_eq!(cell.contains("is-weekend"), weekend, "{cell}");
            assert!(cell.ends_with(&format!(">{}", day.day())), "{cell}");
            day = day.plus_days(1);
            days += 1;
        }
        assert!(days >= 365);
        assert_eq!(page.matches("tabindex=\"0\"").count(), 1 + scroll_regions(&page), "{year}");
    }
}

/// Tables that scroll sideways can be reached by Tab, too.
fn scroll_regions(page: &str) -> usize {
    page.matches("table--responsive-scroll").count()
}

#[test]
fn the_days_beyond_the_grant_are_marked() {
    let mut person = Person::new();
    person.types("granted", "5");
    person.chooses(&["2026-03-06", "2026-03-09", "2026-05-01", "2026-05-03"]);
    let page = person.page();
    let marked = |day: &str| {
        let from = format!("id=\"day-{day}\"");
        page.split_once(&from).unwrap().1.split_once('>').unwrap().0.contains("is-over")
    };
    assert!(!marked("2026-03-09") && !marked("2026-05-01"));
    assert!(marked("2026-05-02") && marked("2026-05-03"));
}

// ---- The list ----

#[test]
fn the_list_and_the_calendar_are_one_plan() {
    let mut person = Person::new();
    person.does(Event::Pressed(Action::Add(STAYS)));
    let row = person.model.sheet.rows(STAYS)[0];
    person.types(&row_field(STAYS, row, ARRIVAL), "6/3-2026");
    person.types(&row_field(STAYS, row, DEPARTURE), "9. marts 2026");
    assert_eq!(person.plan(), ["2026-03-06/4"]);
    person.chooses(&["2026-03-07"]);
    assert_eq!(person.model.planner.picking, Picking::Stay(row));
    person.does(Event::Pressed(Action::Nudge(End::Both, -7)));
    assert_eq!(person.model.sheet.get_in(STAYS, row, ARRIVAL), "27. februar 2026");
}

#[test]
fn a_row_is_not_called_wrong_while_it_is_typed_in() {
    let mut person = Person::new();
    person.does(Event::Pressed(Action::Add(STAYS)));
    let row = person.model.sheet.rows(STAYS)[0];
    let arrival = row_field(STAYS, row, ARRIVAL);
    person.does(Event::Typed { field: arrival.clone(), text: "6.3.".to_owned() });
    assert_eq!(person.model.plan_errors().count(), 0);
    person.does(Event::Left);
    let fields: Vec<&str> = person.model.plan_errors().map(|error| error.field.as_str()).collect();
    assert_eq!(fields, [arrival.as_str(), row_field(STAYS, row, DEPARTURE).as_str()]);
    assert_eq!(person.model.planner.plan.left_out, 1);
}

#[test]
fn a_wrong_row_keeps_nothing_else_from_counting() {
    let mut person = Person::new();
    person.chooses(&["2026-03-06", "2026-03-09"]);
    person.does(Event::Pressed(Action::Add(STAYS)));
    let row = *person.model.sheet.rows(STAYS).last().unwrap();
    person.types(&row_field(STAYS, row, ARRIVAL), "7.3.2026");
    person.types(&row_field(STAYS, row, DEPARTURE), "12.3.2026");
    assert_eq!(person.plan(), ["2026-03-06/4"]);
    let page = person.page();
    assert!(page.contains("Advarsel: ét ophold er ikke talt med"));
    assert!(page.contains("4 af 55 døgn er brugt i 2026"));
    assert_eq!(person.model.sheet.get_in(STAYS, row, ARRIVAL), "7.3.2026", "nothing typed is lost");
}

// ---- Links ----

#[test]
fn a_link_never_takes_the_place_of_a_plan_without_being_asked() {
    let stay = |from, to| Stay::new(date(from), date(to)).unwrap();
    let theirs = [stay("2026-03-06", "2026-03-09"), stay("2027-07-05", "2027-07-11")];
    let link = plan_link::encode(&theirs).unwrap();

    let mut empty = Person::new();
    empty.model.receive_link(&link, empty.context);
    assert_eq!(empty.plan(), ["2026-03-06/4", "2027-07-05/7"]);

    let mut person = Person::new();
    person.chooses(&["2026-03-08", "2026-03-10"]);
    for (answer, plan) in [
        (Deed::KeepMine, vec!["2026-03-08/3"]),
        (Deed::AddIncoming, vec!["2026-03-08/3", "2027-07-05/7"]),
        (Deed::TakeIncoming, vec!["2026-03-06/4", "2027-07-05/7"]),
    ] {
        let before = person.plan();
        person.model.receive_link(&link, person.context);
        assert_eq!(person.plan(), before);
        assert!(person.page().contains("Linket har en anden plan"));
        person.presses(answer);
        assert_eq!(person.plan(), plan);
    }
    person.presses(Deed::Undo);
    assert_eq!(person.plan(), ["2026-03-08/3", "2027-07-05/7"]);
}

#[test]
fn a_damaged_or_newer_link_is_a_sentence() {
    for (link, sentence) in
        [("1xx", "gået i stykker"), ("9abc", "nyere udgave"), ("", "gået i stykker")]
    {
        let mut person = Person::new();
        person.chooses(&["2026-03-06", "2026-03-09"]);
        person.model.receive_link(link, person.context);
        assert!(person.page().contains(sentence), "{link}");
        assert_eq!(person.plan(), ["2026-03-06/4"]);
    }
}

// ---- Nothing is lost ----

fn day() -> impl Strategy<Value = Date> {
    (0..120_i32).prop_map(|day| date("2026-11-15").plus_days(day))
}

fn event() -> impl Strategy<Value = Event> {
    let deeds = prop::sample::select(vec![
        Deed::Undo,
        Deed::Redo,
        Deed::Beside,
        Deed::Move,
        Deed::Held,
        Deed::Delete,
        Deed::Cancel,
        Deed::Template,
        Deed::WishWeekends,
        Deed::WishWeeks,
        Deed::Stop,
        Deed::Accept,
        Deed::Dismiss,
        Deed::Link,
        Deed::TakeIncoming,
        Deed::AddIncoming,
        Deed::KeepMine,
        Deed::ImportUnavailable,
        Deed::ImportMustCover,
        Deed::ImportNone,
    ]);
    let end = prop::sample::select(vec![End::Arrival, End::Departure, End::Both]);
    prop_oneof![
        8 => day().prop_map(Event::Chose),
        2 => day().prop_map(Event::Pointed),
        2 => day().prop_map(Event::Went),
        4 => deeds.prop_map(|deed| Event::Pressed(Action::Do(deed))),
        2 => (end, -40..40_i32).prop_map(|(end, days)| Event::Pressed(Action::Nudge(end, days))),
        1 => (2025..2029_i32).prop_map(|year| Event::Pressed(Action::Year(year))),
        1 => (0..4_u32).prop_map(|way| Event::Pressed(Action::WayBack(way))),
        1 => day().prop_map(|day| Event::Pressed(Action::Begin(day))),
        2 => (0..12_u32, "[0-9. ]{0,9}").prop_map(|(row, text)| Event::Typed {
            field: row_field(STAYS, row, ARRIVAL), text
        }),
        1 => (0..12_u32, ".{0,9}").prop_map(|(row, text)| Event::Typed {
            field: row_field(STAYS, row, NOTE), text
        }),
        1 => "[0-9]{0,3}".prop_map(|text| Event::Typed { field: "granted".to_owned(), text }),
        1 => Just(Event::Left),
        1 => Just(Event::Pressed(Action::Add(UNAVAILABLE))),
        1 => Just(Event::Pressed(Action::Add(STAYS))),
        1 => (0..12_u32).prop_map(|row| Event::Pressed(Action::Remove(STAYS, row))),
        1 => vec(any::<u8>(), 0..60).prop_map(|bytes| {
            Event::Opened { field: "calendar-file".to_owned(), bytes }
        }),
    ]
}

/// Tries the same cases in every run.
fn runner(cases: u32) -> TestRunner {
    TestRunner::new(Config {
        cases,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(41),
        max_shrink_iters: 500,
        ..Config::default()
    })
}

/// Texts and rows, whatever the order of the rows.
fn content(sheet: &Sheet) -> (Sheet, BTreeSet<u32>) {
    let rows = sheet.rows(STAYS).iter().copied().collect();
    (sheet.part(&["stay-", "granted"]), rows)
}

#[test]
fn whatever_is_done_can_be_undone_and_done_again() {
    let outcome = runner(300).run(&vec(event(), 1..40), |events| {
        let mut person = Person::new();
        let beginning = content(&person.model.sheet);
        for event in events {
            person.does(event);
            // Two stays never share more than a change-over day, whatever was done.
            let stays = person.model.planner.plan.plain_stays();
            prop_assert!(botilbud::rules::respite::sorted(&stays).is_ok());
            // The count is that of what stands there, whatever else was typed or pressed.
            let counts = person.model.standing(Tool::Respite);
            prop_assert!(!matches!(counts, Standing::Stale));
        }
        let end = content(&person.model.sheet);
        let mut changes = 0;
        while person.model.planner.history.can_undo() {
            person.presses(Deed::Undo);
            changes += 1;
        }
        prop_assert_eq!(content(&person.model.sheet), beginning);
        for _ in 0..changes {
            person.presses(Deed::Redo);
        }
        let again = content(&person.model.sheet);
        prop_assert_eq!(&again, &end);
        person.page();
        Ok(())
    });
    if let Err(failure) = outcome {
        panic!("{failure}");
    }
}

/// The page without its live parts, and each of these by its key.
fn drawn(person: &Person) -> (String, BTreeMap<String, String>) {
    let view = View { model: &person.model, context: person.context, hollow: true };
    let full = person.page();
    let keys = full.split("data-live=\"").skip(1).map(|rest| rest.split_once('"').unwrap().0);
    let part = |key: &str| pages::live(key, view).map(|part| part.into_string());
    let parts = keys.map(|key| (key.to_owned(), part(key).unwrap_or_default())).collect();
    // Whether a fold is open is the person's own choice once it is on the screen.
    (pages::page(view).into_string().replace(" open>", ">"), parts)
}

#[test]
fn what_is_not_drawn_anew_has_not_changed() {
    let outcome = runner(60).run(&vec(event(), 1..25), |events| {
        let mut person = Person::new();
        for event in events {
            let (frame, parts) = drawn(&person);
            let effects = person.model.update(event.clone(), person.context);
            if effects.extent == Extent::Page {
                continue;
            }
            let (frame_now, parts_now) = drawn(&person);
            prop_assert_eq!(frame, frame_now, "{:?}", event);
            let view = View { model: &person.model, context: person.context, hollow: true };
            for (key, part) in parts {
                // A field that is typed in shows by itself what is typed.
                let shows_itself = effects.extent == Extent::Typing && key == "wishes:";
                if !pages::follows(&key, effects.extent, view) && !shows_itself {
                    prop_assert_eq!(Some(&part), parts_now.get(&key), "{} after {:?}", key, event);
                }
            }
        }
        Ok(())
    });
    if let Err(failure) = outcome {
        panic!("{failure}");
    }
}

#[test]
fn every_change_of_the_planner_can_be_undone_one_by_one() {
    let mut person = Person::new();
    let mut states = vec![person.model.sheet.part(FIELDS)];
    person.chooses(&["2026-03-06", "2026-03-09"]);
    states.push(person.model.sheet.part(FIELDS));
    person.does(Event::Pressed(Action::Nudge(End::Departure, 1)));
    states.push(person.model.sheet.part(FIELDS));
    person.types("granted", "30");
    states.push(person.model.sheet.part(FIELDS));
    person.presses(Deed::Template);
    states.push(person.model.sheet.part(FIELDS));
    while let Some(state) = states.pop() {
        assert_eq!(person.model.sheet.part(FIELDS), state);
        person.presses(Deed::Undo);
    }
}

#[test]
fn short_ranges_are_read_in_the_panel() {
    let mut person = Person::new();
    person.chooses(&["2026-03-06"]);
    person.does(Event::Pointed(date("2026-03-09")));
    let stay = Stay::new(date("2026-03-06"), date("2026-03-09")).unwrap();
    let name = format::short_range(stay.range(), &DA);
    assert!(person.page().contains(&format!("{name}: 4 døgn")));
}
