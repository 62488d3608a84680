//! The standard as the server has it: the municipality's own file, or the one that is built in.

use crate::rules::code::coded;
use crate::rules::date::Date;
use crate::rules::standard::{BUILT_IN, Standard, StandardError};

coded! {
    /// How public/boot.js met `standard.json` on the server.
    pub enum Met {
        /// It is there and was read.
        Read = "read",
        /// There is none: the server says so.
        Absent = "absent",
        /// Whether there is one, and what it says, is not known.
        Unreachable = "unreachable",
    }
}

/// Why nothing can be computed: an amount that may be old or wrong is worse than none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The municipality's file could not be fetched.
    Unreachable,
    /// The municipality's file is wrong in these places.
    Wrong(Vec<StandardError>),
    /// By the device's clock nothing of the standard holds yet.
    Early {
        /// What the clock says.
        today: Date,
        /// The day from which the standard holds.
        from: Date,
    },
}

/// Whom to ask when nothing can be computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whom {
    /// The municipality's name.
    pub municipality: String,
    /// The department that decides.
    pub department: String,
    /// Telephone number.
    pub phone: String,
}

impl Whom {
    /// Whom the municipality's file names, as far as that can be read; otherwise whom the
    /// standard names that is built in.
    pub fn of(text: &str) -> Option<Whom> {
        let own = Standard::contacts_in(text);
        let (municipality, contacts) = own.or_else(|| Standard::contacts_in(BUILT_IN))?;
        Some(Whom { municipality, department: contacts.department, phone: contacts.phone })
    }
}

impl Met {
    /// The standard to compute with.
    ///
    /// # Errors
    /// [`Trouble`] when the municipality's file is wrong or may be there unread. What is built in
    /// takes its place only where there is no file.
    pub fn standard(self, text: &str) -> Result<Standard, Trouble> {
        match self {
            Met::Read => Standard::load(text).map_err(Trouble::Wrong),
            Met::Absent => Standard::built_in().map_err(Trouble::Wrong),
            Met::Unreachable => Err(Trouble::Unreachable),
        }
    }

    /// The standard to compute with today.
    ///
    /// # Errors
    /// [`Trouble`] as in [`Met::standard`], and when today is before its first day: there is
    /// nothing to compute with, and deadlines of letters that have come would lie ahead.
    pub fn standard_on(self, today: Date, text: &str) -> Result<Standard, Trouble> {
        let standard = self.standard(text)?;
        match standard.on(today) {
            Ok(_) => Ok(standard),
            Err(_) => Err(Trouble::Early { today, from: standard.approved }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_absent_file_is_replaced_by_the_one_built_in() {
        let other = BUILT_IN.replace("1800.00", "1900.00");
        let minimum = |standard: Standard| standard.newest().unwrap().minimum_under_age_limit;
        let built_in = minimum(Standard::built_in().unwrap());
        assert_ne!(minimum(Met::Read.standard(&other).unwrap()), built_in);
        assert_eq!(minimum(Met::Absent.standard("").unwrap()), built_in);
        assert_eq!(Met::Unreachable.standard(BUILT_IN).unwrap_err(), Trouble::Unreachable);
        assert!(matches!(Met::Read.standard("").unwrap_err(), Trouble::Wrong(_)));
    }

    #[test]
    fn a_clock_that_is_before_the_standard_computes_nothing() {
        let from = Standard::built_in().unwrap().approved;
        let today = from.plus_days(-1);
        let met = |today| Met::Read.standard_on(today, BUILT_IN);
        assert_eq!(met(today).unwrap_err(), Trouble::Early { today, from });
        assert!(met(from).is_ok());
        assert!(matches!(Met::Read.standard_on(today, "").unwrap_err(), Trouble::Wrong(_)));
    }

    #[test]
    fn a_wrong_file_still_says_whom_to_ask_when_it_can() {
        let built_in = Whom::of("").unwrap();
        assert_eq!(Whom::of("{}").unwrap(), built_in);
        let phone = |text: &str| Whom::of(text).unwrap().phone;
        let moved = BUILT_IN.replace(&built_in.phone, "12 34 56 78");
        assert_eq!(phone(&moved.replace("1800.00", "1.800")), "12 34 56 78");
        assert_eq!(phone(&moved.replace("12 34 56 78", "1234")), built_in.phone);
    }
}
