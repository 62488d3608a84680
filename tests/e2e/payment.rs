//! Estimating the payment, live: lines, offers side by side, pictures, what would change it.

use botilbud::app::page::Page;
use serde_json::json;

use crate::support::{Ability, Browser, Setup, address_of, in_browser, in_browser_with};

/// A row's amount in one of the budget's lists, counted from one.
async fn fill_amount(browser: &Browser, list: &str, row: usize, amount: &str) {
    let field = browser.in_row(list, row, "amount").await;
    browser.fill(&field, amount).await;
}

/// Ticks a box, or takes the tick away.
pub async fn tick(browser: &Browser, field: &str) {
    browser.click(&format!("label[for=\"{field}\"]")).await;
}

/// A month's budget of a person of 26 years.
pub async fn fill_budget(browser: &Browser) {
    tick(browser, "pay-long-term").await;
    browser.fill_date("born", "4 5 1999").await;
    fill_amount(browser, "income", 1, "14.500").await;
    fill_amount(browser, "expense", 1, "350").await;
    fill_amount(browser, "charge_long_term", 1, "4200").await;
    fill_amount(browser, "charge_long_term", 5, "3600,00").await;
}

#[tokio::test]
async fn a_budget_becomes_an_estimate_with_every_step() {
    in_browser(async |browser| {
        browser.open(Page::Payment).await;
        fill_budget(&browser).await;
        // The estimate is there before anybody asks, and is said once there is a rest.
        browser.see(".result", "Skøn over betalingen 7.800 kr. om måneden").await;
        browser.see("[data-live=\"said:payment\"]", "Skøn 7.800 kr. om måneden.").await;
        let page = browser.ask("payment").await;
        for figure in [
            "Tilbage om måneden 6.350 kr.",
            "Pension 14.500 kr.",
            "14.500 kr. minus 350 kr.",
            "14.150 kr.",
            "Ophold eller husleje 4.200 kr. + Mad 3.600 kr. = 7.800 kr.",
        ] {
            assert!(page.contains(figure), "no »{figure}« in\n{page}");
        }

        browser.press("add:income").await;
        browser.wait_for_focus(&browser.in_row("income", 2, "kind").await).await;
        fill_amount(&browser, "income", 2, "500").await;
        browser.see(".result", "Tilbage om måneden 6.850 kr.").await;
        // Only what no kind names can be named.
        let name = browser.in_row("income", 1, "name").await;
        browser.fill(&name, "Gave").await;
        browser.see("main", "Pension 14.500 kr. + Gave 500 kr. = 15.000 kr.").await;
    })
    .await;
}

#[tokio::test]
async fn nothing_is_said_while_somebody_types_and_once_after_a_rest() {
    in_browser(async |browser| {
        browser.open(Page::Payment).await;
        fill_budget(&browser).await;
        browser.see("[data-live=\"said:payment\"]", "Tilbage: 6.350 kr.").await;
        let changes = "
            window.said = [];
            const place = document.querySelector('[data-live=\"said:payment\"]');
            new MutationObserver(() => said.push(place.innerText)).observe(place,
                { subtree: true, childList: true, characterData: true });
        ";
        browser.script(changes, vec![]).await;
        // Figure by figure, without a rest between.
        fill_amount(&browser, "income", 1, "15000").await;
        browser.see("[data-live=\"said:payment\"]", "Tilbage: 6.850 kr.").await;
        // What is between the last of the old and the new is passed over.
        let said = browser.script("return said.filter((text) => text.includes('1.150'))", vec![]);
        assert_eq!(said.await, json!([]));
    })
    .await;
}

