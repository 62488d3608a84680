use super::*;
use crate::draft::payment::{Entry, TypedLines};
use crate::draft::testing::context;
use crate::request::{Answer, ask};
use crate::results::Shown;
use crate::rules::date::Date;
use crate::rules::logic::Truth;
use crate::rules::payment::{
    Budget, ChargeKind, ExpenseKind, IncomeKind, Line, Note, Payment, PaymentKind, StepId,
};
use crate::rules::period::Period;
use crate::text::format;
use crate::text::words::DA;

fn kroner(amount: Money) -> String {
    format::kroner(amount, &DA)
}

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn kr(kroner: i64) -> Money {
    Money::from_oere(kroner * 100)
}

/// Income 14,500, medicine 350, rent 9,000 and food 3,600 in a temporary offer.
fn budget(birth_date: &str) -> Budget {
    Budget {
        offer: Housing::Temporary,
        date: date("2026-11-22"),
        birth_date: date(birth_date),
        income: vec![Line { kind: IncomeKind::Pension, amount: kr(14_500) }],
        expenses: vec![Line { kind: ExpenseKind::Medicine, amount: kr(350) }],
        charges: vec![
            Line { kind: ChargeKind::Rent, amount: kr(9_000) },
            Line { kind: ChargeKind::Food, amount: kr(3_600) },
        ],
        keeps_own_home: Some(Truth::No),
        housing_benefit: None,
        debt: None,
    }
}

fn entries<Kind>(lines: &[Line<Kind>]) -> Vec<Entry> {
    let entry = |line: &Line<Kind>| Entry {
        name: String::new(),
        amount: line.amount,
        period: Period::Month,
    };
    lines.iter().map(entry).collect()
}

fn estimate(budget: Budget) -> Estimate {
    let answer: Answer<Payment> = ask(&budget, context().standard).unwrap();
    let typed = TypedLines {
        income: entries(&budget.income),
        expenses: entries(&budget.expenses),
        charges: entries(&budget.charges),
    };
    Estimate { budget, answer, typed }
}

fn outcome(budgets: Vec<Budget>) -> PaymentOutcome {
    PaymentOutcome { estimates: budgets.into_iter().map(estimate).collect(), supports_family: None }
}

fn shown_of(budget: Budget) -> Shown {
    shown(&outcome(vec![budget]))
}

fn shown(outcome: &PaymentOutcome) -> Shown {
    Shown {
        summary: summary(outcome, "payment-result", context()).into_string(),
        details: details(outcome, context()).into_string(),
    }
}

