//! A suggested plan: wished for, looked for without keeping the page waiting, and taken whole, in
//! part or not at all.

use botilbud::app::page::Page;

use crate::respite::fill_stay;
use crate::support::hand::{RIGHT, TAB};
use crate::support::{Browser, in_browser};

/// Wishes for these shapes alone: weekday, days, count.
async fn wish(browser: &Browser, shapes: &[(&str, &str, &str)]) {
    while browser.count("[data-act^=\"remove:wish:\"]").await as usize > shapes.len() {
        browser.click("[data-act^=\"remove:wish:\"]").await;
    }
    for (place, (weekday, days, count)) in shapes.iter().enumerate() {
        if browser.count("[id^=\"wish-\"][id$=\"-count\"]").await as usize <= place {
            browser.press("add:wish").await;
        }
        for (name, text) in [("days", days), ("count", count)] {
            let field = browser.in_row("wish", place + 1, name).await;
            browser.fill(&field, text).await;
        }
        let field = browser.in_row("wish", place + 1, "weekday").await;
        browser.select(&field, weekday).await;
    }
}

#[tokio::test]
async fn a_suggestion_is_looked_at_and_taken_whole_in_part_or_not_at_all() {
    in_browser(async |browser| {
        browser.open(Page::Respite).await;
        let page = browser.ask("suggest").await;
        assert!(page.contains("Med forslaget er 55 døgn brugt. Der er 0 tilbage."), "{page}");
        browser.hear("Forslaget har 13 ophold.").await;
        assert_eq!(browser.plan().await, Vec::<String>::new(), "nothing is planned yet");
        assert_eq!(browser.text(".year-shown").await, "2027");
        let suggested = browser.days_with("is-suggested").await;
        assert_eq!(suggested.len(), 55);
        let name = browser.name_of(&suggested[0]).await;
        assert!(name.contains("foreslået ophold fre."), "{name}");

        // None.
        browser.press("dismiss").await;
        browser.wait_for_focus("suggest-heading").await;
        assert_eq!(browser.days_with("is-suggested").await, Vec::<String>::new());
        assert_eq!(browser.plan().await, Vec::<String>::new());

        // Some: what is unticked is left out.
        browser.ask("suggest").await;
        let left_out = browser.text("label[for=take-1]").await;
        for place in [1, 4, 12] {
            browser.click(&format!("label[for=take-{place}]")).await;
        }
        browser.press("accept").await;
        browser.wait_for_focus("calendar-heading").await;
        browser.hear("10 ophold er lagt ind. Du kan fortryde.").await;
        assert_eq!(browser.plan().await.len(), 10);
        let panel = browser.text("section:has(> #list-heading)").await;
        assert!(!panel.contains(&left_out), "{left_out} was not to be taken");
        browser.press("undo").await;
        assert_eq!(browser.plan().await, Vec::<String>::new(), "one change");

        // All: twelve long weekends and a week.
        browser.ask("suggest").await;
        browser.press("accept").await;
        browser.wait_for_focus("calendar-heading").await;
        assert_eq!(browser.plan().await.len(), 13);
        assert_eq!(browser.days_with("is-planned").await, suggested);
        browser.see("main", "55 af 55 døgn er brugt i 2027. Der er 0 døgn tilbage.").await;
    })
    .await;
}

#[tokio::test]
async fn a_suggestion_goes_round_what_is_planned_and_what_will_not_do() {
    in_browser(async |browser| {
        browser.open(Page::Respite).await;
        fill_stay(&browser, 1, "5.2.2027", "8.2.2027").await;
        browser.select("wish-year", "1").await;
        let weekends = browser.in_row("wish", 1, "count").await;
        browser.fill(&weekends, "4").await;
        for (list, from, to) in
            [("closed", "1.7.2027", "31.8.2027"), ("wanted", "13.10.2027", "13.10.2027")]
        {
            browser.press(&format!("add:{list}")).await;
            let field = browser.in_row(list, 1, "from").await;
            browser.fill(&field, from).await;
            let field = browser.in_row(list, 1, "to").await;
            browser.fill(&field, to).await;
        }
        browser.ask("suggest").await;
        browser.press("accept").await;
        browser.wait_for_focus("calendar-heading").await;
        // One planned, four weekends and a week: 4 + 16 + 7.
        let plan = browser.plan().await;
        assert_eq!(plan.len(), 6, "{plan:?}");
        browser.see("main", "27 af 55 døgn er brugt i 2027. Der er 28 døgn tilbage.").await;
        for month in ["juli", "august"] {
            assert!(!plan.concat().contains(month), "a stay in a month that is closed: {plan:?}");
        }
        assert!(browser.days_with("is-planned").await.contains(&"2027-10-13".to_owned()));
    })
    .await;
}

