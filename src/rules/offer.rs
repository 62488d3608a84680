//! The kinds of housing offer that a person may ask about.

use super::code::coded;

coded! {
    /// A housing offer as the payment, date and free-choice rules tell them apart.
    pub enum Housing {
        /// Temporary housing (midlertidigt botilbud, serviceloven § 107).
        Temporary = "temporary",
        /// Long-term housing (længerevarende botilbud, serviceloven § 108).
        LongTerm = "long_term",
        /// A lease with support (almenboliglovens § 105).
        Lease = "lease",
    }
}

coded! {
    /// An offer whose target group can be checked.
    pub enum Offer {
        /// Temporary housing (midlertidigt botilbud, serviceloven § 107).
        Temporary = "temporary",
        /// Respite stays (aflastningsophold, serviceloven § 107).
        Respite = "respite",
        /// Clarifying, stabilising or transition stays (akutafklarings-, stabiliserings- eller
        /// udslusningsophold, serviceloven § 107).
        Crisis = "crisis",
        /// Long-term housing (længerevarende botilbud, serviceloven § 108).
        LongTerm = "long_term",
        /// A lease with support (almenboliglovens § 105).
        Lease = "lease",
    }
}
