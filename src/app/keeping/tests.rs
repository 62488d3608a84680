use super::*;
use crate::app::event::{Action, Event};
use crate::app::model::{Effects, Extent, Model, Outside};
use crate::app::page::Page;
use crate::app::tool::Tool;
use crate::draft::case_file::{VERSION, write};
use crate::draft::testing::context;
use crate::html::page::View;
use crate::pages;
use crate::text::words::DA;

fn model() -> Model {
    Model::new(Page::Overview, context())
}

fn typed(model: &mut Model, field: &str, text: &str) {
    let event = Event::Typed { field: field.to_owned(), text: text.to_owned() };
    model.update(event, context());
}

fn press(model: &mut Model, deed: KeepDeed) -> Effects {
    model.update(Event::Pressed(Action::Keep(deed)), context())
}

fn opened(model: &mut Model, text: &str) {
    let (field, bytes) = (FILE.to_owned(), text.as_bytes().to_vec());
    model.update(Event::Opened { field, bytes }, context());
}

fn stored(model: &mut Model, text: &str) {
    model.update(Event::Stored(Some(text.to_owned())), context());
}

/// What a sheet with this birth year is kept as.
fn kept(year: &str) -> String {
    let mut model = model();
    typed(&mut model, "born-year", year);
    write(&model.sheet, context().today)
}

fn drawn(model: &Model) -> String {
    pages::page(View { model, context: context(), hollow: false }).into_string()
}

/// A window that keeps what is typed, with 1950 as the year.
fn keeping() -> Model {
    let mut model = model();
    typed(&mut model, "born-year", "1950");
    assert_eq!(press(&mut model, KeepDeed::Keep).outside, Some(Outside::Keep));
    model.update(Event::Kept(kept("1950")), context());
    assert_eq!(model.keeping.state, State::On);
    model
}

#[test]
fn nothing_is_kept_before_the_person_asks() {
    let mut model = model();
    typed(&mut model, "born-year", "1950");
    assert_eq!(model.update(Event::Rested, context()).outside, None);
    let mut model = keeping();
    assert_eq!(model.update(Event::Rested, context()).outside, Some(Outside::Keep));
    assert_eq!(model.text_to_keep(context()), kept("1950"));
}

#[test]
fn what_is_found_waits_for_the_person() {
    let mut model = model();
    stored(&mut model, &kept("1950"));
    assert!(matches!(model.keeping.state, State::Found(_)));
    assert_eq!(model.sheet.get("born-year"), "", "nobody has asked for it");
    assert_eq!(model.update(Event::Rested, context()).outside, None, "nor is it overwritten");
    press(&mut model, KeepDeed::TakeKept);
    assert_eq!(model.sheet.get("born-year"), "1950");
    assert_eq!(model.keeping.state, State::On);
    assert_eq!(model.keeping.seen, Some(kept("1950")));
}

#[test]
fn what_is_typed_before_is_told_to_be_replaced_and_can_be_kept_instead() {
    let mut model = model();
    stored(&mut model, &kept("1950"));
    assert!(!drawn(&model).contains(DA.keeping.replaces));
    typed(&mut model, "born-year", "1960");
    assert!(drawn(&model).contains(DA.keeping.replaces));
    assert_eq!(press(&mut model, KeepDeed::Keep).outside, Some(Outside::Keep));
    assert_eq!(model.sheet.get("born-year"), "1960");
    assert_eq!(model.keeping.seen, Some(kept("1950")), "what is overwritten was seen");
}

#[test]
fn another_window_is_neither_overwritten_nor_followed_without_being_asked() {
    let mut model = keeping();
    stored(&mut model, &kept("1970"));
    assert!(matches!(model.keeping.state, State::Elsewhere(_)));
    assert_eq!(model.sheet.get("born-year"), "1950");
    assert_eq!(model.update(Event::Rested, context()).outside, None);
    press(&mut model, KeepDeed::TakeKept);
    assert_eq!((model.sheet.get("born-year"), &model.keeping.state), ("1970", &State::On));
    // The same in both windows is no quarrel.
    let mut model = keeping();
    let mut other = CaseFile { sheet: model.sheet.clone(), saved: context().today };
    other.saved = other.saved.plus_days(-1);
    stored(&mut model, &write(&other.sheet, other.saved));
    assert_eq!(model.keeping.state, State::On);
}

#[test]
fn what_another_window_deletes_is_not_brought_back_and_not_lost_here() {
    let mut model = keeping();
    model.update(Event::Stored(None), context());
    assert_eq!(model.keeping.state, State::Gone);
    assert_eq!(model.update(Event::Rested, context()).outside, None);
    assert_eq!(model.sheet.get("born-year"), "1950");
    assert_eq!(press(&mut model, KeepDeed::Keep).outside, Some(Outside::Keep));
    assert_eq!(model.keeping.state, State::On);
    let mut waiting = self::model();
    stored(&mut waiting, &kept("1950"));
    waiting.update(Event::Stored(None), context());
    assert_eq!(waiting.keeping.state, State::Off, "nothing is there to be taken any more");
}

