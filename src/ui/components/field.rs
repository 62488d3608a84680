//! Form fields: a visible label, a hint beside it, and the error where it belongs.

use leptos::prelude::*;

use super::errors::{FieldMessage, message_id};
use crate::draft::Draft;
use crate::draft::fields::DateParts;
use crate::rules::logic::Truth;
use crate::text::words::Words;
use crate::ui::form::{Binding, Form};
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

/// The error at a field as a signal.
pub fn error_signal<D: Draft>(form: Form<D>, field: String) -> Signal<Option<String>> {
    Signal::derive(move || form.error_at(&field))
}

/// A text field with its label, hint and error.
#[component]
pub fn TextField(
    /// The control's id; errors name it.
    id: String,
    /// What to type.
    #[prop(into)]
    label: String,
    /// How to type it.
    #[prop(into, optional)]
    hint: String,
    /// Whether it may be left out.
    #[prop(optional)]
    optional: bool,
    kind: Kind,
    binding: Binding,
    error: Signal<Option<String>>,
) -> impl IntoView {
    let words = use_words();
    let hint_id = format!("{id}-hint");
    let has_hint = !hint.is_empty();
    let input =
        Input { id: id.clone(), hint_id: has_hint.then(|| hint_id.clone()), kind, binding, error };
    view! {
        <div class="form-group" class:form-error=move || error.with(Option::is_some)>
            <label class="form-label" for=id.clone()>
                {label}
                {optional.then(|| {
                    view! { " " <span class="weight-normal">{words.form.optional}</span> }
                })}
            </label>
            {has_hint.then(|| view! { <span class="form-hint" id=hint_id>{hint}</span> })}
            <FieldMessage field=id error/>
            {input.view(words)}
        </div>
    }
}

/// The control of a text field, for places with a label of their own.
pub struct Input {
    /// The control's id.
    pub id: String,
    /// The id of its hint.
    pub hint_id: Option<String>,
    /// How it looks.
    pub kind: Kind,
    /// What is typed.
    pub binding: Binding,
    /// What is wrong.
    pub error: Signal<Option<String>>,
}

impl Input {
    /// Draws the control; amounts have their unit beside them.
    pub fn view(self, words: &'static Words) -> impl IntoView {
        let Input { id, hint_id, kind, binding, error } = self;
        let described_by = described_by(hint_id, message_id(&id), error);
        let input = view! {
            <input
                class=kind.class()
                id=id
                type="text"
                inputmode=kind.inputmode()
                autocomplete="off"
                aria-describedby=described_by
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                prop:value=binding.value
                on:input=move |event| binding.set.run(event_target_value(&event))
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
}

/// The ids of the hint and, when there is one, the error.
fn described_by(
    hint_id: Option<String>,
    error_id: String,
    error: Signal<Option<String>>,
) -> impl Fn() -> Option<String> + Clone + Send + Sync + 'static {
    move || {
        let error_id = error.with(Option::is_some).then(|| error_id.clone());
        let ids: Vec<String> = hint_id.iter().cloned().chain(error_id).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }
}

/// A choice between a few answers.
#[component]
pub fn Choice<T: Copy + PartialEq + Send + Sync + 'static>(
    /// The group's id; each answer's id begins with it, errors name the first answer.
    id: String,
    /// The question.
    #[prop(into)]
    legend: String,
    /// What helps to answer it.
    #[prop(into, optional)]
    hint: String,
    /// The answers with their words.
    options: Vec<(T, &'static str)>,
    /// The answer given.
    chosen: Signal<Option<T>>,
    /// Takes the answer.
    choose: Callback<T>,
    #[prop(optional)] error: Signal<Option<String>>,
    /// Whether the answers stand in a row.
    #[prop(default = true)]
    in_a_row: bool,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    let has_hint = !hint.is_empty();
    let first = format!("{id}-0");
    let describes = described_by(has_hint.then(|| hint_id.clone()), message_id(&first), error);
    let answers = options.into_iter().enumerate().map({
        let id = id.clone();
        move |(place, (value, word))| {
            let answer_id = format!("{id}-{place}");
            view! {
                <div class="form-group-radio">
                    <input
                        class="form-radio"
                        type="radio"
                        id=answer_id.clone()
                        name=id.clone()
                        prop:checked=move || chosen.get() == Some(value)
                        on:change=move |_| choose.run(value)
                    />
                    <label class="form-label" for=answer_id>{word}</label>
                </div>
            }
        }
    });
    let answers = answers.collect_view();
    view! {
        <div class="form-group" class:form-error=move || error.with(Option::is_some)>
            <fieldset aria-describedby=describes>
                <legend class="form-label">{legend}</legend>
                {has_hint.then(|| view! { <span class="form-hint" id=hint_id>{hint}</span> })}
                <FieldMessage field=first error/>
                <div class=if in_a_row { "choices" } else { "" }>{answers}</div>
            </fieldset>
        </div>
    }
}

/// The answers yes, no and "ved ikke".
pub fn truth_options(words: &Words) -> Vec<(Truth, &'static str)> {
    vec![
        (Truth::Yes, words.answers.yes),
        (Truth::No, words.answers.no),
        (Truth::Unknown, words.answers.unknown),
    ]
}

/// A date that a person knows by heart, in three fields.
#[component]
pub fn DateFields<D: Draft>(
    form: Form<D>,
    /// The ids are this with `-day`, `-month` and `-year`.
    id: &'static str,
    #[prop(into)] legend: String,
    #[prop(into)] hint: String,
    get: fn(&D) -> &DateParts,
    get_mut: fn(&mut D) -> &mut DateParts,
) -> impl IntoView {
    let words = use_words();
    let hint_id = format!("{id}-hint");
    let first = format!("{id}-day");
    let error = error_signal(form, first.clone());
    let describes = described_by(Some(hint_id.clone()), message_id(&first), error);
    let part = move |name: &'static str,
                     label: &'static str,
                     length: &'static str,
                     read: fn(&DateParts) -> &String,
                     write: fn(&mut DateParts) -> &mut String| {
        let binding = form.bind(
            move |draft| read(get(draft)).clone(),
            move |draft, typed| *write(get_mut(draft)) = typed,
        );
        let part_id = format!("{id}-{name}");
        view! {
            <div class=format!("form-group form-group-{name}")>
                <label class="form-label" for=part_id.clone()>{label}</label>
                <input
                    class="form-input"
                    id=part_id
                    type="text"
                    inputmode="numeric"
                    maxlength=length
                    autocomplete=format!("bday-{name}")
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    prop:value=binding.value
                    on:input=move |event| binding.set.run(event_target_value(&event))
                />
            </div>
        }
    };
    view! {
        <div class="form-group" class:form-error=move || error.with(Option::is_some)>
            <fieldset aria-describedby=describes>
                <legend class="form-label">{legend}</legend>
                <span class="form-hint" id=hint_id>{hint}</span>
                <FieldMessage field=first error/>
                <div class="date-group">
                    {part("day", words.form.day, "2", |d| &d.day, |d| &mut d.day)}
                    {part("month", words.form.month, "2", |d| &d.month, |d| &mut d.month)}
                    {part("year", words.form.year, "4", |d| &d.year, |d| &mut d.year)}
                </div>
            </fieldset>
        </div>
    }
}
