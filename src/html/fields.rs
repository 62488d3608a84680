//! Form fields: a visible label, a hint beside it, and the error where it belongs.

use maud::{Markup, html};

use super::page::{HEADING, View};
use crate::draft::fields::first_answer;
use crate::text::{format, parse};

/// How a text field looks and what keyboard a phone shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An amount in kroner.
    Amount,
    /// A planning date in one field.
    Date,
    /// A small whole number.
    Number,
    /// Words of one's own.
    Words,
}

impl Kind {
    fn class(self) -> &'static str {
        match self {
            Kind::Amount => "form-input input-amount",
            Kind::Date => "form-input input-date",
            Kind::Number => "form-input input-days",
            Kind::Words => "form-input",
        }
    }

    fn inputmode(self) -> &'static str {
        match self {
            Kind::Amount => "decimal",
            // Dates may have month names and points, which a number keyboard lacks.
            Kind::Date | Kind::Words => "text",
            Kind::Number => "numeric",
        }
    }
}

/// A text field.
pub struct Text<'a> {
    /// The field's id; errors name it.
    pub id: &'a str,
    /// What to type.
    pub label: &'a str,
    /// How to type it; may be empty.
    pub hint: &'a str,
    /// Whether it may be left out.
    pub optional: bool,
    /// How it looks.
    pub kind: Kind,
}

/// A text field with its label, hint and error.
pub fn text(field: Text, view: View) -> Markup {
    let Text { id, label, hint, optional, kind } = field;
    html! {
        div.form-group.form-error[view.has_error(id)] {
            label.form-label for=(id) {
                (label)
                @if optional { " " span.weight-normal { (view.words().form.optional) } }
            }
            (hint_of(id, hint))
            (carried_note(id, view))
            (message(id, view))
            (input(id, hint, kind, view))
        }
    }
}

/// The control of a text field, for places with a label of their own.
pub fn input(id: &str, hint: &str, kind: Kind, view: View) -> Markup {
    let control = html! {
        input class=(kind.class()) id=(id) type="text" inputmode=(kind.inputmode())
            autocomplete="off" aria-describedby=[described_by(id, hint, id, view)]
            aria-invalid=[view.has_error(id).then_some("true")] value=(view.model.sheet.get(id));
    };
    match kind {
        Kind::Amount => html! {
            div.form-input-wrapper.form-input-wrapper--suffix {
                (control)
                div.form-input-suffix aria-hidden="true" { (view.words().form.kroner) }
            }
        },
        Kind::Date | Kind::Number | Kind::Words => control,
    }
}

fn hint_of(id: &str, hint: &str) -> Markup {
    html! { @if !hint.is_empty() { span.form-hint id=(format!("{id}-hint")) { (hint) } } }
}

/// Where what stands in a field was taken over from, when it was.
pub fn carried_note(field: &str, view: View) -> Markup {
    let from = view.model.carried.from(field, view.model.page);
    let is_filled = view.model.sheet.fields().any(|(name, _)| name.starts_with(field));
    html! {
        @if let Some(from) = from.filter(|_| is_filled) {
            span.form-hint.carried-note id=(carried_id(field)) {
                (view.words().frame.carried(from.title(view.words())))
            }
        }
    }
}

fn carried_id(field: &str) -> String {
    format!("{field}-carried")
}

/// The sentence at a field, when it is wrong.
pub fn message(field: &str, view: View) -> Markup {
    html! {
        @if let Some(message) = view.model.error_at(field) {
            span.form-error-message id=(message_id(field)) {
                span.sr-only { (view.words().errors.prefix) " " }
                (message)
            }
        }
    }
}

fn message_id(field: &str) -> String {
    format!("{field}-error")
}

/// The ids of the hint and, when there is one, the error.
fn described_by(id: &str, hint: &str, error_field: &str, view: View) -> Option<String> {
    let hint_id = (!hint.is_empty()).then(|| format!("{id}-hint"));
    let error_id = view.has_error(error_field).then(|| message_id(error_field));
    let from = view.model.carried.from(id, view.model.page);
    let carried_id = from.map(|_| carried_id(id));
    let ids: Vec<String> = hint_id.into_iter().chain(carried_id).chain(error_id).collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

/// The date of a field with its weekday, once it is understood.
pub fn weekday(field: &str, view: View) -> Markup {
    let date = parse::date(view.model.sheet.get(field));
    html! { @if let Ok(date) = date { (format::long_date(date, view.words())) } }
}

/// A choice between a few answers.
pub struct Choice<'a> {
    /// The field's id; each answer's id begins with it, errors name the first answer.
    pub id: &'a str,
    /// The question.
    pub legend: &'a str,
    /// What helps to answer it; may be empty.
    pub hint: &'a str,
    /// The code and the words of each answer.
    pub answers: &'a [(&'a str, &'a str)],
    /// Whether the answers stand in a row.
    pub in_a_row: bool,
}

/// A choice as radio buttons. The sheet holds the code of the answer.
pub fn choice(choice: Choice, view: View) -> Markup {
    let legend = html! { legend.form-label { (choice.legend) } };
    choice_under(legend, choice, view)
}

/// A choice under a legend of its own form.
fn choice_under(shown_legend: Markup, choice: Choice, view: View) -> Markup {
    let Choice { id, hint, answers, in_a_row, .. } = choice;
    let first = first_answer(id);
    let chosen = view.model.sheet.get(id);
    html! {
        div.form-group.form-error[view.has_error(&first)] {
            fieldset aria-describedby=[described_by(id, hint, &first, view)] {
                (shown_legend)
                (hint_of(id, hint))
                (carried_note(id, view))
                (message(&first, view))
                div.choices[in_a_row] {
                    @for (place, (code, word)) in answers.iter().enumerate() {
                        @let answer_id = format!("{id}-{place}");
                        div.form-group-radio {
                            input.form-radio type="radio" id=(answer_id) name=(id) value=(code)
                                checked[*code == chosen];
                            label.form-label for=(answer_id) { (word) }
                        }
                    }
                }
            }
        }
    }
}

