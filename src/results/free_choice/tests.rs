use super::*;
use crate::draft::Sheet;
use crate::draft::free_choice::{OFFER, REFERENCE_PRICE, check};
use crate::draft::testing::context;
use crate::results::Shown;
use crate::rules::standard::{BUILT_IN, Standard};
use crate::text::format::NO_BREAK_SPACE;
use crate::text::words::DA;

fn asked(fields: &[(&str, &str)]) -> (Verdict, Shown) {
    let mut sheet = Sheet::default();
    for (field, typed) in fields {
        sheet.set(*field, *typed);
    }
    let outcome = check(&sheet, context()).unwrap();
    let shown = Shown {
        summary: summary(&outcome, "free_choice-result", context()).into_string(),
        details: details(&outcome, context()).into_string(),
    };
    (outcome.answer.result.verdict, shown)
}

/// A wish whose answers are all yes but for the one about the place.
fn wish(changes: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
    let all = [
        (OFFER, "long_term"),
        ("choice-suitable", "yes"),
        ("choice-registered", "yes"),
        ("choice-dearer", "yes"),
        ("choice-elsewhere", "no"),
    ];
    all.into_iter().chain(changes.iter().copied()).collect()
}

#[test]
fn every_verdict_shows_its_word() {
    let cases = [
        (wish(&[]), Verdict::Likely),
        (wish(&[("choice-suitable", "unknown")]), Verdict::Possible),
        (wish(&[("choice-registered", "no")]), Verdict::Unlikely),
        (wish(&[("choice-elsewhere", "yes")]), Verdict::Incomplete),
        (wish(&[(OFFER, "temporary")]), Verdict::NotOffered),
    ];
    for (fields, expected) in cases {
        let (verdict, shown) = asked(&fields);
        let (word, why) = verdict_texts(expected, &DA);
        assert_eq!(verdict, expected);
        assert!(shown.summary.contains(word), "{expected:?}");
        assert!(shown.summary.contains(why), "{expected:?}");
        assert!(!format!("{}{}", shown.summary, shown.details).contains("ret til"));
    }
}

#[test]
fn each_condition_has_its_own_state() {
    let (_, shown) = asked(&[
        (OFFER, "lease"),
        ("choice-suitable", "yes"),
        ("choice-registered", "no"),
        ("choice-dearer", "unknown"),
    ]);
    for class in ["is-likely", "is-unlikely", "is-possible", "is-incomplete"] {
        assert_eq!(shown.details.matches(class).count(), 1, "{class}");
    }
}

#[test]
fn what_is_missing_is_a_link_to_its_question() {
    let (_, shown) = asked(&[(OFFER, "lease"), ("choice-suitable", "yes")]);
    assert!(shown.summary.contains(r##"data-focus="choice-registered-0""##));
    assert!(shown.summary.contains(&format!("data-focus=\"{WANTED_PRICE}\"")));
    assert!(!shown.summary.contains("choice-suitable-0"));
}

#[test]
fn the_price_is_shown_beside_the_limit_and_the_older_wording() {
    let priced = |wanted| asked(&wish(&[(WANTED_PRICE, wanted), (REFERENCE_PRICE, "95.000")]));
    let text = |details: &str| details.replace(NO_BREAK_SPACE, " ");
    let (verdict, shown) = priced("98.000");
    assert_eq!(verdict, Verdict::Likely);
    assert!(text(&shown.details).contains("3,16 % dyrere"));
    assert!(shown.details.contains("reading-price"));
    let (verdict, shown) = priced("110.000");
    assert_eq!(verdict, Verdict::Unlikely);
    assert!(text(&shown.details).contains(&DA.free_choice.over_limit("1. juli 2025", "10 %")));
    let (_, shown) = priced("90.000");
    assert!(text(&shown.details).contains("5,26 % billigere"));
}

#[test]
fn a_temporary_offer_is_told_what_applies_instead() {
    let (_, shown) = asked(&[(OFFER, "temporary")]);
    assert!(shown.summary.contains(DA.free_choice.temporary));
    assert!(shown.summary.contains(DA.free_choice.temporary_notice));
    assert!(!shown.details.contains("reading-price"));
    assert!(!shown.details.contains(DA.free_choice.elsewhere.heading));
}

#[test]
fn every_condition_has_its_source_and_the_price_the_law() {
    let (_, shown) = asked(&wish(&[]));
    let sources = |card: &str| card.matches("class=\"source\"").count();
    let cards: Vec<usize> = shown.details.split("<article").skip(1).map(sources).collect();
    assert_eq!(cards, [1, 1, 2, 1]);
    let law = DA.free_choice.law_source("Serviceloven § 108, stk. 2", "1. juli 2025");
    assert!(shown.details.contains(&law), "{}", shown.details);
}

#[test]
fn the_limit_is_an_amount_beside_the_two_prices() {
    let fields = wish(&[(WANTED_PRICE, "98.000"), (REFERENCE_PRICE, "95.000")]);
    let details = asked(&fields).1.details.replace(NO_BREAK_SPACE, " ");
    assert!(details.contains("Grænsen ligger ved 104.500 kr. om måneden."), "{details}");
    for row in ["98.000 kr.", "95.000 kr.", "104.500 kr."] {
        assert!(
            details.contains(&format!("<td class=\"amount\" translate=\"no\">{row}</td>")),
            "no {row}"
        );
    }
    // The longest is the limit, with a twentieth of room beyond it.
    for share in ["data-share=\"0.893\"", "data-share=\"0.865\"", "data-at=\"0.952\""] {
        assert!(details.contains(share), "no {share} in {details}");
    }
    assert!(!asked(&wish(&[])).1.details.contains("bar-table"), "no bars without prices");
}

#[test]
fn moving_to_another_municipality_is_told_where_it_may_matter() {
    let words = &DA.free_choice.elsewhere;
    let shows = |answer| asked(&wish(&[("choice-elsewhere", answer)])).1.details;
    for answer in ["yes", "unknown", ""] {
        let details = shows(answer);
        for text in [words.heading, words.both, words.help, words.portal, words.more_plan] {
            assert!(details.contains(text), "no »{text}« for »{answer}«");
        }
        assert!(details.contains("tel:+4556676767"));
    }
    assert!(!shows("no").contains(words.heading));
}

/// A standard in which the limit changes: every figure and day comes from it.
#[test]
fn another_limit_in_the_data_is_another_limit_on_the_page() {
    let data = BUILT_IN.replace(
        "\"from\": \"2025-07-01\", \"value\": 10",
        "\"from\": \"2026-02-03\", \"value\": 4",
    );
    assert_ne!(data, BUILT_IN);
    let standard = Box::leak(Box::new(Standard::load(&data).unwrap()));
    let context = Context { standard, ..context() };
    let mut sheet = Sheet::default();
    for (field, typed) in wish(&[(WANTED_PRICE, "98.000"), (REFERENCE_PRICE, "95.000")]) {
        sheet.set(field, typed);
    }
    let outcome = check(&sheet, context).unwrap();
    let details = details(&outcome, context).into_string().replace(NO_BREAK_SPACE, " ");
    let words = &DA.free_choice;
    for text in [
        words.within_limit("3. februar 2026", "4 %"),
        words.reading("3. februar 2026", "4 %"),
        words.limit_amount("98.800 kr."),
        words.law_source("Serviceloven § 108, stk. 2", "3. februar 2026"),
    ] {
        assert!(details.contains(&text), "no »{text}«");
    }
    assert!(!details.contains("10 %") && !details.contains("2025"));
}
