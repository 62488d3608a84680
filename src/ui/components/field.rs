//! Form fields: a visible label, a hint beside it, and the error where it belongs.

use leptos::prelude::*;

use super::errors::{FieldMessage, message_id};
use crate::ui::form::Form;
use crate::ui::state::use_words;

/// How a text field looks and what keyboard a phone shows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An amount in kroner.
    Amount,
    /// A planning date in one field.
    Date,
    /// A small whole number.
    Number,
}

impl Kind {
    fn class(self) -> &'static str {
        match self {
            Kind::Amount => "form-input input-amount",
            Kind::Date => "form-input input-date",
            Kind::Number => "form-input input-days",
        }
    }

    fn inputmode(self) -> &'static str {
        match self {
            Kind::Amount => "decimal",
            // Dates may have month names and points, which a number keyboard lacks.
            Kind::Date => "text",
            Kind::Number => "numeric",
        }
    }
}

/// A text field with its label, hint and error.
#[component]
pub fn TextField(
    form: Form,
    /// The field's id; errors name it.
    #[prop(into)]
    id: String,
    /// What to type.
    #[prop(into)]
    label: String,
    /// How to type it.
    #[prop(default = "")]
    hint: &'static str,
    /// Whether it may be left out.
    #[prop(default = false)]
    optional: bool,
    kind: Kind,
) -> impl IntoView {
    let words = use_words();
    let hint_id = hint_id(&id, hint);
    let marked_optional = optional.then(|| {
        view! { " " <span class="weight-normal">{words.form.optional}</span> }
    });
    view! {
        <div class="form-group" class:form-error=has_error(form, id.clone())>
            <label class="form-label" for=id.clone()>{label} {marked_optional}</label>
            <Hint id=hint_id.clone() hint/>
            <FieldMessage form field=id.clone()/>
            <Input form id=id.clone() hint_id kind/>
        </div>
    }
}

/// The control of a text field, for places with a label of their own.
#[component]
pub fn Input(
    form: Form,
    /// The field's id.
    id: String,
    /// The id of its hint.
    hint_id: Option<String>,
    kind: Kind,
) -> impl IntoView {
    let words = use_words();
    let error = has_error(form, id.clone());
    let field = id.clone();
    let value = move || form.get(&field);
    let field = id.clone();
    let input = view! {
        <input
            class=kind.class()
            id=id.clone()
            type="text"
            inputmode=kind.inputmode()
            autocomplete="off"
            aria-describedby=described_by(form, hint_id, id)
            aria-invalid=move || error().then_some("true")
            prop:value=value
            on:input=move |event| form.set(&field, event_target_value(&event))
        />
    };
    match kind {
        Kind::Amount => view! {
            <div class="form-input-wrapper form-input-wrapper--suffix">
                {input}
                <div class="form-input-suffix" aria-hidden="true">{words.form.kroner}</div>
            </div>
        }
        .into_any(),
        Kind::Date | Kind::Number => input.into_any(),
    }
}

fn has_error(form: Form, field: String) -> impl Fn() -> bool + Clone + Send + Sync + 'static {
    move || form.error_at(&field).is_some()
}

fn hint_id(field: &str, hint: &str) -> Option<String> {
    (!hint.is_empty()).then(|| format!("{field}-hint"))
}

/// The ids of the hint and, when there is one, the error.
fn described_by(
    form: Form,
    hint_id: Option<String>,
    field: String,
) -> impl Fn() -> Option<String> + Send + Sync + 'static {
    move || {
        let error_id = form.error_at(&field).map(|_| message_id(&field));
        let ids: Vec<String> = hint_id.iter().cloned().chain(error_id).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }
}

#[component]
fn Hint(id: Option<String>, hint: &'static str) -> impl IntoView {
    id.map(|id| view! { <span class="form-hint" id=id>{hint}</span> })
}

/// An answer's code in the sheet, and its words.
pub type AnswerOption = (&'static str, &'static str);

