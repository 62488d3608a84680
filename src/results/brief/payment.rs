//! A payment in brief: the estimate, what it leaves, and the budget in a line for each list.

use super::{Brief, titled};
use crate::draft::Context;
use crate::draft::payment::Estimate;
use crate::request::ask;
use crate::request::error::ContractError;
use crate::results::eligibility::answer_word;
use crate::results::payment::{
    after_debt, charge_name, charges_typed, expense_name, expenses_typed, income_name,
    income_typed, offer_name, standard_of,
};
use crate::rules::logic::Truth;
use crate::rules::money::Money;
use crate::rules::offer::Housing;
use crate::rules::payment::{Budget, NextChange, Note, Payment, Reading, ReadingId};
use crate::rules::standard::Section;
use crate::text::format::{kroner, short_date};
use crate::text::words::Words;

/// A payment in brief.
///
/// # Errors
/// [`ContractError`] when the rules refuse the budget.
pub fn brief(budget: &Budget, context: Context) -> Result<Brief, ContractError> {
    let words = context.words;
    let result = ask(budget, context.standard)?.result;
    let title = titled(words.brief.payment.title, offer_name(budget.offer, words), words);
    let source = (standard_of(budget.offer), Section::Payment);
    let estimate = match budget.offer {
        Housing::Temporary | Housing::LongTerm => words.payment.estimate,
        Housing::Lease => words.payment.estimate_lease,
    };
    let mut brief = Brief::new(title, source, estimate, context);
    findings(&mut brief, &result, words);
    notes(&mut brief, budget, &result, words);
    inputs(&mut brief, budget, context);
    questions(&mut brief, budget, &result, context);
    documents(&mut brief, budget, words);
    Ok(brief)
}

impl Brief {
    /// Names the lines of the budget as the person typed them, where a request knows their kinds
    /// alone, and says whether the person supports somebody, which no rule reads.
    pub fn take_own_words(
        &mut self,
        estimate: &Estimate,
        supports_family: Option<Truth>,
        context: Context,
    ) {
        let words = context.words;
        let names = &words.payment;
        for (name, typed) in [
            (names.steps.income, income_typed(estimate, words)),
            (names.bar_expenses, expenses_typed(estimate, words)),
            (names.steps.charges, charges_typed(estimate, words)),
        ] {
            let line = self.inputs.iter_mut().find(|(input, _)| input == name);
            if let Some((_, value)) = line.filter(|_| !typed.is_empty()) {
                *value = typed;
            }
        }
        match supports_family {
            Some(Truth::Yes) => self.note(names.question_family_yes),
            Some(Truth::No) => {
                self.questions.retain(|question| question != words.brief.questions.family);
            }
            Some(Truth::Unknown) | None => {}
        }
    }
}

fn findings(brief: &mut Brief, result: &Payment, words: &Words) {
    let names = &words.payment;
    let kroner = |amount| kroner(amount, words);
    brief.find(names.result, words.brief.payment.monthly(kroner(result.estimate)));
    brief.find(names.left_over, kroner(result.left_over));
    brief.find(names.minimum, kroner(result.minimum));
    if result.shortfall > Money::ZERO {
        brief.find(names.shortfall, kroner(result.shortfall));
    }
    brief.find(words.brief.payment.ceiling, kroner(result.ceiling));
}

/// What a reader should know. A list that is empty was not stated, so its nought is explained.
fn notes(brief: &mut Brief, budget: &Budget, result: &Payment, words: &Words) {
    if budget.income.is_empty() {
        brief.note(words.brief.payment.no_income);
    }
    if budget.charges.is_empty() {
        brief.note(words.brief.payment.no_charges);
    }
    for note in &result.notes {
        brief.note(&note_sentence(*note, budget.offer, result, words));
    }
    if result.reduction > Money::ZERO {
        let [charges, reduction] =
            [result.charges, result.reduction].map(|amount| kroner(amount, words));
        brief.note(&words.payment.reduction(charges, reduction));
    }
    for reading in &result.readings {
        brief.note(&reading_sentence(reading, result, words));
    }
    if let Some(change) = result.next_change {
        brief.note(&change_sentence(change, budget, words));
    }
    let debt = budget.debt.filter(|debt| *debt > Money::ZERO).zip(result.left_over_after_debt);
    if let Some((debt, left_over)) = debt {
        brief.note(&after_debt(debt, left_over, words));
    }
}

