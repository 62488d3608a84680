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

impl From<Housing> for Offer {
    fn from(housing: Housing) -> Offer {
        match housing {
            Housing::Temporary => Offer::Temporary,
            Housing::LongTerm => Offer::LongTerm,
            Housing::Lease => Offer::Lease,
        }
    }
}

/// The offers that a municipality's standard has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Offers {
    bits: u8,
}

impl Offers {
    /// Every offer.
    pub const ALL: Offers = Offers { bits: u8::MAX };

    /// These offers; each counts once.
    pub fn of(offers: &[Offer]) -> Offers {
        Offers { bits: offers.iter().fold(0, |bits, offer| bits | bit(*offer)) }
    }

    /// Whether the standard has an offer.
    pub fn has(self, offer: Offer) -> bool {
        self.bits & bit(offer) != 0
    }

    /// Whether the standard has a kind of housing.
    pub fn has_housing(self, housing: Housing) -> bool {
        self.has(housing.into())
    }

    /// Whether the standard has offers for the long run: long-term housing or a lease.
    pub fn has_long_term_part(self) -> bool {
        self.has(Offer::LongTerm) || self.has(Offer::Lease)
    }

    /// The offers in the order of [`Offer::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Offer> {
        Offer::ALL.iter().copied().filter(move |offer| self.has(*offer))
    }

    /// The kinds of housing among them, in the order of [`Housing::ALL`].
    pub fn housing(self) -> impl Iterator<Item = Housing> {
        Housing::ALL.iter().copied().filter(move |housing| self.has_housing(*housing))
    }
}

const fn bit(offer: Offer) -> u8 {
    match offer {
        Offer::Temporary => 1,
        Offer::Respite => 2,
        Offer::Crisis => 4,
        Offer::LongTerm => 8,
        Offer::Lease => 16,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_has_the_offers_it_is_made_of() {
        for first in Offer::ALL {
            for second in Offer::ALL {
                let set = Offers::of(&[*second, *first, *first]);
                for offer in Offer::ALL {
                    assert_eq!(set.has(*offer), offer == first || offer == second);
                }
                assert!(set.iter().is_sorted());
            }
        }
        assert_eq!(Offers::ALL.iter().collect::<Vec<_>>(), Offer::ALL);
        assert_eq!(Offers::ALL.housing().collect::<Vec<_>>(), Housing::ALL);
        assert!(!Offers::of(&[Offer::Temporary, Offer::Respite]).has_long_term_part());
    }
}
