//! The check of which offers may fit: question by question to every verdict of every offer.

use std::collections::BTreeSet;

use botilbud::app::page::{Page, Step};
use botilbud::draft::eligibility::field;
use botilbud::results::eligibility::texts;
use botilbud::rules::eligibility::Question;
use botilbud::rules::eligibility::interview::ORDER;
use botilbud::rules::logic::Verdict;
use botilbud::rules::offer::Offer;
use botilbud::text::words::{DA, DA_ME};
use serde_json::json;

use crate::support::{Browser, in_browser};

/// How a person answers: these questions so, every other one with the last.
pub struct Answers<'a>(pub &'a [(Question, &'a str)], pub &'a str);

impl Answers<'_> {
    fn to(&self, question: Question) -> &str {
        let said = self.0.iter().find(|(asked, _)| *asked == question);
        said.map_or(self.1, |(_, answer)| answer)
    }
}

impl Browser {
    /// Waits for a step of the check.
    async fn wait_for_step(&self, step: Step) {
        let fragment = Page::Check(step).href();
        self.wait(&format!("the step {fragment}"), async || {
            let script = "
                const drawn = document.querySelector('main h1') && !document.querySelector('.loading');
                return drawn ? location.hash : '';
            ";
            self.script(script, vec![]).await == json!(fragment)
        })
        .await;
        self.settle().await;
    }

    async fn go_on(&self) {
        self.submit("eligibility").await;
    }

    /// The question that is asked, if one is.
    async fn asked(&self) -> Option<Question> {
        let script = "return document.querySelector('input[name^=check-]')?.name";
        let name = self.script(script, vec![]).await;
        ORDER.into_iter().find(|question| name == json!(field(*question)))
    }

    /// Answers what is asked, from the start or any question on, until nothing more is.
    async fn answer_all(&self, answers: &Answers<'_>) -> Vec<Question> {
        let mut asked = Vec::new();
        while let Some(question) = self.asked().await {
            self.choose(field(question), answers.to(question)).await;
            self.go_on().await;
            self.wait(&format!("what comes after {question:?}"), async || {
                self.asked().await != Some(question)
            })
            .await;
            asked.push(question);
        }
        self.wait_for_step(Step::Answers).await;
        asked
    }

    /// From the first page to the result; returns what the result says.
    async fn check(&self, born: &str, answers: &Answers<'_>) -> String {
        self.fill_date("born", born).await;
        self.go_on().await;
        self.wait("the next step", async || self.count("#born-day").await == 0).await;
        self.answer_all(answers).await;
        self.click(".form-actions a[href=\"#/tjek/resultat\"]").await;
        self.wait_for_step(Step::Result).await;
        self.text(".result").await
    }
}

const NOTHING_ELSE_IS_ENOUGH: [(Question, &str); 3] = [
    (Question::EnoughSupportAtHome, "no"),
    (Question::EnoughSupportElsewhere, "no"),
    (Question::LivesInTemporaryHousing, "no"),
];

/// An adult who needs help that support at home cannot give, at the result.
pub async fn fill_situation(browser: &Browser) {
    let mental = [
        &NOTHING_ELSE_IS_ENOUGH[..],
        &[(Question::MentalImpairment, "yes"), (Question::InCrisisGroup, "no")],
    ]
    .concat();
    browser.check("4 5 1999", &Answers(&mental, "unknown")).await;
}

/// Whom a journey is about, how they answer, and what comes of it for each offer.
type Journey = (&'static str, Answers<'static>, [Verdict; 5]);

const ADULT: &str = "1 1 1990";
const CHILD: &str = "10 3 2015";