#[test]
fn what_cannot_be_read_is_left_as_it_is() {
    let newer = kept("1950").replacen(&format!("\"case_file\":{VERSION}"), "\"case_file\":99", 1);
    for (text, can_be_saved) in [(newer.as_str(), false), ("{\"case_file\":2", true), ("x", true)] {
        let mut model = model();
        stored(&mut model, text);
        assert!(matches!(model.keeping.state, State::Unreadable(_)), "{text}");
        typed(&mut model, "born-year", "1950");
        assert_eq!(model.update(Event::Rested, context()).outside, None, "{text}");
        let page = drawn(&model);
        assert_eq!(page.contains("keep:save-kept"), can_be_saved, "{text}");
        assert!(!page.contains("data-act=\"keep:this\""), "{text}");
    }
}

#[test]
fn a_browser_that_keeps_nothing_is_told_and_nothing_typed_is_lost() {
    for (refusal, said) in
        [(Refusal::Blocked, DA.keeping.blocked), (Refusal::Full, DA.keeping.full)]
    {
        let mut model = keeping();
        model.update(Event::Refused(refusal), context());
        assert!(drawn(&model).contains(said));
        assert!(drawn(&model).contains("keep:save\""));
        assert_eq!(model.sheet.get("born-year"), "1950");
        assert_eq!(model.update(Event::Rested, context()).outside, None);
    }
}

#[test]
fn deleting_stops_keeping() {
    let mut model = keeping();
    assert_eq!(press(&mut model, KeepDeed::Forget).outside, Some(Outside::Forget));
    assert_eq!((&model.keeping.state, &model.keeping.seen), (&State::Off, &None));
    assert_eq!(model.sheet.get("born-year"), "1950", "what is on the screen stays");
    let mut model = keeping();
    let clear = Event::Pressed(Action::Do(crate::app::event::Deed::Clear));
    assert_eq!(model.update(clear, context()).outside, Some(Outside::Forget));
    assert_eq!((&model.keeping.state, model.sheet.get("born-year")), (&State::Off, ""));
}

#[test]
fn a_case_file_is_taken_at_once_or_asked_about() {
    let mut model = model();
    opened(&mut model, &kept("1950"));
    assert_eq!(model.keeping.opened, Some(Opened::Taken(context().today)));
    assert_eq!(model.sheet.get("born-year"), "1950");
    opened(&mut model, &kept("1960"));
    assert!(matches!(model.keeping.opened, Some(Opened::Waiting(_))));
    assert_eq!(model.sheet.get("born-year"), "1950", "not without being asked");
    press(&mut model, KeepDeed::LeaveCase);
    assert_eq!((&model.keeping.opened, model.sheet.get("born-year")), (&None, "1950"));
    opened(&mut model, &kept("1960"));
    press(&mut model, KeepDeed::TakeCase);
    assert_eq!(model.sheet.get("born-year"), "1960");
}

#[test]
fn a_broken_case_file_changes_nothing_and_says_why() {
    let newer = kept("1950").replacen(&format!("\"case_file\":{VERSION}"), "\"case_file\":99", 1);
    let unknown = kept("1950").replacen("born-year", "born-hour", 1);
    let place = DA.keeping.damaged("fields.born-hour");
    for (text, said) in [
        ("x", DA.keeping.not_a_case_file),
        (&newer, DA.keeping.newer),
        ("{\"case_file\":2,", DA.keeping.cut_off),
        (&unknown, &place),
        (&"x".repeat((1 << 20) + 1), DA.keeping.too_large),
    ] {
        let mut model = keeping();
        opened(&mut model, text);
        assert!(drawn(&model).contains(said), "{said}");
        assert_eq!(model.sheet.get("born-year"), "1950");
        assert_eq!(model.keeping.state, State::On);
    }
}

#[test]
fn what_is_taken_is_counted_and_asked_anew() {
    let mut before = model();
    for (field, text) in [
        ("born-day", "4"),
        ("born-month", "5"),
        ("born-year", "1950"),
        ("complaint-offer", "lease"),
        ("complaint-received", "2.11.2026"),
        ("check-physical", "yes"),
    ] {
        typed(&mut before, field, text);
    }
    let mut model = model();
    opened(&mut model, &before.text_to_keep(context()));
    let done = [Tool::Complaint, Tool::Eligibility];
    for tool in Tool::ALL {
        let fresh = matches!(model.standing(*tool), crate::app::asked::Standing::Fresh(_));
        assert_eq!(fresh, done.contains(tool), "{tool:?}");
        assert_eq!(model.errors(*tool), [], "{tool:?}: nobody has asked");
    }
}

#[test]
fn on_the_overview_the_section_is_drawn_with_the_notice() {
    let mut model = keeping();
    let effects = model.update(Event::Stored(Some(kept("1970"))), context());
    assert_eq!(effects.extent, Extent::Page);
    let page = drawn(&model);
    assert_eq!(page.matches(&format!("id=\"{NOTICE}\"")).count(), 1, "{page}");
    assert!(!page.contains(DA.keeping.on_text), "{page}");

    model.page = Page::Payment;
    let effects = model.update(Event::Stored(None), context());
    assert_eq!(effects.extent, Extent::Parts, "what is being typed there is left alone");
}
