//! What kind of result an estimate is: whether the charges are paid in whole, in part or not at
//! all, and whether the minimum is left.
//!
//! Source: both standards, "Er der egenbetaling?": the payment is cut so that the minimum
//! disposable amount is left. For a lease the person pays the landlord, and nothing is cut.

use super::Payment;
use crate::rules::money::Money;
use crate::rules::offer::Housing;

/// The kind of a result.
///
/// Every result is of exactly one kind. As the income rises and all else stays, the kinds come in
/// the order in which they stand here, and none comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaymentKind {
    /// Less than the minimum is left: for a lease after the rent, otherwise although nothing is
    /// paid.
    BelowMinimum,
    /// Something is charged and nothing can be paid: exactly the minimum is there. Never for a
    /// lease.
    Nothing,
    /// A part of the charges can be paid, and then exactly the minimum is left. Never for a lease.
    Reduced,
    /// All that is charged is paid, for a lease less the housing benefit, and the minimum is left.
    Full,
    /// The housing benefit covers all that is charged, and the minimum is left. For a lease only.
    Covered,
    /// Nothing that counts is charged, and the minimum is left.
    NoCharges,
}

impl PaymentKind {
    /// The kind of a result, computed for this offer.
    pub fn of(result: &Payment, offer: Housing) -> PaymentKind {
        if result.shortfall > Money::ZERO {
            return PaymentKind::BelowMinimum;
        }
        if result.charges == Money::ZERO {
            return PaymentKind::NoCharges;
        }
        let pays = result.estimate > Money::ZERO;
        match (offer, pays) {
            (Housing::Lease, false) => PaymentKind::Covered,
            (Housing::Lease, true) => PaymentKind::Full,
            (_, false) => PaymentKind::Nothing,
            (_, true) if result.estimate < result.charges => PaymentKind::Reduced,
            (_, true) => PaymentKind::Full,
        }
    }
}
