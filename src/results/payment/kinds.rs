//! The words and standards of offers, and the words of budget lines, periods and kinds of result.

use crate::rules::offer::Housing;
use crate::rules::payment::{ChargeKind, ExpenseKind, IncomeKind, PaymentKind};
use crate::rules::period::Period;
use crate::rules::standard::WhichStandard;
use crate::text::words::Words;

/// The name of an offer, without paragraphs of the law.
pub fn offer_name(offer: Housing, words: &Words) -> &'static str {
    let words = &words.payment.offers;
    match offer {
        Housing::Temporary => words.temporary,
        Housing::LongTerm => words.long_term,
        Housing::Lease => words.lease,
    }
}

/// The name of an offer inside a sentence, with its article.
pub fn offer_inside(offer: Housing, words: &Words) -> &'static str {
    let words = &words.payment.offers_inside;
    match offer {
        Housing::Temporary => words.temporary,
        Housing::LongTerm => words.long_term,
        Housing::Lease => words.lease,
    }
}

/// The name of a kind of income.
pub fn income_name(kind: IncomeKind, words: &Words) -> &'static str {
    let words = &words.payment.income_kinds;
    match kind {
        IncomeKind::Pension => words.pension,
        IncomeKind::CashBenefit => words.cash_benefit,
        IncomeKind::SicknessBenefit => words.sickness_benefit,
        IncomeKind::Wages => words.wages,
        IncomeKind::StudentGrant => words.student_grant,
        IncomeKind::Other => words.other,
    }
}

/// The name of a kind of necessary expense.
pub fn expense_name(kind: ExpenseKind, words: &Words) -> &'static str {
    let words = &words.payment.expense_kinds;
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

/// The name of what an offer charges for.
pub fn charge_name(kind: ChargeKind, words: &Words) -> &'static str {
    let words = &words.payment.charge_kinds;
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

/// `om måneden`.
pub fn period_name(period: Period, words: &Words) -> &'static str {
    let words = &words.payment.periods;
    match period {
        Period::Month => words.month,
        Period::Week => words.week,
        Period::Year => words.year,
    }
}

/// What a kind of result means for the person.
pub fn payment_kind(kind: PaymentKind, offer: Housing, words: &Words) -> &'static str {
    let words = &words.payment.kinds_of_result;
    let lease = offer == Housing::Lease;
    match kind {
        PaymentKind::BelowMinimum if lease => words.below_minimum_lease,
        PaymentKind::BelowMinimum => words.below_minimum,
        PaymentKind::Nothing => words.nothing,
        PaymentKind::Reduced => words.reduced,
        PaymentKind::Full if lease => words.full_lease,
        PaymentKind::Full => words.full,
        PaymentKind::Covered => words.covered,
        PaymentKind::NoCharges => words.no_charges,
    }
}

/// The standard that an offer is in.
pub fn standard_of(offer: Housing) -> WhichStandard {
    match offer {
        Housing::Temporary => WhichStandard::Temporary,
        Housing::LongTerm | Housing::Lease => WhichStandard::LongTerm,
    }
}