#[tokio::test]
async fn what_is_missing_is_told_with_the_way_to_it() {
    in_browser(async |browser| {
        browser.open(Page::Payment).await;
        browser.see(".column-result", "Skønnet kommer her").await;
        assert_eq!(browser.count(".column-result li").await, 3);
        assert_eq!(browser.count(".form-error").await, 0, "nobody has asked yet");
        browser.click(".column-result a[data-focus=born-day]").await;
        browser.wait_for_focus("born-day").await;
        browser.fill_date("born", "4 5 1999").await;
        tick(&browser, "pay-lease").await;
        browser.see(".column-result", "Skriv, hvad boligen koster.").await;
        // What was typed is called wrong at its place when it is left, and only that.
        fill_amount(&browser, "charge_lease", 1, "-5").await;
        assert_eq!(browser.count(".form-error").await, 0);
        browser.leave().await;
        browser.see(".budget .form-error", "Skriv beløbet uden minus").await;
        assert_eq!(browser.count(".form-error").await, 1);
        fill_amount(&browser, "charge_lease", 1, "5.000").await;
        assert_eq!(browser.count(".form-error").await, 0);
        // An offer that is filled in does not wait for another.
        tick(&browser, "pay-temporary").await;
        fill_amount(&browser, "income", 1, "14.500").await;
        browser.see(".result", "5.000 kr. om måneden").await;
        browser.see(".column-result", "Resten mangler noget").await;
        // On a phone the estimate stays in sight.
        browser.set_width(360).await;
        browser.see(".estimate-line", "Skøn: 5.000 kr.").await;
        browser.click(".estimate-line a").await;
        browser.wait_for_focus("payment-result").await;
    })
    .await;
}

#[tokio::test]
async fn amounts_come_by_week_and_by_year() {
    in_browser(async |browser| {
        browser.open(Page::Payment).await;
        fill_budget(&browser).await;
        let per = browser.in_row("expense", 1, "per").await;
        browser.select(&per, "week").await;
        browser.see("main", "Det er 1.516,67 kr. om måneden: 52 uger delt på 12 måneder.").await;
        browser.see("main", "Medicin og behandling 1.516,67 kr. (350 kr. om ugen)").await;
        browser.select(&per, "year").await;
        browser.see("main", "Det er 29,17 kr. om måneden: beløbet delt på 12.").await;
        // What counts follows the kind.
        let kind = browser.in_row("expense", 1, "kind").await;
        browser.select(&kind, "union").await;
        browser.see("main", "Kontingent til a-kasse og fagforening.").await;
    })
    .await;
}

#[tokio::test]
async fn the_minimum_limits_what_is_paid() {
    in_browser(async |browser| {
        browser.open(Page::Payment).await;
        fill_budget(&browser).await;
        fill_amount(&browser, "income", 1, "10.000").await;
        fill_amount(&browser, "charge_long_term", 1, "9000").await;
        let page = browser.ask("payment").await;
        let left = browser.text(".result").await;
        assert!(page.contains("Prisen er 12.600 kr."), "{page}");
        assert!(!left.contains("12.600"), "{left}");
        for change in [
            "Under 2.150 kr.",
            "Fra 2.150 kr. til 14.750 kr. Sådan er det nu",
            "Fra 14.750 kr.",
            "Prisen kan højst være 7.850 kr. om måneden",
            "100 kr. mere i nødvendige udgifter om måneden: Betalingen bliver 100 kr. lavere.",
            "Den 4. maj 2029 fylder personen 30 år.",
        ] {
            assert!(page.contains(change), "no »{change}« in\n{page}");
        }
        // The curve has its numbers in a table, and a name for those who do not see it.
        let name = browser.script(
            "return document.querySelector('svg.curve').getAttribute('aria-label')",
            vec![],
        );
        let name = name.await.as_str().unwrap_or_default().replace('\u{a0}', " ");
        assert!(name.contains("Ved en indtægt på 10.000 kr. er skønnet 7.850 kr."), "{name}");
        let table = browser.text(".curve-table").await;
        assert!(table.contains("Din beregning 10.000,00 7.850,00 1.800,00"), "{table}");
    })
    .await;
}