/// A note in a sentence or two.
fn note_sentence(note: Note, offer: Housing, result: &Payment, words: &Words) -> String {
    let kroner = |amount| kroner(amount, words);
    let words = &words.brief.payment;
    let sentence = match note {
        Note::RentWaivedOwnHome => return words.rent_waived_own_home(kroner(result.charges)),
        Note::OwnHomeMayWaiveRent => words.own_home_may_waive_rent,
        Note::BelowMinimum => return words.below_minimum(kroner(result.shortfall)),
        Note::NothingToPay => match offer {
            Housing::Temporary | Housing::LongTerm => words.nothing_to_pay,
            Housing::Lease => words.nothing_to_pay_lease,
        },
        Note::LeaseNotReduced => words.lease_not_reduced,
        Note::HousingBenefitOnlyForLease => words.housing_benefit_only_for_lease,
        Note::FoodNotInCharges => words.food_not_in_charges,
    };
    sentence.to_owned()
}

/// Another reading of the text beside ours, with the figures of both.
fn reading_sentence(reading: &Reading, ours: &Payment, words: &Words) -> String {
    let [minimum, estimate, other_minimum, other_estimate] =
        [ours.minimum, ours.estimate, reading.minimum, reading.estimate]
            .map(|amount| kroner(amount, words));
    match reading.id {
        ReadingId::MinimumUnder30StillApplies => {
            words.brief.payment.reading(ours.age, minimum, estimate, other_minimum, other_estimate)
        }
    }
}

/// That the minimum rises on a birthday soon.
fn change_sentence(change: NextChange, budget: &Budget, words: &Words) -> String {
    let age = budget.birth_date.age_on(change.date);
    words.brief.payment.change(short_date(change.date, words), age, kroner(change.minimum, words))
}

fn inputs(brief: &mut Brief, budget: &Budget, context: Context) {
    let words = context.words;
    let names = &words.payment;
    brief.answered(names.input_offer, offer_name(budget.offer, words).to_owned());
    brief.answered(names.input_born, short_date(budget.birth_date, words));
    brief.answered(names.input_date, short_date(budget.date, words));
    if let Some(answer) = budget.keeps_own_home {
        brief.answered(names.input_own_home, answer_word(answer, context).to_owned());
    }
    let income = budget.income.iter().map(|line| (income_name(line.kind, words), line.amount));
    brief.answered(names.steps.income, lines(&income.collect::<Vec<_>>(), words));
    let expenses = budget.expenses.iter().map(|line| (expense_name(line.kind, words), line.amount));
    brief.answered(names.bar_expenses, lines(&expenses.collect::<Vec<_>>(), words));
    let charges = budget.charges.iter().map(|line| (charge_name(line.kind, words), line.amount));
    brief.answered(names.steps.charges, lines(&charges.collect::<Vec<_>>(), words));
    if let Some(benefit) = budget.housing_benefit {
        brief.answered(names.input_benefit, kroner(benefit, words));
    }
    if let Some(debt) = budget.debt {
        brief.answered(names.input_debt, kroner(debt, words));
    }
}

/// The lines of one kind, added up.
struct Sum {
    kind: &'static str,
    amount: Money,
    lines: u32,
}

