//! Amounts of money.

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Serialize, Serializer};

/// An amount in kroner with at most two decimals; per month where a rule does not say otherwise.
///
/// Sums and differences are exact. Formatting for people belongs to the texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(Decimal);

/// Why a text is no amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmountError {
    /// Not digits with at most two decimals after a point.
    Malformed,
    /// Ten million kroner or more.
    TooLarge,
}

impl Money {
    /// No kroner.
    pub const ZERO: Money = Money(Decimal::ZERO);
    /// Amounts that are read must be below this: 10,000,000 kr.
    pub const LIMIT: Money = Money(Decimal::from_parts(10_000_000, 0, 0, false, 0));

    /// An amount in øre (hundredths of a krone).
    pub fn from_oere(oere: i64) -> Money {
        Money(Decimal::new(oere, 2))
    }

    /// The whole øre of the amount, as a picture draws it; none when it is negative.
    pub fn oere(self) -> u64 {
        let oere = self.or_zero().0.saturating_mul(Decimal::ONE_HUNDRED).trunc();
        u64::try_from(oere).unwrap_or(u64::MAX)
    }

    /// Reads the notation of the contract and the standard's data: digits, at most two decimals
    /// after a point, no sign, no separators (`1800`, `1800.5`, `1800.00`).
    ///
    /// # Errors
    /// [`AmountError::Malformed`] for any other text, [`AmountError::TooLarge`] from ten million.
    pub fn parse(text: &str) -> Result<Money, AmountError> {
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        let (whole, decimals) = match text.split_once('.') {
            Some((whole, decimals)) => (whole, decimals),
            None => (text, "0"),
        };
        if !digits(whole) || !digits(decimals) || decimals.len() > 2 {
            return Err(AmountError::Malformed);
        }
        let significant = whole.trim_start_matches('0');
        if significant.len() > 7 {
            return Err(AmountError::TooLarge);
        }
        let oere = format!("{significant}{decimals:0<2}");
        oere.parse().map(Money::from_oere).map_err(|_| AmountError::Malformed)
    }

    /// The amount with two decimals after a point, as the contract prints it (`-1800.50`).
    pub fn plain(self) -> String {
        let mut amount = self.0.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
        amount.rescale(2);
        if amount.is_zero() {
            amount.set_sign_positive(true);
        }
        amount.to_string()
    }

    /// This amount and `other` together.
    pub fn plus(self, other: Money) -> Money {
        Money(self.0.saturating_add(other.0))
    }

    /// This amount less `other`; may be negative.
    pub fn minus(self, other: Money) -> Money {
        Money(self.0.saturating_sub(other.0))
    }

    /// This amount, or nothing when it is negative.
    pub fn or_zero(self) -> Money {
        self.max(Money::ZERO)
    }

    /// The amount `times` over and divided by `over`, rounded to the nearest øre, half away from
    /// zero. Nothing when `over` is zero.
    pub fn times_over(self, times: u32, over: u32) -> Money {
        let whole = self.0.saturating_mul(Decimal::from(times));
        let part = whole.checked_div(Decimal::from(over)).unwrap_or_default();
        Money(part.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero))
    }

    /// By how many percent this amount differs from `other`, with two decimals, half away from
    /// zero. `None` when `other` is zero.
    pub fn percent_above(self, other: Money) -> Option<Percent> {
        let hundred = Decimal::ONE_HUNDRED;
        let difference = self.minus(other).0.checked_mul(hundred)?.checked_div(other.0)?;
        Some(Percent(difference.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)))
    }

    /// The highest amount in whole øre that is at most this one with `percent` added: exact, so
    /// [`Money::is_within`] holds for it and for nothing above it.
    pub fn with_percent(self, percent: u32) -> Money {
        let hundred = Decimal::ONE_HUNDRED;
        let whole = self.0.saturating_mul(hundred.saturating_add(Decimal::from(percent)));
        let limit = whole.checked_div(hundred).unwrap_or_default();
        Money(limit.round_dp_with_strategy(2, RoundingStrategy::ToNegativeInfinity))
    }

    /// Whether this amount is at most `other` with `percent` added; exact, no rounding.
    pub fn is_within(self, other: Money, percent: u32) -> bool {
        let hundred = Decimal::ONE_HUNDRED;
        let limit = other.0.saturating_mul(hundred.saturating_add(Decimal::from(percent)));
        self.0.saturating_mul(hundred) <= limit
    }
}

impl std::iter::Sum for Money {
    fn sum<I: Iterator<Item = Money>>(amounts: I) -> Money {
        amounts.fold(Money::ZERO, Money::plus)
    }
}

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(&self.plain())
    }
}

/// A percentage with two decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent(Decimal);

impl Percent {
    /// The percentage with two decimals after a point, without a sign for percent.
    pub fn plain(self) -> String {
        Money(self.0).plain()
    }
}

impl Serialize for Percent {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(&self.plain())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_plain_notation_only() {
        for (text, plain) in
            [("1800", "1800.00"), ("0.5", "0.50"), ("007.25", "7.25"), ("9999999.99", "9999999.99")]
        {
            assert_eq!(Money::parse(text).unwrap().plain(), plain);
        }
        for bad in ["", ".", "1.", ".5", "1.234", "-1", "+1", "1,5", "1 000", "1e3", "NaN"] {
            assert_eq!(Money::parse(bad), Err(AmountError::Malformed), "{bad}");
        }
        for large in ["10000000", "10000000.00", "99999999999999999999999999999999.00"] {
            assert_eq!(Money::parse(large), Err(AmountError::TooLarge), "{large}");
        }
    }

    #[test]
    fn zero_has_no_sign() {
        let amount = Money::from_oere(1_050);
        assert_eq!(Money::ZERO.minus(amount).plus(amount).plain(), "0.00");
        assert_eq!(Money::ZERO.minus(amount).plain(), "-10.50");
    }

    #[test]
    fn pictures_draw_no_negative_amounts() {
        assert_eq!(Money::from_oere(180_050).oere(), 180_050);
        assert_eq!(Money::from_oere(-1).oere(), 0);
    }

    #[test]
    fn percent_rounds_half_away_from_zero() {
        let percent = |wanted: &str, reference: &str| {
            let (wanted, reference) =
                (Money::parse(wanted).unwrap(), Money::parse(reference).unwrap());
            wanted.percent_above(reference).map(Percent::plain)
        };
        assert_eq!(percent("98000", "95000").as_deref(), Some("3.16"));
        assert_eq!(percent("200.01", "200").as_deref(), Some("0.01"));
        assert_eq!(percent("199.99", "200").as_deref(), Some("-0.01"));
        assert_eq!(percent("1", "0"), None);
    }

    #[test]
    fn the_price_limit_is_exact() {
        let amount = |text| Money::parse(text).unwrap();
        assert!(amount("110.00").is_within(amount("100.00"), 10));
        assert!(!amount("110.01").is_within(amount("100.00"), 10));
        assert!(amount("0.11").is_within(amount("0.10"), 10));
    }

    #[test]
    fn the_price_limit_as_an_amount_never_lies_above_it() {
        let limit = |text, percent| Money::parse(text).unwrap().with_percent(percent).plain();
        assert_eq!(limit("95000", 10), "104500.00");
        assert_eq!(limit("0.05", 10), "0.05");
        assert_eq!(limit("33.33", 0), "33.33");
        for oere in 0..2_000 {
            let reference = Money::from_oere(oere);
            let limit = reference.with_percent(7);
            assert!(limit.is_within(reference, 7), "{oere}");
            assert!(!limit.plus(Money::from_oere(1)).is_within(reference, 7), "{oere}");
        }
    }
}