const JOURNEYS: [Journey; 5] = [
    (
        ADULT,
        Answers(&NOTHING_ELSE_IS_ENOUGH, "yes"),
        [Verdict::Likely, Verdict::Likely, Verdict::Possible, Verdict::Likely, Verdict::Likely],
    ),
    (ADULT, Answers(&[], "unknown"), [Verdict::Possible; 5]),
    (ADULT, Answers(&[(Question::EnoughSupportAtHome, "yes")], "no"), [Verdict::Unlikely; 5]),
    (CHILD, Answers(&[], "no"), [Verdict::Barred; 5]),
    (
        ADULT,
        Answers(&[(Question::EnoughSupportAtHome, "no")], "yes"),
        [Verdict::Likely, Verdict::Barred, Verdict::Possible, Verdict::Unlikely, Verdict::Unlikely],
    ),
];

#[tokio::test]
async fn every_verdict_of_every_offer_is_reached() {
    let mut reached = BTreeSet::new();
    for (born, answers, verdicts) in JOURNEYS {
        in_browser(async move |browser| {
            browser.open(Page::CHECK).await;
            let result = browser.check(born, &answers).await;
            for (offer, verdict) in Offer::ALL.iter().zip(verdicts) {
                let (name, (word, _)) = (texts::offer(*offer, &DA), texts::verdict(verdict, &DA));
                let said = format!("{name} {word}");
                assert!(result.contains(&said), "no »{said}« in {result}");
            }
        })
        .await;
        reached.extend(Offer::ALL.iter().copied().zip(verdicts));
    }
    for offer in Offer::ALL {
        for verdict in [Verdict::Barred, Verdict::Likely, Verdict::Possible, Verdict::Unlikely] {
            let never = (*offer, verdict) == (Offer::Crisis, Verdict::Likely);
            assert_eq!(reached.contains(&(*offer, verdict)), !never, "{offer:?} {verdict:?}");
        }
    }
}

#[tokio::test]
async fn answers_that_are_lacking_are_told_and_can_be_given_from_the_result() {
    in_browser(async |browser| {
        browser.open(Page::CHECK).await;
        browser.go_on().await;
        browser.wait_for_step(Step::Question(1)).await;
        browser.wait_for_focus("page-heading").await;
        browser.choose("check-home", "no").await;
        browser.go_on().await;
        browser.wait_for_step(Step::Question(2)).await;
        browser.click("main a[href=\"#/tjek/resultat\"]").await;
        browser.wait_for_step(Step::Result).await;
        let result = browser.text(".result").await;
        for offer in Offer::ALL {
            let said = format!("{} Mangler svar", texts::offer(*offer, &DA));
            assert!(result.contains(&said), "no »{said}« in {result}");
        }
        browser.click(".result a[data-focus=offer-respite]").await;
        browser.wait_for_focus("offer-respite").await;
        browser.click("main a.button[href=\"#/tjek/2\"]").await;
        browser.wait_for_step(Step::Question(2)).await;
        browser.answer_all(&Answers(&NOTHING_ELSE_IS_ENOUGH, "no")).await;
    })
    .await;
}

#[tokio::test]
async fn a_child_is_told_from_when_without_a_question() {
    in_browser(async |browser| {
        browser.open(Page::CHECK).await;
        let result = browser.check("10 3 2010", &Answers(&[], "no")).await;
        assert!(result.contains("Personen fylder 18 år den 10. marts 2028."), "{result}");
    })
    .await;
}

#[tokio::test]
async fn going_on_without_an_answer_and_half_a_birth_date_are_errors() {
    in_browser(async |browser| {
        browser.open(Page::CHECK).await;
        browser.fill_date("born", "31 2 1990").await;
        let summary = browser.ask_wrongly("eligibility").await;
        assert!(summary.contains("Den dag findes ikke"), "{summary}");
        browser.click("#eligibility-errors a").await;
        browser.wait_for_focus("born-day").await;
        browser.fill("born-day", "28").await;
        browser.go_on().await;
        browser.wait_for_step(Step::Question(1)).await;
        let summary = browser.ask_wrongly("eligibility").await;
        assert!(summary.contains(DA.check.unanswered), "{summary}");
        browser.click("#eligibility-errors a").await;
        browser.wait_for_focus("check-home-0").await;
        browser.choose("check-home", "unknown").await;
        browser.go_on().await;
        browser.wait_for_step(Step::Question(2)).await;
        assert_eq!(browser.count("#eligibility-errors").await, 0);
    })
    .await;
}

