//! How often an amount comes or is paid, and what that is a month.
//!
//! The standards name no period; months are assumed throughout ("Er der egenbetaling?"). A year
//! counts as 12 months and as 52 weeks.

use super::code::coded;
use super::money::Money;

coded! {
    /// How often an amount comes or is paid.
    pub enum Period {
        /// Once a month.
        Month = "month",
        /// Once a week.
        Week = "week",
        /// Once a year.
        Year = "year",
    }
}

impl Period {
    /// What an amount of this period is a month, rounded to the nearest øre, half away from zero.
    pub fn monthly(self, amount: Money) -> Money {
        match self {
            Period::Month => amount,
            Period::Week => amount.times_over(52, 12),
            Period::Year => amount.times_over(1, 12),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_has_twelve_months_and_52_weeks() {
        let monthly = |period: Period, oere| period.monthly(Money::from_oere(oere)).plain();
        assert_eq!(monthly(Period::Month, 12_345), "123.45");
        assert_eq!(monthly(Period::Week, 120_000), "5200.00");
        assert_eq!(monthly(Period::Week, 10_000), "433.33");
        assert_eq!(monthly(Period::Year, 360_000), "300.00");
        assert_eq!(monthly(Period::Year, 10_000), "8.33");
        assert_eq!(monthly(Period::Year, 6), "0.01", "half an øre rounds up");
    }
}
