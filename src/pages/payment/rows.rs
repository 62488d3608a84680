//! The lists of the budget: income, necessary expenses, and what each offer charges.

use maud::{Markup, html};

use crate::app::model::add_button_id;
use crate::app::sheet::row_field;
use crate::draft::payment::{
    AMOUNT, EXPENSES, INCOME, KIND, NAME, PERIOD, charges_of, monthly, readable_sum,
};
use crate::html::fields::{self, Kind, Text, message, select, text};
use crate::html::page::{View, inside, live};
use crate::html::rows::{add_button, number_of, remove_button};
use crate::request::MOST_BUDGET_LINES;
use crate::results::payment::{charge_name, expense_name, income_name};
use crate::rules::offer::Housing;
use crate::rules::payment::{ChargeKind, ExpenseKind, IncomeKind};
use crate::rules::period::Period;
use crate::text::format;
use crate::text::words::Words;

/// A list of the budget: its words and the kinds to choose from.
pub struct List {
    name: &'static str,
    legend: &'static str,
    hint: &'static str,
    add: &'static str,
    kinds: Vec<KindChoice>,
    /// The name of the button that removes the row of a number.
    remove: fn(&Words, usize) -> String,
}

/// A kind to choose, with what belongs to it.
struct KindChoice {
    code: &'static str,
    name: &'static str,
    counts: &'static str,
}

/// Income.
pub fn income(words: &'static Words) -> List {
    let choice = |kind: &IncomeKind| KindChoice {
        code: kind.code(),
        name: income_name(*kind, words),
        counts: counts_as_income(*kind, words),
    };
    List {
        name: INCOME,
        legend: words.payment.income,
        hint: words.payment.income_hint,
        add: words.payment.add_income,
        kinds: IncomeKind::ALL.iter().map(choice).collect(),
        remove: |words, number| words.payment.remove_income(number),
    }
}

/// Necessary expenses.
pub fn expenses(words: &'static Words) -> List {
    let choice = |kind: &ExpenseKind| KindChoice {
        code: kind.code(),
        name: expense_name(*kind, words),
        counts: counts_as_expense(*kind, words),
    };
    List {
        name: EXPENSES,
        legend: words.payment.expense,
        hint: words.payment.expense_hint,
        add: words.payment.add_expense,
        kinds: ExpenseKind::ALL.iter().map(choice).collect(),
        remove: |words, number| words.payment.remove_expense(number),
    }
}

/// What an offer charges for.
pub fn charges(offer: Housing, words: &'static Words) -> List {
    let choice = |kind: &ChargeKind| KindChoice {
        code: kind.code(),
        name: charge_name(*kind, words),
        counts: counts_as_charge(*kind, words),
    };
    let legends = &words.payment.charges;
    List {
        name: charges_of(offer),
        legend: match offer {
            Housing::Temporary => legends.temporary,
            Housing::LongTerm => legends.long_term,
            Housing::Lease => legends.lease,
        },
        hint: words.payment.charge_hint,
        add: words.payment.add_charge,
        kinds: ChargeKind::ALL.iter().map(choice).collect(),
        remove: |words, number| words.payment.remove_charge(number),
    }
}

fn counts_as_income(kind: IncomeKind, words: &Words) -> &'static str {
    let words = &words.payment.counts.income;
    match kind {
        IncomeKind::Pension => words.pension,
        IncomeKind::CashBenefit => words.cash_benefit,
        IncomeKind::SicknessBenefit => words.sickness_benefit,
        IncomeKind::Wages => words.wages,
        IncomeKind::StudentGrant => words.student_grant,
        IncomeKind::Other => words.other,
    }
}

fn counts_as_expense(kind: ExpenseKind, words: &Words) -> &'static str {
    let words = &words.payment.counts.expenses;
    match kind {
        ExpenseKind::Medicine => words.medicine,
        ExpenseKind::Insurance => words.insurance,
        ExpenseKind::Transport => words.transport,
        ExpenseKind::OwnHome => words.own_home,
        ExpenseKind::Union => words.union,
        ExpenseKind::Guardian => words.guardian,
        ExpenseKind::Other => words.other,
    }
}

fn counts_as_charge(kind: ChargeKind, words: &Words) -> &'static str {
    let words = &words.payment.counts.charges;
    match kind {
        ChargeKind::Rent => words.rent,
        ChargeKind::Electricity => words.electricity,
        ChargeKind::Water => words.water,
        ChargeKind::Heating => words.heating,
        ChargeKind::Food => words.food,
        ChargeKind::Laundry => words.laundry,
        ChargeKind::Tv => words.tv,
        ChargeKind::Internet => words.internet,
        ChargeKind::Other => words.other,
    }
}