#[tokio::test]
async fn back_keeps_every_answer_and_a_changed_one_leads_to_what_it_opens() {
    in_browser(async |browser| {
        browser.open(Page::CHECK).await;
        browser.fill_date("born", "1 1 1990").await;
        browser.go_on().await;
        browser.wait_for_step(Step::Question(1)).await;
        let enough = Answers(&[(Question::EnoughSupportAtHome, "yes")], "no");
        assert_eq!(browser.answer_all(&enough).await.len(), 2);

        // The browser's own way back, and the page's.
        browser.back_to_step(Step::Question(2)).await;
        let chosen = "return document.querySelector('input:checked')?.value";
        assert_eq!(browser.script(chosen, vec![]).await, json!("no"));
        browser.click(".back-link").await;
        browser.wait_for_step(Step::Question(1)).await;
        assert_eq!(browser.script(chosen, vec![]).await, json!("yes"));
        browser.go_on().await;
        browser.wait_for_step(Step::Answers).await;

        browser.click("main dl a[href=\"#/tjek/1\"]").await;
        browser.wait_for_step(Step::Question(1)).await;
        browser.choose("check-home", "no").await;
        browser.go_on().await;
        browser.wait_for_step(Step::Question(2)).await;
        let asked = browser.answer_all(&Answers(&NOTHING_ELSE_IS_ENOUGH, "yes")).await;
        assert!(!asked.contains(&Question::LivesInTemporaryHousing), "it is answered: {asked:?}");

        // What lost its meaning is named, and comes back with it.
        browser.click("main dl a[href=\"#/tjek/1\"]").await;
        browser.wait_for_step(Step::Question(1)).await;
        browser.choose("check-home", "yes").await;
        browser.go_on().await;
        browser.wait_for_step(Step::Answers).await;
        browser.see("main", DA.check.without_heading).await;
        browser.click("main dl a[href=\"#/tjek/1\"]").await;
        browser.wait_for_step(Step::Question(1)).await;
        browser.choose("check-home", "no").await;
        browser.go_on().await;
        browser.wait_for_step(Step::Answers).await;
    })
    .await;
}

#[tokio::test]
async fn the_words_follow_whom_it_is_about_on_every_page() {
    in_browser(async |browser| {
        browser.open(Page::CHECK).await;
        browser.fill("born-year", "1990").await;
        browser.choose("who", "me").await;
        browser.see("main", DA_ME.check.born).await;
        assert_eq!(browser.typed("born-year").await, "1990");
        browser.go(Page::Payment).await;
        browser.see("main", DA_ME.payment.born).await;
        browser.see("main", &DA_ME.frame.carried(DA.pages.check)).await;
        browser.press("who:close").await;
        browser.wait_for_focus("whom").await;
        browser.see("main", DA.payment.born).await;
        assert_eq!(browser.typed("born-year").await, "1990");
    })
    .await;
}

#[tokio::test]
async fn a_step_that_is_not_there_yet_shows_the_start_and_leads_on() {
    in_browser(async |browser| {
        let address = |step| browser.address(Page::Check(step));
        browser.open_address(&address(Step::Question(7))).await;
        browser.wait_for_page(Page::CHECK).await;
        browser.go_on().await;
        browser.wait_for_step(Step::Question(1)).await;
        browser.open_address(&address(Step::Result)).await;
        browser.wait_for_page(Page::CHECK).await;
        browser.open_address(&address(Step::Question(1))).await;
        browser.wait_for_step(Step::Question(1)).await;
        assert_eq!(browser.asked().await, Some(ORDER[0]));
    })
    .await;
}

impl Browser {
    /// Goes back in the browser's history, to a step.
    async fn back_to_step(&self, step: Step) {
        self.script("history.back()", vec![]).await;
        self.wait_for_step(step).await;
    }
}