#[tokio::test]
async fn offers_stand_side_by_side_with_their_own_prices_and_questions() {
    in_browser(async |browser| {
        browser.open(Page::Payment).await;
        fill_budget(&browser).await;
        tick(&browser, "pay-temporary").await;
        tick(&browser, "pay-lease").await;
        browser.press("prices:temporary").await;
        browser.wait_for_focus(&browser.in_row("charge_temporary", 1, "amount").await).await;
        browser.choose("pay-own-home", "yes").await;
        browser.press("prices:lease").await;
        fill_amount(&browser, "charge_lease", 1, "5000").await;
        browser.fill("pay-benefit", "1.250,50").await;
        browser.choose("pay-family", "yes").await;
        let page = browser.ask("payment").await;
        let table = browser.text("table.compare").await;
        for row in [
            "Boligens pris 3.600 kr. 7.800 kr. 8.600 kr.",
            "Skøn over betalingen 3.600 kr. 7.800 kr. 7.349,50 kr.",
            "Boligstøtte kan søges Nej Nej Ja",
        ] {
            assert!(table.contains(row), "no »{row}« in\n{table}");
        }
        assert!(page.contains("Huslejen er ikke talt med"), "{page}");
        assert!(page.contains("Forsørgelse er ikke regnet med"), "{page}");

        // A question goes with its offer, and its answer with it.
        tick(&browser, "pay-temporary").await;
        assert_eq!(browser.count("[name=pay-own-home]").await, 0);
        browser.see("table.compare", "Skøn over betalingen 7.800 kr. 7.349,50 kr.").await;
        let page = browser.page_text().await;
        assert!(!page.contains("Huslejen er ikke talt med"), "{page}");
        tick(&browser, "pay-long-term").await;
        assert_eq!(browser.count("table.compare").await, 0);
        browser.see(".result", "7.349,50 kr. om måneden").await;
    })
    .await;
}

#[tokio::test]
async fn an_empty_budget_and_an_unclear_amount_are_told() {
    in_browser(async |browser| {
        browser.open(Page::Payment).await;
        let summary = browser.ask_wrongly("payment").await;
        assert!(summary.contains("Ret 3 svar"), "{summary}");
        for field in ["pay-temporary", "born-day"] {
            browser.click(&format!("#payment-errors a[href=\"#{field}\"]")).await;
            browser.wait_for_focus(field).await;
        }
        // What was told goes as it is mended, and nothing else is called wrong meanwhile.
        fill_budget(&browser).await;
        assert_eq!(browser.count("#payment-errors").await, 0);
        fill_amount(&browser, "income", 1, "14.50").await;
        browser.see(".column-result", "Vi kan ikke se, om 14.50 er med øre").await;
        assert_eq!(browser.count(".form-error").await, 0);
        let summary = browser.ask_wrongly("payment").await;
        assert!(summary.contains("Vi kan ikke se, om 14.50 er med øre"), "{summary}");
        fill_amount(&browser, "income", 1, "14.500").await;
        browser.see(".result", "7.800 kr. om måneden").await;
        assert_eq!(browser.count(".form-error").await, 0);
        browser.ask("payment").await;
    })
    .await;
}

#[tokio::test]
async fn the_pictures_can_be_read_in_the_systems_colours() {
    let setup = Setup { forced_colours: true, ..Setup::default() };
    in_browser_with(setup, address_of("BOTILBUD_URL"), async |browser| {
        browser.need(Ability::ForcedColours);
        browser.open(Page::Payment).await;
        fill_budget(&browser).await;
        browser.see(".result", "7.800 kr.").await;
        // Where the browser may take colours away the parts keep those that they have, which are
        // the system's.
        let looks = "
            const look = (css, property) =>
                getComputedStyle(document.querySelector(css))[property];
            return ['.bar', '.bar-table'].flatMap((place) => [
                look(`${place} .part-payment`, 'forcedColorAdjust'),
                look(`${place} .part-payment`, 'backgroundColor') === look('body', 'color'),
                look(`${place} .part-expenses`, 'backgroundImage').includes(look('body', 'color')),
            ]).concat(look('.curve-line', 'stroke') === look('body', 'color'));
        ";
        let forced = browser.script(looks, vec![]).await;
        assert_eq!(forced, json!(["none", true, true, "none", true, true, true]));
    })
    .await;
}

#[tokio::test]
async fn the_pictures_are_on_paper() {
    in_browser(async |browser| {
        browser.open(Page::Payment).await;
        fill_budget(&browser).await;
        browser.see(".result", "7.800 kr.").await;
        browser.emulate_media("print").await;
        assert!(!browser.is_shown("form[data-tool=payment]").await, "its answers stand below");
        for css in [".bar", ".bar-table", "svg.curve", ".curve-table", "table.changes"] {
            assert!(browser.is_shown(css).await, "{css} is on paper");
        }
        browser.emulate_media("").await;
    })
    .await;
}
