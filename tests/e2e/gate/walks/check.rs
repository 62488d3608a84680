//! The check: every step, every question, every verdict.

use botilbud::app::page::{Page, Step};
use botilbud::draft::eligibility::field;
use botilbud::rules::eligibility::Question;
use botilbud::rules::eligibility::interview::ORDER;
use serde_json::json;

use crate::gate::case::Case;
use crate::gate::visit::Visit;

pub const STATES: &[&str] = &[
    "the start",
    "the start, about oneself",
    "a birth date that does not exist",
    "a question without an answer",
    "the first question",
    "some answers",
    "support elsewhere",
    "social problems",
    "physical impairment",
    "mental impairment",
    "support for a period",
    "crisis",
    "temporary housing",
    "respite",
    "extensive need",
    "all answers",
    "answers that count no more",
    "lasting impairment",
    "answers but no birth date",
    "likely",
    "likely, every fold open",
    "likely, about oneself",
    "possible",
    "possible, every fold open",
    "unlikely",
    "barred",
    "every verdict",
    "every verdict, every fold open",
    "nothing but one answer",
    "everything but the birth date",
    "soon of age",
    "a wrong birth date at the result",
];

/// What a question's state is called; the first is met before any answer.
fn state(question: Question) -> &'static str {
    match question {
        Question::EnoughSupportAtHome => "the first question",
        Question::EnoughSupportElsewhere => "support elsewhere",
        Question::SpecialSocialProblems => "social problems",
        Question::PhysicalImpairment => "physical impairment",
        Question::MentalImpairment => "mental impairment",
        Question::SupportForAPeriod => "support for a period",
        Question::InCrisisGroup => "crisis",
        Question::LivesInTemporaryHousing => "temporary housing",
        Question::NeedsRespite => "respite",
        Question::ExtensiveLastingNeed => "extensive need",
        Question::ImpairmentIsLasting => "lasting impairment",
    }
}

/// An answer to each question: these, and to every other one the last.
fn answers(said: &[(Question, &str)], others: &str) -> Case {
    ORDER.into_iter().fold(Case::new(), |case, question| {
        let said = said.iter().find(|(asked, _)| *asked == question);
        case.with(&[(field(question), said.map_or(others, |(_, answer)| answer))])
    })
}

const NOTHING_ELSE_IS_ENOUGH: [(Question, &str); 3] = [
    (Question::EnoughSupportAtHome, "no"),
    (Question::EnoughSupportElsewhere, "no"),
    (Question::LivesInTemporaryHousing, "no"),
];

impl Visit {
    /// The question that is asked, if one is.
    async fn asked(&self) -> Option<Question> {
        let script = "return document.querySelector('main input[name^=check-]')?.name";
        let name = self.browser.script(script, vec![]).await;
        ORDER.into_iter().find(|question| name == json!(field(*question)))
    }

    /// Answers the question that is asked, and waits for what comes after it.
    async fn answer(&self, question: Question, answer: &str) {
        self.browser.choose(field(question), answer).await;
        self.browser.submit("eligibility").await;
        self.browser
            .wait("what comes next", async || self.asked().await != Some(question))
            .await;
        self.browser.settle().await;
    }
}

pub async fn walk(visit: &Visit) {
    steps(visit).await;
    results(visit).await;
}

async fn steps(visit: &Visit) {
    let browser = &visit.browser;
    visit.open(Page::CHECK).await;
    visit.at_page("the start").await;
    browser.choose("who", "me").await;
    visit.at("the start, about oneself").await;
    browser.choose("who", "close").await;
    browser.fill_date("born", "31 2 1990").await;
    visit.ask_wrongly("eligibility").await;
    visit.at_page("a birth date that does not exist").await;
    browser.fill("born-day", "28").await;
    browser.submit("eligibility").await;
    visit.wait_for("input[name=check-home]").await;
    visit.ask_wrongly("eligibility").await;
    visit.at_page("a question without an answer").await;

    visit.go(Page::CHECK).await;
    visit.go_to_step(Step::Question(1)).await;
    visit.at("the first question").await;
    visit.answer(Question::EnoughSupportAtHome, "no").await;
    visit.go_to_step(Step::Answers).await;
    visit.at_page("some answers").await;
    visit.go_to_step(Step::Question(2)).await;
    while let Some(question) = visit.asked().await {
        visit.at(state(question)).await;
        let enough = NOTHING_ELSE_IS_ENOUGH.iter().any(|(other, _)| *other == question);
        visit.answer(question, if enough { "no" } else { "unknown" }).await;
    }
    visit.at("all answers").await;
    visit.go_to_step(Step::Question(1)).await;
    visit.answer(Question::EnoughSupportAtHome, "yes").await;
    visit.go_to_step(Step::Answers).await;
    visit.at("answers that count no more").await;

    // Only whose impairment and need are known is asked whether they last.
    let but_one = answers(&NOTHING_ELSE_IS_ENOUGH, "yes")
        .born("1", "1", "1990")
        .with(&[(field(Question::ImpairmentIsLasting), "")]);
    visit.bring(but_one, Page::Check(Step::Answers)).await;
    visit.browser.click("main .form-actions .button-primary").await;
    visit.wait_for("input[name=check-lasting]").await;
    visit.at(state(Question::ImpairmentIsLasting)).await;
}

async fn results(visit: &Visit) {
    let browser = &visit.browser;
    let adult = |case: Case| case.born("1", "1", "1990");
    let result = Page::Check(Step::Result);
    let likely = adult(answers(&NOTHING_ELSE_IS_ENOUGH, "yes"));

    visit.bring(answers(&[], "no"), Page::Check(Step::Answers)).await;
    visit.at("answers but no birth date").await;
    visit.bring(likely.clone(), result).await;
    visit.at_result("likely").await;
    visit.unfold_all().await;
    visit.at("likely, every fold open").await;
    visit.bring(likely.with(&[("who", "me")]), result).await;
    visit.at("likely, about oneself").await;
    visit.bring(adult(answers(&[], "unknown")), result).await;
    visit.at_result("possible").await;
    visit.unfold_all().await;
    visit.at("possible, every fold open").await;
    let enough = adult(answers(&[(Question::EnoughSupportAtHome, "yes")], "no"));
    visit.bring(enough, result).await;
    visit.at("unlikely").await;
    visit.bring(answers(&[], "no").born("10", "3", "2015"), result).await;
    visit.at("barred").await;
    let every = adult(answers(&[(Question::EnoughSupportAtHome, "no")], "yes"));
    visit.bring(every, result).await;
    visit.at_result("every verdict").await;
    visit.unfold_all().await;
    visit.at("every verdict, every fold open").await;
    let one = Case::new().with(&[(field(Question::EnoughSupportAtHome), "no")]);
    visit.bring(adult(one), result).await;
    visit.at_page("nothing but one answer").await;
    visit.bring(answers(&NOTHING_ELSE_IS_ENOUGH, "yes"), result).await;
    visit.at("everything but the birth date").await;
    visit.bring(answers(&[], "unknown").born("10", "3", "2010"), result).await;
    visit.at("soon of age").await;
    visit.go(Page::Payment).await;
    browser.fill("born-year", "1").await;
    visit.go(result).await;
    visit.at("a wrong birth date at the result").await;
}
