//! Estimate the payment: offer, age and a budget of the month.

use maud::{Markup, html};

use crate::app::model::add_button_id;
use crate::app::page::Page;
use crate::app::sheet::row_field;
use crate::app::tool::Tool;
use crate::draft::payment::{
    AMOUNT, BENEFIT, BORN, CHARGES, DATE, DEBT, EXPENSES, INCOME, KIND, OFFER, OWN_HOME,
    chosen_offer, readable_sum,
};
use crate::html::fields::{
    Choice, Kind, Text, choice, date_parts, message, select, text, weekday, yes_no_unknown,
};
use crate::html::page::{View, form_with_result, inside, intro, live};
use crate::html::parts;
use crate::html::rows::{add_button, number_of, remove_button};
use crate::request::MOST_BUDGET_LINES;
use crate::results::payment::{charge_name, expense_name, income_name, offer_name};
use crate::rules::offer::Housing;
use crate::rules::payment::{ChargeKind, ExpenseKind, IncomeKind};
use crate::text::format;
use crate::text::words::Words;

/// The payment page.
pub fn page(view: View) -> Markup {
    let words = &view.words().payment;
    let chosen = chosen_offer(&view.model.sheet, OFFER);
    let body = html! {
        (offer(view))
        @if chosen == Some(Housing::Temporary) {
            (yes_no_unknown(OWN_HOME, words.own_home, words.own_home_hint, false, view))
        }
        (date_parts(BORN, words.born, words.born_hint, false, view))
        (date(view))
        (budget(&income(view.words()), view))
        (budget(&expenses(view.words()), view))
        (budget(&charges(view.words()), view))
        @if chosen == Some(Housing::Lease) {
            (optional_amount(BENEFIT, words.benefit, words.benefit_hint, view))
        }
        (optional_amount(DEBT, words.debt, words.debt_hint, view))
    };
    html! {
        (intro(Page::Payment, words.lead, view))
        (form_with_result(Tool::Payment, words.submit, body, view))
        (parts::contact(view.context))
    }
}

/// The offer; other questions depend on it.
fn offer(view: View) -> Markup {
    let words = &view.words().payment;
    let answers = offer_answers(view.words());
    let question = Choice {
        id: OFFER,
        legend: words.offer,
        hint: words.offer_hint,
        answers: &answers,
        in_a_row: false,
        redraws: true,
    };
    choice(question, view)
}

/// The offers as the answers of a choice.
pub fn offer_answers(words: &Words) -> Vec<(&'static str, &'static str)> {
    Housing::ALL.iter().map(|offer| (offer.code(), offer_name(*offer, words))).collect()
}

fn date(view: View) -> Markup {
    let words = &view.words().payment;
    let field = Text {
        id: DATE,
        label: words.date,
        hint: words.date_hint,
        optional: true,
        kind: Kind::Date,
    };
    html! { (text(field, view)) (weekday_below(DATE, view)) }
}

/// The weekday of a typed date, below its field; follows every key.
pub fn weekday_below(field: &str, view: View) -> Markup {
    html! {
        p.weekday data-live=(format!("weekday:{field}")) { (inside(view, || weekday(field, view))) }
    }
}

fn optional_amount(id: &str, label: &str, hint: &str, view: View) -> Markup {
    text(Text { id, label, hint, optional: true, kind: Kind::Amount }, view)
}

/// A list of the budget: its words and the kinds to choose from.
struct List {
    name: &'static str,
    legend: &'static str,
    hint: &'static str,
    add: &'static str,
    kinds: Vec<(String, String)>,
    /// The name of the button that removes the row of a number.
    remove: fn(&Words, usize) -> String,
}

fn income(words: &'static Words) -> List {
    let kinds = IncomeKind::ALL.iter();
    let kinds = kinds.map(|kind| option(kind.code(), income_name(*kind, words)));
    let words = &words.payment;
    List {
        name: INCOME,
        legend: words.income,
        hint: words.income_hint,
        add: words.add_income,
        kinds: kinds.collect(),
        remove: |words, number| words.payment.remove_income(number),
    }
}