/// `Pension 14.000 kr. + Løn 500 kr. = 14.500 kr.`: the lines of a list by kind, with their sum.
/// An empty list was not stated, which is not nought.
fn lines(lines: &[(&'static str, Money)], words: &Words) -> String {
    let mut sums: Vec<Sum> = Vec::new();
    let mut whole = Money::ZERO;
    for (kind, amount) in lines {
        whole = whole.plus(*amount);
        match sums.iter_mut().find(|sum| sum.kind == *kind) {
            Some(sum) => {
                sum.amount = sum.amount.plus(*amount);
                sum.lines = sum.lines.saturating_add(1);
            }
            None => sums.push(Sum { kind, amount: *amount, lines: 1 }),
        }
    }
    let mut text = String::new();
    for sum in &sums {
        if !text.is_empty() {
            text.push_str(" + ");
        }
        let amount = kroner(sum.amount, words);
        text.push_str(&match sum.lines {
            1 => words.payment.list_line(sum.kind, amount),
            count => words.brief.payment.several(sum.kind, amount, count),
        });
    }
    match sums.len() {
        0 => words.brief.none_stated.to_owned(),
        1 => text,
        _ => words.brief.payment.sum(text, kroner(whole, words)),
    }
}

/// What the text leaves open for this budget.
fn questions(brief: &mut Brief, budget: &Budget, result: &Payment, context: Context) {
    let questions = &context.words.brief.questions;
    brief.ask(&questions.amounts(context.standard.approved.year()));
    brief.ask(questions.monthly);
    brief.ask(questions.expenses);
    brief.ask(questions.family);
    for note in &result.notes {
        match note {
            Note::RentWaivedOwnHome | Note::OwnHomeMayWaiveRent => brief.ask(questions.own_home),
            Note::BelowMinimum | Note::LeaseNotReduced => brief.ask(questions.below_minimum),
            Note::FoodNotInCharges => brief.ask(questions.food),
            Note::NothingToPay | Note::HousingBenefitOnlyForLease => {}
        }
    }
    if result.reduction > Money::ZERO {
        brief.ask(questions.rest_of_price);
    }
    if !result.readings.is_empty() {
        brief.ask(&questions.minimum_at(result.age));
    }
    match budget.offer {
        Housing::LongTerm => brief.ask(questions.law),
        Housing::Temporary | Housing::Lease => {}
    }
}

fn documents(brief: &mut Brief, budget: &Budget, words: &Words) {
    let documents = &words.brief.documents;
    brief.bring(documents.decision);
    brief.bring(documents.income);
    brief.bring(documents.expenses);
    brief.bring(documents.prices);
    if budget.keeps_own_home == Some(Truth::Yes) {
        brief.bring(documents.own_home);
    }
    match budget.offer {
        Housing::Lease => {
            brief.bring(documents.lease);
            brief.bring(documents.benefit);
        }
        Housing::Temporary | Housing::LongTerm => {}
    }
    if budget.debt.is_some_and(|debt| debt > Money::ZERO) {
        brief.bring(documents.debt);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::testing::context;
    use crate::results::brief::testing::{assert_own_sentences, brief, pairs};
    use crate::rules::date::Date;
    use crate::text::words::DA;

    #[test]
    fn the_estimate_its_limits_and_the_budget_are_exact() {
        let brief = brief(
            r#"{"tool":"payment","offer":"temporary","date":"2026-11-22","birth_date":"1999-05-04",
                "income":[{"kind":"pension","amount":"14000.00"},{"kind":"other","amount":"300.00"},
                          {"kind":"other","amount":"200.50"}],
                "expenses":[{"kind":"medicine","amount":"350.00"}],
                "charges":[{"kind":"rent","amount":"9000.00"},{"kind":"food","amount":"3600.00"}],
                "keeps_own_home":"no","debt":"500.00"}"#,
        );
        assert_eq!(brief.title, "Egenbetaling: midlertidigt botilbud");
        let findings = [
            ("Skøn over betalingen", "12.350,50 kr. om måneden"),
            ("Tilbage om måneden", "1.800 kr."),
            ("Skal mindst være tilbage", "1.800 kr."),
            ("Kan højst betales, hvis minimumsbeløbet skal være tilbage", "12.350,50 kr."),
        ];
        assert_eq!(brief.findings, pairs(&findings));
        let inputs = [
            ("Bolig", "Midlertidigt botilbud"),
            ("Født", "4. maj 1999"),
            ("Regnet fra", "22. november 2026"),
            ("Beholder egen bolig", "Nej"),
            (
                "Indtægt efter skat",
                "Pension 14.000 kr. + Anden indtægt 500,50 kr. (2 poster) = 14.500,50 kr.",
            ),
            ("Nødvendige udgifter", "Medicin og behandling 350 kr."),
            ("Botilbuddets pris", "Ophold eller husleje 9.000 kr. + Mad 3.600 kr. = 12.600 kr."),
            ("Afdrag på gæld", "500 kr."),
        ];
        assert_eq!(brief.inputs, pairs(&inputs));
        let notes = [
            DA.payment.estimate,
            "Prisen er 12.600 kr. Det er 249,50 kr. mere, end der er råd til, hvis minimumsbeløbet \
             skal være tilbage. Spørg kommunen, om betalingen kan sættes ned.",
            "Afdragene på 500 kr. er ikke trukket fra, før betalingen er regnet ud. Når de er \
             betalt, er der 1.300 kr. tilbage.",
        ];
        assert_eq!(brief.notes, notes);
        assert!(brief.questions.contains(&"Gælder beløbene fra 2023 stadig?".to_owned()));
        assert!(brief.questions.contains(&DA.brief.questions.rest_of_price.to_owned()));
        assert!(brief.documents.contains(&DA.brief.documents.debt.to_owned()));
    }

    #[test]
    fn what_is_missing_in_a_lease_is_a_finding() {
        let brief = brief(
            r#"{"tool":"payment","offer":"lease","date":"2026-11-22","birth_date":"1980-01-01",
                "income":[{"kind":"pension","amount":"6000.00"}],"expenses":[],
                "charges":[{"kind":"rent","amount":"5500.00"},{"kind":"food","amount":"100.00"}],
                "housing_benefit":"1000.00"}"#,
        );
        let findings = [
            ("Skøn over betalingen", "4.600 kr. om måneden"),
            ("Tilbage om måneden", "1.400 kr."),
            ("Skal mindst være tilbage", "2.600 kr."),
            ("Mangler i minimumsbeløbet", "1.200 kr."),
            ("Kan højst betales, hvis minimumsbeløbet skal være tilbage", "3.400 kr."),
        ];
        assert_eq!(brief.findings, pairs(&findings));
        let notes = [
            DA.payment.estimate_lease,
            "Der er 1.200 kr. mindre tilbage end minimumsbeløbet.",
            "Udlejeren bestemmer huslejen. Vi regner ikke med, at den bliver sat ned. Spørg kommunen, \
             hvordan minimumsbeløbet bliver holdt.",
        ];
        assert_eq!(brief.notes, notes);
        assert_eq!(brief.inputs[4], ("Nødvendige udgifter".to_owned(), "Ingen oplyst".to_owned()));
        assert!(brief.documents.contains(&DA.brief.documents.lease.to_owned()));
    }

    #[test]
    fn at_thirty_both_readings_stand_with_both_figures() {
        let brief = brief(
            r#"{"tool":"payment","offer":"long_term","date":"2026-11-22","birth_date":"1996-11-22",
                "income":[{"kind":"pension","amount":"9000.00"}],
                "expenses":[{"kind":"medicine","amount":"1000.00"}],
                "charges":[{"kind":"rent","amount":"4000.00"},{"kind":"food","amount":"3000.00"}]}"#,
        );
        let reading = "Reglen siger ikke, hvad der gælder, mens man er 30. Skal der mindst være \
                       2.600 kr. tilbage, er skønnet 5.400 kr. Skal der mindst være 1.800 kr. \
                       tilbage, er det 6.200 kr.";
        assert_eq!(brief.notes[2], reading);
        let question = "Hvilket minimumsbeløb gælder, mens man er 30?";
        assert!(brief.questions.contains(&question.to_owned()));
    }

    #[test]
    fn the_thirtieth_birthday_is_announced() {
        let brief = brief(
            r#"{"tool":"payment","offer":"long_term","date":"2026-11-22","birth_date":"1997-03-15",
                "income":[{"kind":"pension","amount":"9000.00"}],"expenses":[],
                "charges":[{"kind":"food","amount":"3000.00"}]}"#,
        );
        let change = "Den 15. marts 2027 fylder personen 30 år. Fra den dag skal der mindst være \
                      2.600 kr. tilbage.";
        assert_eq!(brief.notes, [DA.payment.estimate, change]);
    }

    #[test]
    fn a_nought_that_comes_of_an_empty_list_is_explained() {
        let brief = brief(
            r#"{"tool":"payment","offer":"temporary","date":"2026-11-22","birth_date":"1990-01-01",
                "income":[],"expenses":[],"charges":[]}"#,
        );
        for explained in [DA.brief.payment.no_income, DA.brief.payment.no_charges] {
            assert!(brief.notes.contains(&explained.to_owned()), "{:?}", brief.notes);
        }
        for (name, value) in &brief.inputs[3..] {
            assert_eq!(value, "Ingen oplyst", "{name}");
        }
    }

    #[test]
    fn every_note_has_a_sentence_of_its_own() {
        let date = |text| Date::parse(text).unwrap();
        let budget = Budget {
            offer: Housing::LongTerm,
            date: date("2026-11-22"),
            birth_date: date("1990-01-01"),
            income: vec![],
            expenses: vec![],
            charges: vec![],
            keeps_own_home: None,
            housing_benefit: None,
            debt: None,
        };
        let result = ask(&budget, context().standard).unwrap().result;
        for offer in Housing::ALL {
            let notes = Note::ALL.iter();
            let sentences = notes.map(|note| note_sentence(*note, *offer, &result, &DA));
            assert_own_sentences(sentences.collect());
        }
    }
}
