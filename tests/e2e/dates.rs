//! Deadlines and follow-ups.

use botilbud::app::page::Page;

use crate::support::{Ability, Browser, Setup, address_of, events, in_browser, in_browser_with};

/// A decision received a month before Easter.
pub async fn fill_decision(browser: &Browser) {
    browser.choose("complaint-offer", "long_term").await;
    browser.fill("complaint-received", "5.3.2026").await;
}

#[tokio::test]
async fn the_safest_date_comes_first_and_easter_moves_the_other() {
    in_browser(async |browser| {
        browser.open(Page::Dates).await;
        fill_decision(&browser).await;
        browser.see("main", "torsdag den 5. marts 2026").await;
        let page = browser.ask("complaint").await;
        for text in ["2. april 2026", "tirsdag den 7. april 2026", "Der er 24 dage til."] {
            assert!(page.contains(text), "no »{text}« in\n{page}");
        }
    })
    .await;
}

/// Whether each day of the count is at least so wide, and all its words that are seen fit in it.
const DAYS_FIT: &str = "
    const days = [...document.querySelectorAll('.count-month .count-day')];
    return days.length > 28 && days.every((day) => {
        const { left, right, width } = day.getBoundingClientRect();
        return width >= 30 && [...day.querySelectorAll('time, .count-number')].every((part) => {
            const box = part.getBoundingClientRect();
            return box.left >= left - 1 && box.right <= right + 1;
        });
    });
";

#[tokio::test]
async fn the_days_are_counted_on_a_calendar() {
    in_browser(async |browser| {
        browser.open(Page::Dates).await;
        fill_decision(&browser).await;
        browser.ask("complaint").await;
        browser.see(".count", "marts 2026").await;
        assert_eq!(browser.count(".count-month").await, 2);
        assert_eq!(browser.count(".count-month .count-day").await, 34, "5 March to 7 April");
        let page = browser.page_text().await;
        for text in [
            "Dag 0 er torsdag den 5. marts 2026.",
            "Dag 28 er torsdag den 2. april 2026.",
            "tirsdag den 7. april 2026: fristen slutter",
            "mandag den 9. marts 2026: i dag",
            "fredag den 3. april 2026: langfredag",
        ] {
            assert!(page.contains(text), "no »{text}« in\n{page}");
        }
        // The words stand in the days where there is room, and are heard where there is none.
        let safest = "td.is-safest .count-word:last-child";
        let width =
            format!("return document.querySelector('{safest}').getBoundingClientRect().width");
        let wide = async || browser.script(&width, vec![]).await.as_f64().unwrap_or_default();
        browser.set_width(1280).await;
        browser.settle().await;
        assert!(wide().await > 30.0);
        for px in [320, 360] {
            browser.set_width(px).await;
            browser.settle().await;
            assert!(wide().await <= 1.0, "at {px} px");
            assert_eq!(browser.script(DAYS_FIT, vec![]).await, true, "at {px} px");
        }
        browser.emulate_media("print").await;
        assert!(browser.is_shown(".count-month").await, "the count is on paper, too");
        assert_eq!(browser.count_seen("[data-act=\"dates:complaint\"]").await, 0);
    })
    .await;
}

#[tokio::test]
async fn the_days_are_told_apart_in_the_systems_colours() {
    let setup = Setup { forced_colours: true, ..Setup::default() };
    in_browser_with(setup, address_of("BOTILBUD_URL"), async |browser| {
        browser.need(Ability::ForcedColours);
        browser.open(Page::Dates).await;
        fill_decision(&browser).await;
        browser.ask("complaint").await;
        let edge = "return getComputedStyle(document.querySelector(arguments[0])).borderTopStyle";
        for (css, style) in [
            ("td.is-received", "dashed"),
            ("td.is-deadline", "double"),
            ("td.is-day-off:not(.is-safest)", "dotted"),
        ] {
            assert_eq!(browser.script(edge, vec![css.into()]).await, style, "{css}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_deadline_is_saved_for_a_calendar_and_again_as_the_same() {
    in_browser(async move |browser| {
        let folder = browser.saved().to_owned();
        browser.open(Page::Dates).await;
        fill_decision(&browser).await;
        browser.ask("complaint").await;
        let first = browser.save_calendar("dates:complaint", &folder, "klagefrist.ics").await;
        assert_eq!(
            events(&first, &["DTSTART", "DTEND", "SUMMARY", "TRIGGER"]),
            [
                "20260402 20260403 Klagen skal helst være fremme senest 2. april 2026 -P1DT15H",
                "20260407 20260408 Klagefristen slutter 7. april 2026 -P1DT15H",
            ]
        );
        browser.choose("complaint-offer", "lease").await;
        assert_eq!(browser.count("[data-act=\"dates:complaint\"]").await, 0, "it holds no longer");
        browser.ask("complaint").await;
        let second = browser.save_calendar("dates:complaint", &folder, "klagefrist.ics").await;
        assert_eq!(events(&second, &["UID"]), events(&first, &["UID"]));
    })
    .await;
}

#[tokio::test]
async fn coming_follow_ups_are_saved_for_a_calendar() {
    in_browser(async move |browser| {
        let folder = browser.saved().to_owned();
        browser.open(Page::Dates).await;
        browser.choose("follow-offer", "temporary").await;
        browser.fill("follow-moved", "1.5.2023").await;
        browser.ask("follow_up").await;
        // Three are past, two lie ahead.
        assert_eq!(browser.count(".timeline > li").await, 6);
        assert_eq!(browser.count(".timeline > .is-past").await, 4, "with the move");
        browser.see(".timeline .is-next", "Eller allerede den 1. maj 2026").await;
        let file = browser.save_calendar("dates:follow_up", &folder, "opfoelgning.ics").await;
        assert_eq!(
            events(&file, &["DTSTART", "SUMMARY"]),
            [
                "20260801 Opfølgning omkring i dag: Køge Kommune",
                "20270801 Opfølgning omkring i dag: Køge Kommune",
            ]
        );
    })
    .await;
}

#[tokio::test]
async fn follow_ups_are_told_in_both_readings() {
    in_browser(async |browser| {
        browser.open(Page::Dates).await;
        browser.choose("follow-offer", "temporary").await;
        browser.fill("follow-moved", "31.1.2026").await;
        let page = browser.ask("follow_up").await;
        for text in ["30. april 2026", "30. april 2027", "31. januar 2027"] {
            assert!(page.contains(text), "no »{text}« in\n{page}");
        }
        browser.see(".timeline", "Eller allerede den 31. januar 2027, hvis man tæller fra").await;
    })
    .await;
}

#[tokio::test]
async fn a_decision_from_tomorrow_is_refused_beside_the_other_form() {
    in_browser(async |browser| {
        browser.open(Page::Dates).await;
        browser.fill("complaint-received", "10.3.2026").await;
        let summary = browser.ask_wrongly("complaint").await;
        assert!(summary.contains("Ret 2 svar"), "{summary}");
        assert!(summary.contains("Datoen ligger i fremtiden"), "{summary}");
        browser.submit("follow_up").await;
        browser.wait_for_focus("follow_up-errors").await;
        browser.click("#follow_up-errors a[href=\"#follow-offer-0\"]").await;
        browser.wait_for_focus("follow-offer-0").await;
        browser.click("#complaint-errors a[href=\"#complaint-received\"]").await;
        browser.wait_for_focus("complaint-received").await;
    })
    .await;
}