fn expenses(words: &'static Words) -> List {
    let kinds = ExpenseKind::ALL.iter();
    let kinds = kinds.map(|kind| option(kind.code(), expense_name(*kind, words)));
    let words = &words.payment;
    List {
        name: EXPENSES,
        legend: words.expense,
        hint: words.expense_hint,
        add: words.add_expense,
        kinds: kinds.collect(),
        remove: |words, number| words.payment.remove_expense(number),
    }
}

fn charges(words: &'static Words) -> List {
    let kinds = ChargeKind::ALL.iter();
    let kinds = kinds.map(|kind| option(kind.code(), charge_name(*kind, words)));
    let words = &words.payment;
    List {
        name: CHARGES,
        legend: words.charge,
        hint: words.charge_hint,
        add: words.add_charge,
        kinds: kinds.collect(),
        remove: |words, number| words.payment.remove_charge(number),
    }
}

/// A kind to choose. "Anything else" has no code, so that a new row shows it.
fn option(code: &str, name: &str) -> (String, String) {
    let code = if code == IncomeKind::Other.code() { "" } else { code };
    (code.to_owned(), name.to_owned())
}

fn budget(list: &List, view: View) -> Markup {
    let rows = view.model.sheet.rows(list.name);
    let hint_id = format!("{}-hint", list.name);
    html! {
        fieldset aria-describedby=(hint_id) {
            legend.form-label { (list.legend) }
            span.form-hint id=(hint_id) { (list.hint) }
            ul.budget role="list" { @for row in rows { (budget_row(list, *row, view)) } }
            (live(&format!("sum:{}", list.name), view, || sum(list.name, view)))
            (message(&add_button_id(list.name), view))
            @if rows.len() < MOST_BUDGET_LINES { (add_button(list.name, list.add)) }
        }
    }
}

fn budget_row(list: &List, row: u32, view: View) -> Markup {
    let words = &view.words().payment;
    let amount = row_field(list.name, row, AMOUNT);
    let amount =
        Text { id: &amount, label: words.amount, hint: "", optional: false, kind: Kind::Amount };
    let remove = (list.remove)(view.words(), number_of(list.name, row, view));
    html! {
        li {
            (select(&row_field(list.name, row, KIND), words.kind, &list.kinds, view))
            (text(amount, view))
            (remove_button(list.name, row, &remove))
        }
    }
}

/// The sum of a list; follows every key.
pub fn sum(list: &str, view: View) -> Markup {
    let sum = readable_sum(&view.model.sheet, list);
    html! {
        p.budget-sum {
            span { (view.words().payment.sum) }
            span.amount { (format::kroner(sum)) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::event::{Action, Event};
    use crate::app::model::Model;

    use crate::draft::testing::context;

    use crate::text::words::DA;

    fn drawn(model: &Model) -> String {
        page(View { model, context: context(), hollow: false }).into_string()
    }

    fn typed(model: &mut Model, field: &str, text: &str) {
        let event = Event::Typed { field: field.to_owned(), text: text.to_owned() };
        model.update(event, context());
    }

    #[test]
    fn questions_follow_the_offer() {
        let mut model = Model::new(Page::Payment, context());
        for (offer, own_home, benefit) in
            [("", false, false), ("temporary", true, false), ("lease", false, true)]
        {
            typed(&mut model, OFFER, offer);
            let html = drawn(&model);
            assert_eq!(html.contains(DA.payment.own_home), own_home, "{offer}");
            assert_eq!(html.contains(DA.payment.benefit), benefit, "{offer}");
        }
    }

    #[test]
    fn the_page_begins_with_rows_but_without_amounts() {
        let html = drawn(&Model::new(Page::Payment, context()));
        assert_eq!(html.matches("input-amount").count(), 8, "seven rows and debt");
        assert_eq!(html.matches("<span class=\"amount\">0\u{a0}kr.</span>").count(), 3);
    }

    #[test]
    fn a_new_row_is_for_anything_else_and_has_the_focus() {
        let mut model = Model::new(Page::Payment, context());
        let effects = model.update(Event::Pressed(Action::Add(INCOME)), context());
        let id = effects.focus.unwrap();
        assert!(id.starts_with("income-") && id.ends_with("-kind"));
        let html = drawn(&model);
        let list = html.split(&format!("<select class=\"form-select\" id=\"{id}\">")).nth(1);
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
}