#[test]
fn the_figure_is_named_an_upper_limit() {
    let summary = shown_of(budget("1999-05-04")).summary;
    let figure =
        format!("<p class=\"figure\"><span translate=\"no\">{}</span> ", kroner(kr(12_350)));
    assert!(summary.contains(&figure), "{summary}");
    assert!(summary.contains(DA.payment.figure));
    assert!(summary.contains(r#"<h2 id="payment-result" tabindex="-1">"#));
    assert!(!summary.contains(DA.payment.shortfall));
    assert!(summary.contains(r#"<span class="part-payment" data-share="0.851">"#), "{summary}");
}

#[test]
fn what_is_missing_is_said() {
    let mut poor = budget("1999-05-04");
    poor.income = vec![Line { kind: IncomeKind::Other, amount: kr(1_000) }];
    let Shown { summary, details } = shown_of(poor);
    assert!(summary.contains(DA.payment.shortfall));
    assert!(summary.contains(&kroner(kr(1_150))));
    assert!(details.contains(DA.payment.notes.nothing_to_pay_heading));
}

#[test]
fn a_budget_of_nothing_has_no_bar() {
    let mut nothing = budget("1999-05-04");
    nothing.income = vec![Line { kind: IncomeKind::Other, amount: kr(0) }];
    nothing.expenses = vec![];
    nothing.charges = vec![];
    assert!(!shown_of(nothing).summary.contains("class=\"bar\""));
}

#[test]
fn every_step_has_its_words_and_amount() {
    let details = shown_of(budget("1999-05-04")).details;
    let steps = &DA.payment.steps;
    let names = StepId::ALL.iter().map(|id| match id {
        StepId::Income => steps.income,
        StepId::Expenses => steps.expenses,
        StepId::Available => steps.available,
        StepId::Minimum => steps.minimum,
        StepId::Ceiling => steps.ceiling,
        StepId::Charges => steps.charges,
        StepId::Estimate => steps.estimate,
        StepId::LeftOver => steps.left_over,
    });
    let amounts = [
        "14.500,00",
        "−350,00",
        "14.150,00",
        "−1.800,00",
        "12.350,00",
        "12.600,00",
        "12.350,00",
        "1.800,00",
    ];
    for (name, amount) in names.zip(amounts) {
        let row = details.split("<tr").find(|row| row.contains(name)).unwrap();
        assert!(row.contains(&format!("<td class=\"amount\">{amount}</td>")), "{row}");
    }
    assert!(details.contains(&DA.payment.reduction(kroner(kr(12_600)), kroner(kr(250)))));
}

#[test]
fn every_note_has_its_words() {
    let result = estimate(budget("1999-05-04")).answer.result;
    let words = &DA.payment.notes;
    for note in Note::ALL {
        let heading = match note {
            Note::RentWaivedOwnHome => words.rent_waived_own_home_heading,
            Note::OwnHomeMayWaiveRent => words.own_home_may_waive_rent_heading,
            Note::BelowMinimum => words.below_minimum_heading,
            Note::NothingToPay => words.nothing_to_pay_heading,
            Note::LeaseNotReduced => words.lease_not_reduced_heading,
            Note::HousingBenefitOnlyForLease => words.housing_benefit_only_for_lease_heading,
            Note::FoodNotInCharges => words.food_not_in_charges_heading,
        };
        let view = notes::note(*note, Housing::Temporary, &result, context()).into_string();
        assert!(view.contains(heading), "{view}");
    }
}

#[test]
fn a_lease_is_not_called_reduced() {
    let mut lease = budget("1980-01-01");
    lease.offer = Housing::Lease;
    lease.housing_benefit = Some(kr(500));
    let Shown { summary, details } = shown_of(lease.clone());
    assert!(summary.contains(DA.payment.figure_lease));
    assert!(summary.contains(DA.payment.estimate_lease));
    assert!(details.contains(DA.payment.notes.lease_not_reduced_heading));
    let sentence = DA.payment.steps.estimate_why_lease(kroner(kr(12_600)), kroner(kr(500)));
    assert!(details.contains(&sentence));
    lease.housing_benefit = Some(kr(20_000));
    assert!(shown_of(lease).details.contains(DA.payment.notes.nothing_to_pay_lease_heading));
}

#[test]
fn while_30_both_readings_stand_with_their_amounts() {
    let details = shown_of(budget("1996-05-04")).details;
    let [high, low] = [2_600, 1_800].map(kr);
    let sentence = |minimum: Money| {
        let paid = kr(14_150).minus(minimum);
        [minimum, paid.min(kr(12_600)), minimum].map(kroner)
    };
    let [minimum, paid, left] = sentence(high);
    assert!(details.contains(&DA.payment.reading_ours(30, minimum, paid, left)));
    let [minimum, paid, left] = sentence(low);
    assert!(details.contains(&DA.payment.reading_other(minimum, paid, left)));
    assert!(!shown_of(budget("1980-01-01")).details.contains(DA.payment.reading_heading));
}

#[test]
fn a_birthday_soon_and_debt_are_shown_apart() {
    let mut soon = budget("1997-03-04");
    soon.debt = Some(kr(2_000));
    let details = shown_of(soon).details;
    assert!(details.contains(&DA.payment.change("4. marts 2027", 30, kroner(kr(2_600)))));
    assert!(details.contains(&DA.payment.debt_after_short(kroner(kr(2_000)), kroner(kr(200)))));
}

#[test]
fn the_rule_of_the_law_is_mentioned_for_long_term_housing_only() {
    for (offer, mentioned) in
        [(Housing::Temporary, false), (Housing::LongTerm, true), (Housing::Lease, false)]
    {
        let details = shown_of(Budget { offer, ..budget("1980-01-01") }).details;
        assert_eq!(details.contains(DA.payment.question_law), mentioned);
        assert!(details.contains(DA.payment.question_family));
    }
}

#[test]
fn every_kind_and_answer_is_repeated() {
    let mut all = budget("1980-01-01");
    all.income = IncomeKind::ALL.iter().map(|kind| Line { kind: *kind, amount: kr(1) }).collect();
    all.expenses =
        ExpenseKind::ALL.iter().map(|kind| Line { kind: *kind, amount: kr(1) }).collect();
    all.charges = ChargeKind::ALL.iter().map(|kind| Line { kind: *kind, amount: kr(1) }).collect();
    let details = shown_of(all).details;
    let names = IncomeKind::ALL.iter().map(|kind| income_name(*kind, &DA));
    let names = names.chain(ExpenseKind::ALL.iter().map(|kind| expense_name(*kind, &DA)));
    let names = names.chain(ChargeKind::ALL.iter().map(|kind| charge_name(*kind, &DA)));
    for name in names {
        assert!(details.contains(&format!(": {name}</dt>")), "{name}");
    }
    assert!(details.contains(&format!("<dd>{}</dd>", DA.answers.no)));
    assert!(details.contains("only-print"));
}

#[test]
fn a_step_says_its_lines_as_they_were_typed() {
    let mut one = estimate(budget("1999-05-04"));
    one.budget.income.push(Line { kind: IncomeKind::Other, amount: kr(1_300) });
    let name = "<Gave>".to_owned();
    one.typed.income.push(Entry { name, amount: kr(300), period: Period::Week });
    one.answer = ask(&one.budget, context().standard).unwrap();
    let details =
        details(&PaymentOutcome { estimates: vec![one], supports_family: None }, context());
    let details = details.into_string().replace('\u{a0}', " ");
    let sum = "Pension 14.500 kr. + &lt;Gave&gt; 1.300 kr. (300 kr. om ugen) = 15.800 kr.";
    assert!(details.contains(sum), "{details}");
    assert!(
        details.contains("<dt>Indtægt: &lt;Gave&gt;</dt><dd>300 kr. om ugen</dd>"),
        "{details}"
    );
}

#[test]
fn a_sum_of_many_lines_names_the_first_and_counts_the_others() {
    let mut long = budget("1999-05-04");
    long.expenses = vec![Line { kind: ExpenseKind::Other, amount: kr(10) }; 30];
    let details = shown_of(long).details.replace('\u{a0}', " ");
    assert!(details.contains("Anden udgift 10 kr. + 21 andre = 300 kr."), "{details}");
    assert_eq!(details.matches("<dt>Udgift: Anden udgift</dt>").count(), 1);
    let each = vec!["10 kr."; 30].join("<br>");
    assert!(details.contains(&format!("<dd>{each}</dd>")), "all of them are repeated");
}

#[test]
fn rent_that_does_not_count_is_not_added_up() {
    let mut kept = budget("1999-05-04");
    kept.keeps_own_home = Some(Truth::Yes);
    let details = shown_of(kept).details.replace('\u{a0}', " ");
    assert!(details.contains("Huslejen tæller ikke med. Mad 3.600 kr."), "{details}");
}

#[test]
fn readings_that_come_to_the_same_are_told_to() {
    let mut rich = budget("1996-05-04");
    rich.income = vec![Line { kind: IncomeKind::Wages, amount: kr(60_000) }];
    assert!(shown_of(rich).details.contains(DA.payment.reading_same));
    assert!(!shown_of(budget("1996-05-04")).details.contains(DA.payment.reading_same));
}

#[test]
fn without_any_price_that_counts_there_is_no_curve() {
    let mut kept = budget("1999-05-04");
    kept.keeps_own_home = Some(Truth::Yes);
    kept.charges.truncate(1);
    let details = shown_of(kept).details;
    assert!(details.contains(DA.payment.no_other_prices));
    assert!(!details.contains("<svg class=\"curve\""));
}

#[test]
fn offers_stand_side_by_side() {
    let budgets = [Housing::Temporary, Housing::Lease].map(|offer| Budget {
        offer,
        housing_benefit: None,
        ..budget("1999-05-04")
    });
    let outcome = outcome(budgets.to_vec());
    let Shown { summary, details } = shown(&outcome);
    assert_eq!(summary.matches("class=\"figure\"").count(), 2);
    let table = details.split("</table>").next().unwrap().replace('\u{a0}', " ");
    for (name, temporary, lease) in [
        (DA.payment.compare_price, "12.600 kr.", "12.600 kr."),
        (DA.payment.compare_estimate, "12.350 kr.", "12.600 kr."),
        (DA.payment.compare_reduced, "250 kr.", "0 kr."),
        (DA.payment.compare_left, "1.800 kr.", "1.550 kr."),
        (DA.payment.compare_missing, "0 kr.", "250 kr."),
        (DA.payment.compare_benefit, DA.answers.no, DA.answers.yes),
    ] {
        let row = format!("<th scope=\"row\">{name}</th><td>{temporary}</td><td>{lease}</td>");
        assert!(table.contains(&row), "no {row} in {table}");
    }
    let said = said(&outcome, context()).replace('\u{a0}', " ");
    assert!(said.contains("Midlertidigt botilbud: Skøn 12.350 kr. om måneden."), "{said}");
    assert!(said.ends_with("Der mangler 250 kr."), "{said}");
}

#[test]
fn the_range_of_incomes_of_each_kind_is_told_and_the_present_one_marked() {
    let details = shown_of(budget("1999-05-04")).details.replace('\u{a0}', " ");
    let table = details.split("<table class=\"table changes\">").nth(1).unwrap();
    let table = table.split("</table>").next().unwrap();
    let rows: Vec<&str> = table.split("<tr").skip(2).collect();
    let kinds = [PaymentKind::BelowMinimum, PaymentKind::Reduced, PaymentKind::Full];
    let ranges = ["Under 2.150 kr.", "Fra 2.150 kr. til 14.750 kr.", "Fra 14.750 kr."];
    assert_eq!(rows.len(), 3, "{table}");
    for (row, (kind, range)) in rows.iter().zip(kinds.into_iter().zip(ranges)) {
        assert!(row.contains(&format!(">{range}<")), "{row}");
        assert!(row.contains(payment_kind(kind, Housing::Temporary, &DA)), "{row}");
        assert_eq!(row.contains(DA.payment.changes_now), kind == PaymentKind::Reduced, "{row}");
    }
    assert!(details.contains("Betalingen bliver 100 kr. lavere."), "{details}");
    assert!(details.contains(DA.payment.changes_expense_left_same));
    assert!(details.contains(&DA.payment.changes_charges("12.350 kr.")));
}

#[test]
fn the_amounts_after_the_birthday_are_told() {
    let details = shown_of(budget("1999-05-04")).details.replace('\u{a0}', " ");
    let sentence =
        DA.payment.changes_birthday("4. maj 2029", 30, "2.600 kr.", "11.550 kr.", "2.600 kr.");
    assert!(details.contains(&sentence), "{details}");
    assert!(!shown_of(budget("1980-01-01")).details.contains("fylder"));
}

/// The numbers of a table's rows, `.` and `,` taken out: øre.
fn amounts(row: &str) -> Vec<i64> {
    let cells = row.split("<td class=\"amount\">").skip(1);
    let cells = cells.map(|cell| cell.split('<').next().unwrap());
    let plain = |cell: &str| cell.replace(['.', ','], "").replace('\u{2212}', "-");
    cells.map(|cell| plain(cell).parse().unwrap()).collect()
}

#[test]
fn the_table_of_the_curve_agrees_with_the_rules() {
    for offer in Housing::ALL {
        for income in [0, 1_000, 5_000, 14_500, 60_000] {
            let mut one = Budget { offer: *offer, ..budget("1999-05-04") };
            one.income = vec![Line { kind: IncomeKind::Wages, amount: kr(income) }];
            let details = shown_of(one.clone()).details;
            let table = details.split("<table class=\"table curve-table\">").nth(1).unwrap();
            let table = table.split("</table>").next().unwrap();
            let mut before = 0;
            let rows: Vec<&str> = table.split("<tr").skip(2).collect();
            assert!(rows.iter().filter(|row| row.contains("is-result")).count() == 1);
            for row in rows {
                let [at, paid, left] = <[i64; 3]>::try_from(amounts(row)).unwrap();
                assert!(at >= before, "incomes rise: {table}");
                before = at;
                one.income = vec![Line { kind: IncomeKind::Wages, amount: Money::from_oere(at) }];
                let result = ask(&one, context().standard).unwrap().result;
                assert_eq!(Money::from_oere(paid), result.estimate, "{row}");
                assert_eq!(Money::from_oere(left), result.left_over, "{row}");
                if row.contains("is-result") {
                    assert_eq!(at, income * 100);
                }
            }
        }
    }
}

#[test]
fn the_estimate_lies_on_the_line_of_the_curve() {
    for income in [3_000, 9_000, 14_500, 30_000] {
        let mut one = budget("1999-05-04");
        one.income = vec![Line { kind: IncomeKind::Wages, amount: kr(income) }];
        let details = shown_of(one).details;
        let number = |text: &str| text.parse::<f64>().unwrap();
        let line = details.split("class=\"curve-line\" d=\"M").nth(1).unwrap();
        let corners: Vec<(f64, f64)> = line
            .split('"')
            .next()
            .unwrap()
            .split('L')
            .map(|corner| {
                let (x, y) = corner.split_once(' ').unwrap();
                (number(x), number(y))
            })
            .collect();
        let here = details.split("class=\"curve-here\" cx=\"").nth(1).unwrap();
        let (x, rest) = here.split_once('"').unwrap();
        let y = rest.split("cy=\"").nth(1).unwrap().split('"').next().unwrap();
        let (x, y) = (number(x), number(y));
        let between = corners.windows(2).find(|pair| pair[0].0 <= x && x <= pair[1].0).unwrap();
        let [(x0, y0), (x1, y1)] = [between[0], between[1]];
        let on_line = if x1 > x0 { y0 + (y1 - y0) * (x - x0) / (x1 - x0) } else { y0 };
        assert!((on_line - y).abs() <= 2.0, "{income}: {y} is not {on_line}");
    }
}

#[test]
fn support_of_others_is_a_question_and_no_amount() {
    let mut asked = outcome(vec![budget("1999-05-04")]);
    let before = asked.estimates.clone();
    asked.supports_family = Some(Truth::Yes);
    let details = shown(&asked).details;
    assert!(details.contains(DA.payment.family_heading));
    assert!(!details.contains(DA.payment.question_family));
    assert_eq!(asked.estimates, before);
    asked.supports_family = Some(Truth::No);
    assert!(!shown(&asked).details.contains(DA.payment.question_family), "it is answered");
}