/// A choice between a few answers. The sheet holds the code of the answer.
#[component]
pub fn Choice(
    form: Form,
    /// The field's id; each answer's id begins with it, errors name the first answer.
    #[prop(into)]
    id: String,
    /// The question.
    #[prop(into)]
    legend: String,
    /// What helps to answer it.
    #[prop(default = "")]
    hint: &'static str,
    /// The answers.
    options: Vec<AnswerOption>,
    /// Whether the answers stand in a row.
    #[prop(default = true)]
    in_a_row: bool,
) -> impl IntoView {
    let hint_id = hint_id(&id, hint);
    let first = first_answer(&id);
    let describes = described_by(form, hint_id.clone(), first.clone());
    let answer = |(place, (code, word)): (usize, AnswerOption)| {
        let answer_id = format!("{id}-{place}");
        let field = id.clone();
        let checked = move || form.sheet.with(|sheet| sheet.get(&field) == code);
        let field = id.clone();
        view! {
            <div class="form-group-radio">
                <input
                    class="form-radio"
                    type="radio"
                    id=answer_id.clone()
                    name=id.clone()
                    prop:checked=checked
                    on:change=move |_| form.set(&field, code.to_owned())
                />
                <label class="form-label" for=answer_id>{word}</label>
            </div>
        }
    };
    let answers: Vec<_> = options.into_iter().enumerate().map(answer).collect();
    view! {
        <div class="form-group" class:form-error=has_error(form, first.clone())>
            <fieldset aria-describedby=describes>
                <legend class="form-label">{legend}</legend>
                <Hint id=hint_id hint/>
                <FieldMessage form field=first.clone()/>
                <div class=if in_a_row { "choices" } else { "" }>{answers}</div>
            </fieldset>
        </div>
    }
}

/// The id of a choice's first answer, where its errors stand.
pub fn first_answer(field: &str) -> String {
    format!("{field}-0")
}

/// The answers yes, no and "ved ikke".
pub fn truth_options() -> Vec<AnswerOption> {
    let words = &use_words().answers;
    vec![("yes", words.yes), ("no", words.no), ("unknown", words.unknown)]
}

/// A choice from a list. The sheet holds the code of the choice.
#[component]
pub fn Select(
    form: Form,
    /// The field's id.
    #[prop(into)]
    id: String,
    /// What to choose.
    #[prop(into)]
    label: String,
    /// The codes and the choices in words.
    options: Vec<(String, String)>,
) -> impl IntoView {
    let option = |(code, word): (String, String)| {
        let (field, own) = (id.clone(), code.clone());
        let selected = move || form.sheet.with(|sheet| sheet.get(&field) == own);
        view! { <option value=code prop:selected=selected>{word}</option> }
    };
    let options: Vec<_> = options.into_iter().map(option).collect();
    let field = id.clone();
    view! {
        <div class="form-group">
            <label class="form-label" for=id.clone()>{label}</label>
            <select
                class="form-select"
                id=id
                on:change=move |event| form.set(&field, event_target_value(&event))
            >
                {options}
            </select>
        </div>
    }
}

/// A date that a person knows by heart, in three fields.
#[component]
pub fn DateFields(
    form: Form,
    /// The fields' ids are this with `-day`, `-month` and `-year`; errors name the first.
    id: &'static str,
    legend: &'static str,
    hint: &'static str,
) -> impl IntoView {
    let words = &use_words().form;
    let hint_id = hint_id(id, hint);
    let first = format!("{id}-day");
    let describes = described_by(form, hint_id.clone(), first.clone());
    let part = |(name, label, length): (&'static str, &'static str, u8)| {
        let part_id = format!("{id}-{name}");
        let error = has_error(form, first.clone());
        let field = part_id.clone();
        let value = move || form.get(&field);
        let field = part_id.clone();
        view! {
            <div class=format!("form-group form-group-{name}")>
                <label class="form-label" for=part_id.clone()>{label}</label>
                <input
                    class="form-input"
                    id=part_id
                    type="text"
                    inputmode="numeric"
                    maxlength=length.to_string()
                    autocomplete=format!("bday-{name}")
                    aria-invalid=move || error().then_some("true")
                    prop:value=value
                    on:input=move |event| form.set(&field, event_target_value(&event))
                />
            </div>
        }
    };
    let parts = [("day", words.day, 2), ("month", words.month, 2), ("year", words.year, 4)];
    let parts: Vec<_> = parts.into_iter().map(part).collect();
    view! {
        <div class="form-group" class:form-error=has_error(form, first.clone())>
            <fieldset aria-describedby=describes>
                <legend class="form-label">{legend}</legend>
                <Hint id=hint_id hint/>
                <FieldMessage form field=first.clone()/>
                <div class="date-group">{parts}</div>
            </fieldset>
        </div>
    }
}
