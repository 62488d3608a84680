//! What is asked about a payment: a person's income and necessary expenses, an offer's charges.

use serde::Serialize;

use crate::rules::code::coded;
use crate::rules::date::Date;
use crate::rules::logic::Truth;
use crate::rules::money::Money;
use crate::rules::offer::Housing;

coded! {
    /// What somebody lives on (forsørgelsesgrundlag), after tax.
    pub enum IncomeKind {
        /// Pension (førtidspension, folkepension).
        Pension = "pension",
        /// Cash benefit (kontanthjælp).
        CashBenefit = "cash_benefit",
        /// Sickness or unemployment benefit (sygedagpenge, dagpenge).
        SicknessBenefit = "sickness_benefit",
        /// Wages (løn).
        Wages = "wages",
        /// Student grant (SU).
        StudentGrant = "student_grant",
        /// Anything else.
        Other = "other",
    }
}

coded! {
    /// A necessary expense (nødvendig udgift).
    pub enum ExpenseKind {
        /// Medicine and treatment.
        Medicine = "medicine",
        /// Insurance.
        Insurance = "insurance",
        /// Transport.
        Transport = "transport",
        /// The own home that is kept.
        OwnHome = "own_home",
        /// Union and unemployment fund.
        Union = "union",
        /// Guardianship (værgemål).
        Guardian = "guardian",
        /// Anything else.
        Other = "other",
    }
}

coded! {
    /// What the offer charges for.
    pub enum ChargeKind {
        /// Stay or rent (ophold, husleje).
        Rent = "rent",
        /// Electricity.
        Electricity = "electricity",
        /// Water.
        Water = "water",
        /// Heating.
        Heating = "heating",
        /// Food.
        Food = "food",
        /// Laundry.
        Laundry = "laundry",
        /// Shared television.
        Tv = "tv",
        /// Internet.
        Internet = "internet",
        /// Anything else.
        Other = "other",
    }
}

/// A line of the budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Line<Kind> {
    /// What it is for.
    pub kind: Kind,
    /// Kroner per month.
    pub amount: Money,
}

/// What is asked: a person's budget and an offer's charges.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Budget {
    /// The offer.
    pub offer: Housing,
    /// The day on which age and amounts are read.
    pub date: Date,
    /// The birth date.
    pub birth_date: Date,
    /// Income after tax.
    pub income: Vec<Line<IncomeKind>>,
    /// Necessary expenses.
    pub expenses: Vec<Line<ExpenseKind>>,
    /// What the offer charges for.
    pub charges: Vec<Line<ChargeKind>>,
    /// Whether the own home is kept during a temporary stay.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keeps_own_home: Option<Truth>,
    /// Housing benefit (boligstøtte), for a lease only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub housing_benefit: Option<Money>,
    /// Instalments on debt; never deducted before the payment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub debt: Option<Money>,
}
