//! What a person should know about an estimate, in words.

use maud::{Markup, html};

use crate::draft::Context;
use crate::html::parts::{self, Tone};
use crate::rules::money::Money;
use crate::rules::offer::Housing;
use crate::rules::payment::{Budget, NextChange, Note, Payment, Reading, ReadingId};
use crate::text::format;
use crate::text::words::Words;

/// A note in words.
pub fn note(note: Note, offer: Housing, result: &Payment, context: Context) -> Markup {
    let words = &context.words.payment.notes;
    let department = context.department();
    match note {
        Note::RentWaivedOwnHome => {
            parts::alert(Tone::Info, words.rent_waived_own_home_heading, words.rent_waived_own_home)
        }
        Note::OwnHomeMayWaiveRent => parts::alert(
            Tone::Info,
            words.own_home_may_waive_rent_heading,
            words.own_home_may_waive_rent,
        ),
        Note::BelowMinimum => parts::alert(
            Tone::Warning,
            words.below_minimum_heading,
            &words.below_minimum(format::kroner(result.shortfall, context.words), department),
        ),
        Note::NothingToPay => {
            let (heading, text) = match offer {
                Housing::Temporary | Housing::LongTerm => {
                    (words.nothing_to_pay_heading, words.nothing_to_pay)
                }
                Housing::Lease => (words.nothing_to_pay_lease_heading, words.nothing_to_pay_lease),
            };
            parts::alert(Tone::Info, heading, text)
        }
        Note::LeaseNotReduced => {
            let text = words.lease_not_reduced(department);
            parts::alert(Tone::Warning, words.lease_not_reduced_heading, &text)
        }
        Note::HousingBenefitOnlyForLease => parts::alert(
            Tone::Info,
            words.housing_benefit_only_for_lease_heading,
            words.housing_benefit_only_for_lease,
        ),
        Note::FoodNotInCharges => {
            parts::alert(Tone::Info, words.food_not_in_charges_heading, words.food_not_in_charges)
        }
    }
}

/// Another reading of the text beside ours, with the amounts of both.
pub fn reading(reading: &Reading, offer: Housing, ours: &Payment, context: Context) -> Markup {
    let words = &context.words.payment;
    let kroner = |amount| format::kroner(amount, context.words);
    let is_same = reading.estimate == ours.estimate;
    let [minimum, paid, left] = [ours.minimum, ours.estimate, ours.left_over].map(kroner);
    // This reading is there only at the age at which the minimum changes.
    let age = ours.age;
    let ours = words.reading_ours(age, minimum, paid, left);
    let Reading { id, minimum, estimate, left_over, .. } = *reading;
    let [minimum, paid, left] = [minimum, estimate, left_over].map(kroner);
    let other = match id {
        ReadingId::MinimumUnder30StillApplies => words.reading_other(minimum, paid, left),
    };
    parts::other_reading(
        &format!("{}-{}", id.code(), offer.code()),
        words.reading_heading,
        html! {
            p { (words.reading(age)) }
            p { (ours) }
            p { (other) @if is_same { " " (words.reading_same) } }
        },
    )
}

/// That the minimum changes on a birthday soon.
pub fn next_change(change: NextChange, budget: &Budget, context: Context) -> Markup {
    let words = &context.words.payment;
    let age = budget.birth_date.age_on(change.date);
    let date = format::short_date(change.date, context.words);
    let text = words.change(date, age, format::kroner(change.minimum, context.words));
    parts::alert(Tone::Info, words.change_heading, &text)
}

/// What is left, or what is missing, when the debt is paid too.
pub fn after_debt(debt: Money, left_over: Money, words: &Words) -> String {
    let kroner = |amount| format::kroner(amount, words);
    let words = &words.payment;
    let debt = kroner(debt);
    match left_over < Money::ZERO {
        true => words.debt_after_short(debt, kroner(Money::ZERO.minus(left_over))),
        false => words.debt_after(debt, kroner(left_over)),
    }
}
