//! What the municipality says of the pages themselves: accessibility and privacy.
//!
//! Every field may be left out. The pages then say that the municipality has not told, since a
//! statement made up by somebody else would be worse.

use crate::rules::code::coded;
use crate::rules::date::Date;

/// What the municipality says of the pages themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    /// How accessible the pages are.
    pub accessibility: Accessibility,
    /// What becomes of visitors' data.
    pub privacy: Privacy,
}

/// The accessibility statement (tilgængelighedserklæring) that a public body must give.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Accessibility {
    /// The address of the official statement.
    pub statement: Option<String>,
    /// How far the pages meet the requirements.
    pub conformance: Option<Conformance>,
    /// How that was found out.
    pub method: Option<Method>,
    /// The day on which the statement was made.
    pub prepared: Option<Date>,
    /// The day on which it was last looked over; due at least once a year.
    pub reviewed: Option<Date>,
    /// What is not accessible.
    pub shortcomings: Vec<Shortcoming>,
    /// Mail address for those who meet a barrier; the department's where there is none.
    pub mail: Option<String>,
    /// Telephone number for those who meet a barrier; the department's where there is none.
    pub phone: Option<String>,
}

coded! {
    /// How far the pages meet the requirements.
    pub enum Conformance {
        /// Wholly.
        Full = "full",
        /// In part.
        Partial = "partial",
        /// Not.
        None = "none",
    }
}

coded! {
    /// How it was found out how far the pages meet the requirements.
    pub enum Method {
        /// The municipality tested them itself.
        SelfEvaluation = "self_evaluation",
        /// Somebody else did.
        ThirdParty = "third_party",
    }
}

/// Something that is not accessible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shortcoming {
    /// What it is.
    pub what: String,
    /// Why it is so.
    pub why: String,
    /// What to use instead.
    pub instead: String,
}

/// What becomes of visitors' data.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Privacy {
    /// Who runs the server.
    pub host: Option<String>,
    /// For how many days the server keeps the addresses of those who fetched pages.
    pub log_days: Option<u32>,
    /// Mail address of the data protection officer (databeskyttelsesrådgiver).
    pub officer_mail: Option<String>,
    /// Telephone number of the data protection officer.
    pub officer_phone: Option<String>,
}