#[tokio::test]
async fn wishes_that_cannot_be_fulfilled_are_refused_with_the_reason() {
    in_browser(async |browser| {
        browser.open(Page::Respite).await;
        browser.fill_setting("granted", "50").await;
        let page = browser.ask("suggest").await;
        assert!(page.contains("Ønskerne bruger 5 døgn mere, end der er bevilget."), "{page}");
        assert_eq!(browser.count("[data-act=accept]").await, 0);
        browser.fill_setting("granted", "").await;

        // Two stays on the same day, and the wishes that stand in each other's way.
        browser.press("add:wanted").await;
        for name in ["from", "to"] {
            let field = browser.in_row("wanted", 1, name).await;
            browser.fill(&field, "13.10.2027").await;
        }
        browser.press("add:closed").await;
        for (name, date) in [("from", "12.10.2027"), ("to", "12.10.2027")] {
            let field = browser.in_row("closed", 1, name).await;
            browser.fill(&field, date).await;
        }
        wish(&browser, &[("4", "4", "3")]).await;
        let page = browser.ask("suggest").await;
        assert!(
            page.contains("Ingen af de ønskede ophold kan dække onsdag den 13. oktober"),
            "{page}"
        );

        browser.click("[data-act^=\"remove:wanted:\"]").await;
        browser.click("[data-act^=\"remove:closed:\"]").await;
        wish(&browser, &[("0", "8", "2"), ("1", "1", "3")]).await;
        browser.press("add:closed").await;
        for (name, date) in [("from", "9.1.2027"), ("to", "31.12.2027")] {
            let field = browser.in_row("closed", 1, name).await;
            browser.fill(&field, date).await;
        }
        let page = browser.ask("suggest").await;
        assert!(page.contains("Ønskerne kan ikke ligge i samme plan."), "{page}");
        assert!(page.contains("Disse ønsker kan ikke stå sammen."), "{page}");

        // A wish that is no number.
        let count = browser.in_row("wish", 1, "count").await;
        browser.fill(&count, "tolv").await;
        let summary = browser.ask_wrongly("suggest").await;
        assert!(summary.contains("Ret ét svar"), "{summary}");
        browser.click("#suggest-errors a").await;
        browser.wait_for_focus(&count).await;
    })
    .await;
}

/// Four kinds of stay of one day, as many as the grant has days: about the most there is to try.
const HEAVY: [(&str, &str, &str); 4] =
    [("0", "1", "14"), ("3", "1", "14"), ("5", "1", "14"), ("", "1", "13")];

/// Notes how long the page took from each key to the frame that answers it, and the longest time
/// in which it could not have answered any, in milliseconds.
const LISTEN: &str = "
    window.answered = [];
    window.longest = 0;
    addEventListener('keydown', (event) => {
        requestAnimationFrame(() => {
            const isLooking = Boolean(document.querySelector('[data-act=stop]'));
            const time = performance.now() - event.timeStamp;
            window.answered.push([document.activeElement.id, isLooking, time]);
        });
    });
    const { port1, port2 } = new MessageChannel();
    let last = performance.now();
    window.begun = last;
    port1.onmessage = () => {
        const now = performance.now();
        window.longest = Math.max(window.longest, now - last);
        last = now;
        port2.postMessage(null);
    };
    port2.postMessage(null);
";

#[tokio::test]
async fn the_page_answers_while_a_heavy_wish_is_looked_for_and_can_stop() {
    in_browser(async |browser| {
        browser.open(Page::Respite).await;
        browser.select("wish-year", "2").await;
        wish(&browser, &HEAVY).await;
        browser.submit("suggest").await;
        browser.see("main", "Vi leder efter den bedste plan").await;
        browser.press("stop").await;
        browser.wait_for_focus("suggest-heading").await;
        assert_eq!(browser.count("[data-act=stop], #suggest-result").await, 0);

        // What was stopped does not come back by itself; asked again, it begins anew.
        browser.submit("suggest").await;
        browser.script("document.getElementById('beside').focus()", vec![]).await;
        browser.press_key(TAB).await;
        browser.script(LISTEN, vec![]).await;
        browser.type_keys(&[RIGHT; 4]).await;
        browser.wait_for_focus("suggest-result").await;
        let answered = browser.script("return window.answered", vec![]).await;
        let answered = answered.as_array().expect("answers");
        assert_eq!(answered.len(), 4, "{answered:?}");
        assert_eq!(answered[3][0], "day-2026-03-13", "{answered:?}");
        assert!(answered.iter().all(|answer| answer[1] == true), "still looking: {answered:?}");
        assert_eq!(browser.count("[id^=\"take-\"]").await, 55);
        // A page that waited for the search would answer at its end. How long that takes depends
        // on the machine; what does not is that no wait is as long as half of it.
        let half = browser.script("return (performance.now() - window.begun) / 2", vec![]).await;
        let half = half.as_f64().expect("a time");
        for answer in answered {
            let time = answer[2].as_f64();
            assert!(time.is_some_and(|time| time < half), "{answered:?} of 2 × {half}");
        }
        let longest = browser.script("return window.longest", vec![]).await;
        assert!(longest.as_f64().is_some_and(|time| time < half), "no answer for {longest} ms");
    })
    .await;
}