/// A question answered by yes, no or "ved ikke".
pub fn yes_no_unknown(id: &str, legend: &str, hint: &str, view: View) -> Markup {
    let answers = yes_no_unknown_answers(view);
    choice(Choice { id, legend, hint, answers: &answers, in_a_row: true }, view)
}

/// The same as the only question of a page: it is the page's heading.
pub fn yes_no_unknown_as_heading(id: &str, legend: &str, hint: &str, view: View) -> Markup {
    let answers = yes_no_unknown_answers(view);
    let heading = html! {
        legend { h1.question-heading id=(HEADING) tabindex="-1" { (legend) } }
    };
    let choice = Choice { id, legend, hint, answers: &answers, in_a_row: false };
    choice_under(heading, choice, view)
}

fn yes_no_unknown_answers(view: View) -> [(&'static str, &'static str); 3] {
    let words = &view.words().answers;
    [("yes", words.yes), ("no", words.no), ("unknown", words.unknown)]
}

/// A choice from a list. The sheet holds the code of the choice.
pub fn select(id: &str, label: &str, options: &[(String, String)], view: View) -> Markup {
    let options: Vec<(&str, &str)> =
        options.iter().map(|(code, word)| (code.as_str(), word.as_str())).collect();
    html! {
        div.form-group {
            label.form-label for=(id) { (label) }
            (select_control(id, &options, view))
        }
    }
}

/// The control of a choice from a list, for places with a label of their own.
pub fn select_control(id: &str, options: &[(&str, &str)], view: View) -> Markup {
    select_with(id, None, options, view)
}

/// The same with a hint that depends on the choice, so that the page is drawn anew.
pub fn select_with_hint(id: &str, hint: &str, options: &[(&str, &str)], view: View) -> Markup {
    select_with(id, Some(hint), options, view)
}

fn select_with(id: &str, hint: Option<&str>, options: &[(&str, &str)], view: View) -> Markup {
    let chosen = view.model.sheet.get(id);
    html! {
        select.form-select id=(id) aria-describedby=[hint] {
            @for (code, word) in options {
                option value=(code) selected[*code == chosen] { (word) }
            }
        }
    }
}

/// A field that opens a file; `kinds` are the endings and types that it may have.
pub fn file(id: &str, label: &str, hint: &str, kinds: &str) -> Markup {
    let hint_id = (!hint.is_empty()).then(|| format!("{id}-hint"));
    html! {
        div.form-group {
            label.form-label for=(id) { (label) }
            (hint_of(id, hint))
            input.form-input id=(id) type="file" accept=(kinds) aria-describedby=[hint_id];
        }
    }
}

/// A question that several answers may fit.
pub struct Boxes<'a> {
    /// The question.
    pub legend: &'a str,
    /// What helps to answer it.
    pub hint: &'a str,
    /// The field and the words of each answer; errors name the first.
    pub answers: &'a [(&'a str, &'a str)],
}

/// A question as boxes to tick; what else is asked depends on the answers, so that the page is
/// drawn anew. The sheet holds `yes` in the field of each box that is ticked.
pub fn boxes(boxes: Boxes, view: View) -> Markup {
    let Boxes { legend, hint, answers } = boxes;
    let first = answers.first().map_or("", |(field, _)| field);
    html! {
        div.form-group.form-error[view.has_error(first)] {
            fieldset aria-describedby=[described_by(first, hint, first, view)] {
                legend.form-label { (legend) }
                (hint_of(first, hint))
                @for (field, _) in answers { (carried_note(field, view)) }
                (message(first, view))
                @for (field, word) in answers {
                    div.form-group-checkbox {
                        input.form-checkbox id=(field) type="checkbox"
                            checked[view.model.sheet.get(field) == "yes"];
                        label.form-label for=(field) { (word) }
                    }
                }
            }
        }
    }
}

/// A box to tick. The sheet holds `yes` while it is ticked.
pub fn checkbox(id: &str, label: &str, view: View) -> Markup {
    html! {
        div.form-group-checkbox {
            input.form-checkbox id=(id) type="checkbox" checked[view.model.sheet.get(id) == "yes"];
            label.form-label for=(id) { (label) }
        }
    }
}

/// A date that a person knows by heart, in the fields `-day`, `-month` and `-year`; errors name
/// the first. `own` is whether the reader types the own birth date, which a browser may know.
pub fn date_parts(id: &str, legend: &str, hint: &str, own: bool, view: View) -> Markup {
    let words = &view.words().form;
    let first = format!("{id}-day");
    let parts = [("day", words.day, 2), ("month", words.month, 2), ("year", words.year, 4)];
    html! {
        div.form-group.form-error[view.has_error(&first)] {
            fieldset aria-describedby=[described_by(id, hint, &first, view)] {
                legend.form-label { (legend) }
                (hint_of(id, hint))
                (carried_note(id, view))
                (message(&first, view))
                div.date-group {
                    @for (name, label, length) in parts {
                        @let part = format!("{id}-{name}");
                        div class=(format!("form-group form-group-{name}")) {
                            label.form-label for=(part) { (label) }
                            input.form-input id=(part) type="text" inputmode="numeric"
                                maxlength=(length) value=(view.model.sheet.get(&part))
                                autocomplete=(if own { format!("bday-{name}") } else { "off".to_owned() })
                                aria-invalid=[view.has_error(&first).then_some("true")];
                        }
                    }
                }
            }
        }
    }
}
