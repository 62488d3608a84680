//! Every verdict of every offer has its word, its reasons and no promise.

use super::*;
use crate::draft::testing::context;
use crate::request::ask;
use crate::results::Shown;
use crate::rules::logic::Answers;
use crate::text::words::DA;

fn outcome(birth_date: Option<&str>, answers: &[(Question, Truth)]) -> EligibilityOutcome {
    let mut given = Answers::default();
    for (question, truth) in answers {
        given.set(*question, Some(*truth));
    }
    let birth_date = birth_date.map(|text| Date::parse(text).unwrap());
    let situation = Situation { date: context().today, birth_date, answers: given };
    let answer = ask(&situation, context().standard).unwrap();
    EligibilityOutcome { situation, answer }
}

fn html_of(outcome: &EligibilityOutcome) -> Shown {
    Shown {
        summary: summary(outcome, "eligibility-result", context()).into_string(),
        details: details(outcome, context()).into_string(),
    }
}

const GROWN_UP: Option<&str> = Some("1990-01-01");

/// Answers that give the wished verdict for most offers.
fn situations() -> Vec<EligibilityOutcome> {
    use Question::*;
    let for_all = [
        (PhysicalImpairment, Truth::Yes),
        (MentalImpairment, Truth::No),
        (SpecialSocialProblems, Truth::No),
        (ImpairmentIsLasting, Truth::Yes),
        (ExtensiveLastingNeed, Truth::Yes),
        (EnoughSupportAtHome, Truth::No),
        (EnoughSupportElsewhere, Truth::No),
        (NeedsRespite, Truth::Yes),
        (InCrisisGroup, Truth::Yes),
        (LivesInTemporaryHousing, Truth::No),
    ];
    let unsure: Vec<(Question, Truth)> =
        Question::ALL.iter().map(|question| (*question, Truth::Unknown)).collect();
    vec![
        outcome(GROWN_UP, &for_all),
        outcome(GROWN_UP, &unsure),
        outcome(
            GROWN_UP,
            &[(EnoughSupportAtHome, Truth::Yes), (LivesInTemporaryHousing, Truth::No)],
        ),
        outcome(Some("2010-02-28"), &for_all),
        outcome(GROWN_UP, &[(LivesInTemporaryHousing, Truth::Yes)]),
        outcome(None, &for_all),
        outcome(GROWN_UP, &[(SpecialSocialProblems, Truth::Yes)]),
    ]
}

#[test]
fn every_verdict_of_every_offer_shows_its_word_and_class() {
    let mut seen = std::collections::BTreeSet::new();
    for outcome in situations() {
        let shown = html_of(&outcome);
        for row in &outcome.answer.result.offers {
            let (word, why) = texts::verdict(row.verdict, &DA);
            assert!(shown.summary.contains(word), "{row:?}");
            assert!(shown.details.contains(why), "{row:?}");
            assert!(shown.details.contains(&format!("verdict is-{}", row.verdict.code())));
            seen.insert((row.offer, row.verdict));
        }
        let text = format!("{}{}", shown.summary, shown.details);
        assert!(!text.contains("ret til"), "a result promises nothing");
        assert!(text.contains(DA.check.estimate));
    }
    for offer in Offer::ALL {
        for verdict in [Verdict::Possible, Verdict::Unlikely, Verdict::Barred, Verdict::Incomplete]
        {
            assert!(seen.contains(&(*offer, verdict)), "{offer:?} {verdict:?}");
        }
        let is_likely_seen = seen.contains(&(*offer, Verdict::Likely));
        assert_eq!(is_likely_seen, *offer != Offer::Crisis, "{offer:?}");
    }
}

#[test]
fn what_is_missing_is_listed_and_the_birth_date_has_a_way_to_it() {
    let shown = html_of(&outcome(None, &[(Question::PhysicalImpairment, Truth::Yes)]));
    let born = format!("<a href=\"#/tjek\">{}</a>", DA.check.born);
    assert!(shown.details.contains(&born));
    let asked = |question| texts::question(question, &DA).question;
    let item = |question| format!("<li>{}</li>", asked(question));
    assert!(shown.details.contains(&item(Question::EnoughSupportAtHome)));
    assert!(!shown.details.contains(&item(Question::PhysicalImpairment)));
}

#[test]
fn too_young_is_told_with_the_day() {
    let shown = html_of(&outcome(Some("2010-02-28"), &[]));
    assert!(shown.summary.contains("28. februar 2028"));
    assert!(shown.details.contains("28. februar 2028"));
}

#[test]
fn social_problems_alone_are_told_to_differ_from_the_law() {
    use Question::*;
    let mut answers = vec![
        (PhysicalImpairment, Truth::No),
        (MentalImpairment, Truth::No),
        (SpecialSocialProblems, Truth::Yes),
        (ExtensiveLastingNeed, Truth::Yes),
        (EnoughSupportAtHome, Truth::No),
        (EnoughSupportElsewhere, Truth::No),
    ];
    let shown = html_of(&outcome(GROWN_UP, &answers));
    assert!(shown.details.contains(r#"id="reading-long_term""#));
    assert!(shown.details.contains(r#"id="reading-lease""#));
    answers[1].1 = Truth::Yes;
    answers.push((ImpairmentIsLasting, Truth::Yes));
    let shown = html_of(&outcome(GROWN_UP, &answers));
    assert!(!shown.details.contains("reading-"));
}

#[test]
fn only_what_speaks_against_offers_something_else() {
    let shown = html_of(&outcome(GROWN_UP, &[(Question::EnoughSupportAtHome, Truth::Yes)]));
    assert!(shown.details.contains(DA.check.instead.temporary));
    assert!(shown.details.contains(DA.check.apply_anyway));
    let shown = html_of(&outcome(GROWN_UP, &[(Question::EnoughSupportAtHome, Truth::No)]));
    assert!(!shown.details.contains(DA.check.apply_anyway));
}
