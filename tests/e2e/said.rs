//! What is said by itself to those who do not see the page: each change once, after a pause while
//! somebody types, and nothing where the focus tells it.

use botilbud::app::page::Page;
use serde_json::json;

use crate::payment::fill_budget;
use crate::support::hand::{DOWN, ENTER};
use crate::support::{Browser, in_browser};

impl Browser {
    /// Begins to note what live regions say: a reader says the whole of a region whenever
    /// something in it changes, and an alert also when it comes up.
    async fn listen(&self) {
        self.wait_until_alive().await;
        self.script(include_str!("said.js"), vec![]).await;
    }

    /// What has been said since.
    async fn said(&self) -> Vec<String> {
        self.settle().await;
        let said = self.script("return window.said.splice(0)", vec![]).await;
        let said = said.as_array().expect("a list").iter();
        said.map(|text| text.as_str().unwrap_or_default().to_owned()).collect()
    }
}

#[tokio::test]
async fn an_estimate_is_said_once_after_a_rest() {
    in_browser(async |browser| {
        browser.open(Page::Payment).await;
        fill_budget(&browser).await;
        browser.rest().await;
        browser.listen().await;
        let amount = browser.in_row("income", 1, "amount").await;
        browser.script("document.getElementById(arguments[0]).select()", vec![json!(amount)]).await;
        for key in "15000".chars() {
            browser.press_key(key).await;
        }
        browser.rest().await;
        browser.rest().await;
        let said = browser.said().await;
        assert!(said.len() == 1 && said[0].contains("Tilbage: 6.850 kr."), "{said:#?}");
        // What changes nothing is not said again, nor is a result that gets the focus.
        browser.fill(&amount, "15000").await;
        browser.ask("payment").await;
        browser.rest().await;
        assert_eq!(browser.said().await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn going_to_a_page_or_a_step_is_told_by_its_heading_alone() {
    in_browser(async |browser| {
        browser.open(Page::Front).await;
        browser.listen().await;
        for page in [Page::CHECK, Page::Payment, Page::Dates, Page::FreeChoice, Page::Overview] {
            browser.go(page).await;
            browser.wait_for_focus("page-heading").await;
        }
        browser.go(Page::CHECK).await;
        browser.submit("eligibility").await;
        browser.wait("a question", async || browser.count("#check-home-0").await > 0).await;
        browser.rest().await;
        assert_eq!(browser.said().await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_is_said_once_each_time_it_is_asked() {
    in_browser(async |browser| {
        browser.open(Page::Dates).await;
        browser.listen().await;
        browser.ask_wrongly("complaint").await;
        browser.rest().await;
        let said = browser.said().await;
        assert!(said.len() == 1 && said[0].contains("Ret 2 svar"), "{said:#?}");
        browser.choose("complaint-offer", "long_term").await;
        browser.fill("complaint-received", "5.3.2026").await;
        browser.said().await;
        browser.ask("complaint").await;
        browser.rest().await;
        assert_eq!(browser.said().await, Vec::<String>::new(), "the result has the focus");
    })
    .await;
}

#[tokio::test]
async fn each_step_of_a_plan_is_said_once() {
    in_browser(async |browser| {
        browser.open(Page::Respite).await;
        browser.script("document.getElementById('day-2026-03-09').focus()", vec![]).await;
        browser.listen().await;
        browser.press_key(ENTER).await;
        browser.rest().await;
        let said = browser.said().await;
        assert!(
            said.len() == 1 && said[0].contains("Ankomst mandag den 9. marts 2026"),
            "{said:#?}"
        );
        // The day that is gone to is read as the focus comes to it.
        browser.press_key(DOWN).await;
        browser.rest().await;
        assert_eq!(browser.said().await, Vec::<String>::new());
        browser.press_key(ENTER).await;
        browser.rest().await;
        let said = browser.said().await;
        assert!(said.len() == 1 && said[0].contains("Det er lagt ind"), "{said:#?}");
        browser.press("undo").await;
        browser.rest().await;
        assert_eq!(browser.said().await.len(), 1, "that it is undone");
    })
    .await;
}

/// What would be said twice, or while somebody types, is heard by these tests.
#[tokio::test]
async fn a_change_that_is_said_twice_is_found() {
    in_browser(async |browser| {
        browser.open(Page::Dates).await;
        browser.listen().await;
        let twice = "
            document.querySelector('main').insertAdjacentHTML('beforeend', '<p role=status id=twice></p>');
            const region = document.getElementById('twice');
            region.textContent = 'Gemt';
            setTimeout(() => { region.textContent = 'Gemt' }, 50);
        ";
        browser.script(twice, vec![]).await;
        browser.rest().await;
        assert_eq!(browser.said().await, ["Gemt", "Gemt"]);
        let hidden = "document.getElementById('twice').hidden = true;
            document.getElementById('twice').textContent = 'Intet'";
        browser.script(hidden, vec![]).await;
        assert_eq!(browser.said().await, Vec::<String>::new(), "what is hidden is not said");
    })
    .await;
}