/// A list; `first` stands between its hint and its rows.
pub fn budget(list: &List, first: Markup, view: View) -> Markup {
    let rows = view.model.sheet.rows(list.name);
    let hint_id = format!("{}-hint", list.name);
    html! {
        fieldset.budget-list aria-describedby=(hint_id) {
            legend.form-label { (list.legend) }
            span.form-hint id=(hint_id) { (list.hint) }
            (first)
            @if !rows.is_empty() {
                ul.budget role="list" { @for row in rows { (budget_row(list, *row, view)) } }
            }
            (live(&format!("sum:{}", list.name), view, || sum(list.name, view)))
            (message(&add_button_id(list.name), view))
            @if rows.len() < MOST_BUDGET_LINES { (add_button(list.name, list.add)) }
        }
    }
}

fn budget_row(list: &List, row: u32, view: View) -> Markup {
    let words = &view.words().payment;
    let field = |name: &str| row_field(list.name, row, name);
    let chosen = view.model.sheet.get_in(list.name, row, KIND);
    let other = list.kinds.last();
    let kind = list.kinds.iter().find(|kind| kind.code == chosen).or(other);
    let is_other = kind.map(|kind| kind.code) == other.map(|kind| kind.code);
    let name =
        Text { id: &field(NAME), label: words.name, hint: "", optional: false, kind: Kind::Words };
    let amount = Text {
        id: &field(AMOUNT),
        label: words.amount,
        hint: "",
        optional: false,
        kind: Kind::Amount,
    };
    let number = number_of(list.name, row, view);
    let remove = (list.remove)(view.words(), number);
    let called = words.row(list.legend, number, kind.map_or("", |kind| kind.name));
    let counts = field("counts");
    let monthly = format!("monthly:{}:{row}", list.name);
    html! {
        li {
            div.budget-row role="group" aria-label=(called) {
                (kind_field(list, &field(KIND), &counts, view))
                (text(amount, view))
                (select(&field(PERIOD), words.per, &periods(view.words()), view))
                (remove_button(list.name, row, &remove))
                @if is_other { (text(name, view)) }
                p.form-hint.budget-note id=(counts) { (kind.map_or("", |kind| kind.counts)) }
                p.form-hint.budget-note data-live=(monthly) {
                    (inside(view, || converted(list.name, row, view)))
                }
            }
        }
    }
}

/// The kind of a row; what counts as that kind follows the choice.
fn kind_field(list: &List, id: &str, counts: &str, view: View) -> Markup {
    let options: Vec<(&str, &str)> =
        list.kinds.iter().map(|kind| (code_of(kind), kind.name)).collect();
    html! {
        div.form-group {
            label.form-label for=(id) { (view.words().payment.kind) }
            (fields::select_with_hint(id, counts, &options, view))
        }
    }
}

/// "Anything else" has no code in a sheet, so that a new row shows it.
fn code_of(kind: &KindChoice) -> &'static str {
    if kind.code == IncomeKind::Other.code() { "" } else { kind.code }
}

/// How often an amount comes; once a month has no code, so that a new row shows it.
fn periods(words: &Words) -> Vec<(String, String)> {
    let periods = Period::ALL.iter().map(|period| {
        let code = if *period == Period::Month { "" } else { period.code() };
        let choices = &words.payment.per_choices;
        let name = match period {
            Period::Month => choices.month,
            Period::Week => choices.week,
            Period::Year => choices.year,
        };
        (code.to_owned(), name.to_owned())
    });
    periods.collect()
}

/// What a row comes to a month, when it comes otherwise; follows every key.
pub fn converted(list: &str, row: u32, view: View) -> Markup {
    let words = &view.words().payment;
    let monthly = monthly(&view.model.sheet, list, row).map(|(amount, period)| {
        let amount = format::kroner(amount, view.words());
        match period {
            Period::Month => String::new(),
            Period::Week => words.converted_week(amount),
            Period::Year => words.converted_year(amount),
        }
    });
    html! { @if let Some(monthly) = monthly { (monthly) } }
}

/// The sum of a list a month; follows every key.
pub fn sum(list: &str, view: View) -> Markup {
    let sum = readable_sum(&view.model.sheet, list);
    html! {
        p.budget-sum {
            span { (view.words().payment.sum) }
            span.amount { (format::kroner(sum, view.words())) }
        }
    }
}
