use super::*;
use crate::app::event::Event;
use crate::app::model::Extent;
use crate::app::model::Model;
use crate::app::sheet::row_field;
use crate::draft::payment::INCOME;
use crate::draft::payment::{AMOUNT, charges_of};

use crate::draft::testing::context;

use crate::text::words::DA;

fn drawn(model: &Model) -> String {
    page(View { model, context: context(), hollow: false }).into_string()
}

/// The page with an offer chosen and nothing typed.
fn with_offer() -> String {
    let mut model = Model::new(Page::Payment, context());
    typed(&mut model, "pay-long-term", "yes");
    drawn(&model)
}

fn typed(model: &mut Model, field: &str, text: &str) {
    let event = Event::Typed { field: field.to_owned(), text: text.to_owned() };
    model.update(event, context());
}

#[test]
fn questions_follow_the_offer() {
    let mut model = Model::new(Page::Payment, context());
    for (offer, ticked, own_home, benefit) in [
        ("pay-long-term", "yes", false, false),
        ("pay-temporary", "yes", true, false),
        ("pay-lease", "yes", true, true),
        ("pay-temporary", "", false, true),
    ] {
        typed(&mut model, offer, ticked);
        let html = drawn(&model);
        assert_eq!(html.contains(DA.payment.own_home), own_home, "{offer}");
        assert_eq!(html.contains(DA.payment.benefit), benefit, "{offer}");
    }
}

#[test]
fn the_page_begins_with_rows_but_without_amounts() {
    let html = drawn(&Model::new(Page::Payment, context()));
    assert_eq!(html.matches("input-amount").count(), 3, "income, expense and debt");
    assert_eq!(html.matches("<span class=\"amount\">0\u{a0}kr.</span>").count(), 2);
    let html = with_offer();
    assert_eq!(html.matches("input-amount").count(), 8, "five prices more");
    assert_eq!(html.matches("<span class=\"amount\">0\u{a0}kr.</span>").count(), 3);
}

#[test]
fn a_new_row_is_for_anything_else_and_has_the_focus() {
    let mut model = Model::new(Page::Payment, context());
    let effects = model.update(Event::Pressed(Action::Add(INCOME)), context());
    let id = effects.focus.unwrap();
    assert!(id.starts_with("income-") && id.ends_with("-kind"));
    let html = drawn(&model);
    let list = html.split(&format!("<select class=\"form-select\" id=\"{id}\"")).nth(1);
    let list = list.and_then(|rest| rest.split("</select>").next()).unwrap();
    assert!(list.contains("<option value=\"\" selected>Anden indtægt</option>"), "{list}");
}

#[test]
fn an_error_without_a_row_stands_at_the_button() {
    let mut model = Model::new(Page::Payment, context());
    let row = model.sheet.rows(INCOME)[0];
    model.update(Event::Pressed(Action::Remove(INCOME, row)), context());
    model.update(Event::Submitted(Tool::Payment), context());
    assert!(drawn(&model).contains("id=\"income-add-error\""));
}

#[test]
fn what_is_typed_cannot_become_markup() {
    let mut model = Model::new(Page::Payment, context());
    typed(&mut model, DEBT, "\"><script>");
    model.update(Event::Submitted(Tool::Payment), context());
    assert!(!drawn(&model).contains("<script"));
}

#[test]
fn what_was_typed_is_called_wrong_when_it_is_left() {
    let mut model = Model::new(Page::Payment, context());
    typed(&mut model, "pay-long-term", "yes");
    let list = charges_of(Housing::LongTerm);
    let field = row_field(list, model.sheet.rows(list)[0], AMOUNT);
    typed(&mut model, &field, "1.80");
    assert_eq!(model.error_at(&field), None, "it is still being typed");
    let effects = model.update(Event::Left, context());
    assert_eq!(effects.extent, Extent::Page);
    assert!(model.error_at(&field).is_some());
    assert_eq!(model.errors(Tool::Payment).len(), 1, "what is not typed yet is not wrong");
    typed(&mut model, &field, "1.800");
    assert_eq!(model.error_at(&field), None, "it is mended");
    typed(&mut model, &field, "");
    model.update(Event::Left, context());
    assert_eq!(model.error_at(&field), None, "an empty field is missing, not wrong");
}

#[test]
fn one_line_tells_the_estimates_or_how_much_is_missing() {
    let mut model = Model::new(Page::Payment, context());
    let line = |model: &Model| {
        let view = View { model, context: context(), hollow: false };
        line(view).into_string().replace('\u{a0}', " ")
    };
    assert!(line(&model).contains(&DA.payment.line_missing(3)));
    for (field, text) in
        [("born-day", "4"), ("born-month", "5"), ("born-year", "1999"), ("pay-lease", "yes")]
    {
        typed(&mut model, field, text);
    }
    let income = row_field(INCOME, model.sheet.rows(INCOME)[0], AMOUNT);
    typed(&mut model, &income, "9.000");
    assert!(line(&model).contains(DA.payment.line_missing_one));
    let rent = charges_of(Housing::Lease);
    let rent = row_field(rent, model.sheet.rows(rent)[0], AMOUNT);
    typed(&mut model, &rent, "5.000");
    assert!(line(&model).contains("Skøn: 5.000 kr."));
}
