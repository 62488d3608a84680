//! Form fields: a visible label, a hint beside it, and the error where it belongs.

use leptos::prelude::*;

use super::errors::{FieldMessage, message_id};
use crate::rules::logic::Truth;
use crate::text::words::Words;
use crate::ui::form::Binding;
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

/// A choice between a few answers; the answers are known by their place.
#[component]
pub fn Choice(
    /// The group's id; each answer's id begins with it, errors name the first answer.
    id: String,
    /// The question.
    #[prop(into)]
    legend: String,
    /// What helps to answer it.
    #[prop(into, optional)]
    hint: String,
    /// The answers in words.
    options: Vec<&'static str>,
    /// The place of the answer given.
    chosen: Signal<Option<usize>>,
    /// Takes the place of the answer.
    choose: Callback<usize>,
    error: Signal<Option<String>>,
    /// Whether the answers stand in a row.
    #[prop(default = true)]
    in_a_row: bool,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    let has_hint = !hint.is_empty();
    let first = format!("{id}-0");
    let describes = described_by(has_hint.then(|| hint_id.clone()), message_id(&first), error);
    let answer = |(place, word): (usize, &'static str)| {
        let answer_id = format!("{id}-{place}");
        view! {
            <div class="form-group-radio">
                <input
                    class="form-radio"
                    type="radio"
                    id=answer_id.clone()
                    name=id.clone()
                    prop:checked=move || chosen.get() == Some(place)
                    on:change=move |_| choose.run(place)
                />
                <label class="form-label" for=answer_id>{word}</label>
            </div>
        }
    };
    let answers: Vec<_> = options.into_iter().enumerate().map(answer).collect();
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

/// A question answered by yes, no or "ved ikke".
#[component]
pub fn TruthChoice(
    /// The group's id.
    id: String,
    /// The question.
    #[prop(into)]
    legend: String,
    /// What helps to answer it.
    #[prop(into, optional)]
    hint: String,
    /// The answer given.
    chosen: Signal<Option<Truth>>,
    /// Takes the answer.
    choose: Callback<Truth>,
    error: Signal<Option<String>>,
) -> impl IntoView {
    const ORDER: [Truth; 3] = [Truth::Yes, Truth::No, Truth::Unknown];
    let words = &use_words().answers;
    let place = Signal::derive(move || {
        chosen.get().and_then(|truth| ORDER.iter().position(|answer| *answer == truth))
    });
    let choose = Callback::new(move |place: usize| {
        if let Some(truth) = ORDER.get(place) {
            choose.run(*truth);
        }
    });
    let options = vec![words.yes, words.no, words.unknown];
    view! { <Choice id legend hint options chosen=place choose error/> }
}

/// A choice from a list.
#[component]
pub fn Select(
    /// The control's id.
    id: String,
    /// What to choose.
    #[prop(into)]
    label: String,
    /// The choices in words.
    options: Vec<String>,
    /// The place of the choice.
    chosen: Signal<usize>,
    /// Takes the place of the choice.
    choose: Callback<usize>,
) -> impl IntoView {
    let option = |(place, word): (usize, String)| {
        let selected = move || chosen.get() == place;
        view! { <option value=place.to_string() prop:selected=selected>{word}</option> }
    };
    let options: Vec<_> = options.into_iter().enumerate().map(option).collect();
    let change = move |event| choose.run(event_target_value(&event).parse().unwrap_or_default());
    view! {
        <div class="form-group">
            <label class="form-label" for=id.clone()>{label}</label>
            <select class="form-select" id=id on:change=change>{options}</select>
        </div>
    }
}

/// A date that a person knows by heart, in three fields.
#[component]
pub fn DateFields(
    /// The ids are this with `-day`, `-month` and `-year`; errors name the first.
    id: &'static str,
    #[prop(into)] legend: String,
    #[prop(into)] hint: String,
    /// Day, month and year.
    parts: [Binding; 3],
    error: Signal<Option<String>>,
) -> impl IntoView {
    let words = &use_words().form;
    let hint_id = format!("{id}-hint");
    let first = format!("{id}-day");
    let describes = described_by(Some(hint_id.clone()), message_id(&first), error);
    let [day, month, year] = parts;
    let fields = [
        ("day", words.day, 2, day),
        ("month", words.month, 2, month),
        ("year", words.year, 4, year),
    ];
    let fields = fields.map(|(name, label, length, binding)| {
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
    });
    view! {
        <div class="form-group" class:form-error=move || error.with(Option::is_some)>
            <fieldset aria-describedby=describes>
                <legend class="form-label">{legend}</legend>
                <span class="form-hint" id=hint_id>{hint}</span>
                <FieldMessage field=first error/>
                <div class="date-group">{Vec::from(fields)}</div>
            </fieldset>
        </div>
    }
}
