//! Every verdict of every offer has its word, its reasons and no promise.

use super::*;
use crate::draft::testing::context;
use crate::request::ask;
use crate::results::Shown;
use crate::rules::logic::Answers;
use crate::text::words::{DA, DA_ME, Words};

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
    assert!(shown.details.contains(DA.check.instead.support_at_home));
    assert!(shown.details.contains(DA.check.instead.support_elsewhere));
    assert!(shown.details.contains(DA.check.apply_anyway));
    let shown = html_of(&outcome(GROWN_UP, &[(Question::EnoughSupportAtHome, Truth::No)]));
    assert!(!shown.details.contains(DA.check.apply_anyway));
}

#[test]
fn what_is_answered_not_to_be_enough_is_not_offered_instead() {
    use Question::*;
    let all_no: Vec<(Question, Truth)> =
        Question::ALL.iter().map(|question| (*question, Truth::No)).collect();
    let shown = html_of(&outcome(GROWN_UP, &all_no)).details;
    assert_eq!(shown.matches(DA.check.instead.ask).count(), 5);
    assert!(!shown.contains(DA.check.instead.support_at_home));
    assert!(!shown.contains(DA.check.instead.support_elsewhere));
    let beside = [
        (PhysicalImpairment, Truth::Yes),
        (EnoughSupportAtHome, Truth::No),
        (EnoughSupportElsewhere, Truth::No),
        (LivesInTemporaryHousing, Truth::Yes),
    ];
    let shown = html_of(&outcome(GROWN_UP, &beside)).details;
    assert_eq!(shown.matches(DA.check.notes.not_enough).count(), 1);
    assert_eq!(shown.matches(DA.check.notes.lives_there).count(), 1);
}

#[test]
fn the_birth_date_alone_lacking_is_said_in_the_summary() {
    use Question::*;
    let answers = [(EnoughSupportAtHome, Truth::Yes), (LivesInTemporaryHousing, Truth::No)];
    assert!(html_of(&outcome(None, &answers)).summary.contains(DA.check.summary_born));
    let open = html_of(&outcome(None, &answers[..1])).summary;
    assert!(open.contains(DA.check.summary_open));
}

