//! The calendar on every screen: its columns, and days large enough to hit.

use botilbud::app::page::Page;
use serde_json::{Value, json};

use crate::support::in_browser;

const MEASURE: &str = "
    const months = [...document.querySelectorAll('.year .month')];
    const lefts = new Set(months.map((month) => Math.round(month.getBoundingClientRect().left)));
    const days = [...document.querySelectorAll('.year [data-day]')].map((day) => day.getBoundingClientRect());
    return {
        columns: lefts.size,
        width: Math.min(...days.map(({ width }) => width)),
        height: Math.min(...days.map(({ height }) => height)),
    };
";

#[tokio::test]
async fn one_to_four_months_stand_across_and_every_day_can_be_hit() {
    in_browser(async |browser| {
        browser.open(Page::Respite).await;
        for (width, columns) in [(320, 1), (360, 1), (700, 2), (1000, 3), (1280, 4)] {
            browser.set_width(width).await;
            browser.settle().await;
            let measured = browser.script(MEASURE, vec![]).await;
            assert_eq!(measured["columns"], json!(columns), "at {width} px");
            let least = |side: &str| measured[side].as_f64().unwrap_or_default();
            assert!(least("width") >= 24.0 && least("height") >= 24.0, "{measured} at {width} px");
            if width == 360 {
                assert!(least("height") >= 44.0, "{measured} at {width} px");
            }
            let sticking_out = browser.sticking_out().await;
            assert!(sticking_out.is_empty(), "at {width} px: {sticking_out:#?}");
        }
    })
    .await;
}

#[tokio::test]
async fn two_years_stand_beside_each_other_where_there_is_room() {
    in_browser(async |browser| {
        browser.open(Page::Respite).await;
        browser.press("beside").await;
        let lefts = "
            return [...document.querySelectorAll('.year-block')]
                .map((year) => Math.round(year.getBoundingClientRect().left));
        ";
        let place = async || -> Vec<Value> {
            browser.settle().await;
            browser.script(lefts, vec![]).await.as_array().expect("two years").clone()
        };
        let wide = place().await;
        assert!(wide.len() == 2 && wide[0] != wide[1], "beside each other: {wide:?}");
        browser.set_width(360).await;
        let narrow = place().await;
        assert!(narrow.len() == 2 && narrow[0] == narrow[1], "below each other: {narrow:?}");
        assert!(browser.sticking_out().await.is_empty());
    })
    .await;
}