/// The words in both forms, each in a context.
fn both_forms() -> [(&'static Words, Context); 2] {
    [*DA, *DA_ME].map(|words| (words, Context { words, ..context() }))
}

/// Each card of the situations above, with its row.
fn cards(context: Context) -> Vec<(OfferRow, String)> {
    let mut cards = Vec::new();
    for outcome in situations() {
        for row in outcome.answer.result.offers {
            let html = card(&row, &outcome.situation, context).into_string();
            cards.push((row, html));
        }
    }
    cards
}

/// The heading of a fold.
fn fold(heading: &str, offer: Offer, words: &Words) -> String {
    let name = texts::offer(offer, words);
    format!("{heading}<span class=\"sr-only\">: {name}</span></summary>")
}

#[test]
fn every_card_has_exactly_the_parts_of_its_verdict() {
    for (words, context) in both_forms() {
        for (row, html) in cards(context) {
            let has = |part: &str| html.contains(part);
            let told = format!("{:?} {:?}\n{html}", row.offer, row.verdict);
            let is = |verdicts: &[Verdict]| verdicts.contains(&row.verdict);
            let check = &words.check;
            let id = format!("id=\"{}\"", card_id(row.offer));
            let heading =
                format!("<h3 {id} tabindex=\"-1\">{}</h3>", texts::offer(row.offer, words));
            assert!(has(&heading), "{told}");
            let changes = fold(check.changes.heading, row.offer, words);
            assert_eq!(has(&changes), !is(&[Verdict::Incomplete]), "{told}");
            assert_eq!(has(check.missing), is(&[Verdict::Incomplete]), "{told}");
            assert_eq!(has(check.instead_heading), is(&[Verdict::Unlikely]), "{told}");
            assert_eq!(has(check.apply_anyway), is(&[Verdict::Unlikely]), "{told}");
            let is_young = row.bars.contains(&Bar::Under18);
            let may_apply = !is_young && !is(&[Verdict::Unlikely]);
            assert_eq!(has(check.next.always), may_apply, "{told}");
            assert_eq!(has(check.next.apply), !is_young, "{told}");
            let source = check.about.section(context.heading(Section::Starts));
            assert!(html.split_once(check.more).unwrap().0.contains(&source), "{told}");
            assert_eq!(has(check.next.go_on), !is(&[Verdict::Unlikely, Verdict::Barred]), "{told}");
            assert_eq!(has(check.next.urgent), row.offer == Offer::Crisis, "{told}");
            assert!(has(&format!("<h4>{}</h4>", check.next.heading)), "{told}");
            assert!(has("Ring til Køge Kommune på <a href=\"tel:+4556676767\" "), "{told}");
            assert!(has("og spørg efter Socialafdelingen."), "{told}");
            // The method that one gets ready for is for adults.
            assert_eq!(has(&fold(check.ready.heading, row.offer, words)), !is_young, "{told}");
            assert!(has(&fold(check.more, row.offer, words)), "{told}");
        }
    }
}

#[test]
fn a_card_promises_nothing_and_numbers_no_paragraphs_before_it_is_asked_for_more() {
    for (words, context) in both_forms() {
        for (row, html) in cards(context) {
            let (open, more) = html.split_once(words.check.more).unwrap();
            for promise in ["ret til", "krav på", "du får et", "Du får et"] {
                assert!(!html.contains(promise), "{promise} in {:?} {:?}", row.offer, row.verdict);
            }
            // The standard's own title holds one.
            let titles = &context.standard.titles;
            let open = titles.all().fold(open.to_owned(), |open, title| open.replace(title, ""));
            assert!(!open.contains('§'), "{open}");
            assert!(more.contains('§'));
        }
    }
}

#[test]
fn the_words_to_who_asks_for_themselves_speak_of_nobody_else() {
    let words = format!("{:?}", DA_ME.check);
    let place = words.find("ersonen").map(|at| words.get(at.saturating_sub(60)..));
    assert_eq!(place, None);
    assert!(format!("{:?}", DA.check).contains("ersonen"));
}

#[test]
fn when_the_birth_date_is_all_that_is_missing_the_verdict_of_an_adult_is_told() {
    let everything = situations().remove(5);
    for (words, context) in both_forms() {
        let of_age = words.check.changes.of_age(18);
        for row in &everything.answer.result.offers {
            let html = card(row, &everything.situation, context).into_string();
            let (_, then) = html.split_once(&of_age).unwrap();
            let adult = verdict_of_adult(row.offer, &everything.situation);
            let (word, _) = texts::verdict(adult, words);
            assert!(then.split_once("</p>").unwrap().0.contains(word), "{then}");
        }
        // As long as an answer is missing too, nothing is said.
        let more = outcome(None, &[(Question::PhysicalImpairment, Truth::Yes)]);
        for row in &more.answer.result.offers {
            let html = card(row, &more.situation, context).into_string();
            assert!(!html.contains(&of_age), "{html}");
        }
    }
}

#[test]
fn what_is_told_of_an_offer_is_that_offers() {
    let outcome = situations().remove(0);
    let parameters = parameters(&outcome.situation, context());
    let about = |offer| about::about(offer, parameters, context()).into_string();
    let words = &DA.check.about;
    let only = |text: &str, offers: &[Offer]| {
        for offer in Offer::ALL {
            assert_eq!(about(*offer).contains(text), offers.contains(offer), "{text} {offer:?}");
        }
    };
    let temporary = [Offer::Temporary, Offer::Respite, Offer::Crisis];
    let long_term = [Offer::LongTerm, Offer::Lease];
    only(words.no_respite, &temporary);
    only(words.respite_silent, &long_term);
    only(words.plan.temporary, &temporary);
    only(words.plan.long_term, &long_term);
    only(words.choice.temporary, &temporary);
    only(words.choice.long_term, &long_term);
    only(&Page::FreeChoice.href(), &long_term);
    only(words.payment.respite, &[Offer::Respite]);
    only(words.payment.lease, &[Offer::Lease]);
    only(&Page::Payment.href(), &[Offer::Temporary, Offer::Crisis, Offer::LongTerm, Offer::Lease]);
    only(&Page::Respite.href(), &[Offer::Respite]);
    only("55 døgn om året", &[Offer::Respite]);
    only("weekend på 4 døgn hver måned og en uge på 7 døgn", &[Offer::Respite]);
    only("3 måneder efter indflytning", &[Offer::Temporary, Offer::LongTerm, Offer::Lease]);
    only("hver 24. måned", &long_term);
    only("§ 107", &temporary);
    only("serviceloven § 108", &[Offer::LongTerm]);
    only("§ 105.", &[Offer::Lease]);
    only(words.holds_not, Offer::ALL);
    only(words.duty, Offer::ALL);
}

/// Every topic ends with the headings it stands under, and the standard is named once.
#[test]
fn every_topic_names_its_source() {
    let outcome = situations().remove(0);
    let parameters = parameters(&outcome.situation, context());
    for offer in Offer::ALL {
        let html = about::about(*offer, parameters, context()).into_string();
        for topic in html.split("<h4>").skip(1) {
            assert!(topic.contains("<p class=\"source\">Kilde: afsnittet »"), "{topic}");
        }
        assert_eq!(html.matches("godkendt den 17. april 2023").count(), 1, "{offer:?}");
    }
}

#[test]
fn who_cannot_have_it_now_is_told_whom_to_ask_until_then() {
    let [young, housed] = [3, 4].map(|place| situations().remove(place));
    for (words, context) in both_forms() {
        let respite = |outcome: &EligibilityOutcome| {
            let row = outcome.answer.result.offers.iter().find(|row| row.offer == Offer::Respite);
            card(row.unwrap(), &outcome.situation, context).into_string()
        };
        let (young, housed) = (respite(&young), respite(&housed));
        let under_age = words.check.next.under_age(18);
        assert!(young.contains(&under_age) && !young.contains(words.check.next.housed));
        assert!(housed.contains(words.check.next.housed) && !housed.contains(&under_age));
        let holds_not = format!("afsnittet »{}«, godkendt", context.heading(Section::HoldsNot));
        assert!(housed.contains(&holds_not) && !young.contains(&holds_not));
    }
}
