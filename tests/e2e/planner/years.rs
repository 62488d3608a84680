//! From year to year, and two at once.

use super::stay;
use crate::support::in_browser;

#[tokio::test]
async fn a_plan_over_new_year_stays_through_every_change_of_year() {
    in_browser(async |browser| {
        browser
            .open_plan(&[stay("2026-12-30", "2027-01-02"), stay("2027-03-05", "2027-03-08")])
            .await;
        let plan = ["30. december 2026 – 2. januar 2027", "5. marts 2027 – 8. marts 2027"];
        assert_eq!(browser.text(".year-shown").await, "2026");
        assert_eq!(browser.days_with("is-planned").await, ["2026-12-30", "2026-12-31"]);
        browser.press("year:2027").await;
        assert_ne!(browser.focused().await, "body");
        let in_2027 =
            ["2027-01-01", "2027-01-02", "2027-03-05", "2027-03-06", "2027-03-07", "2027-03-08"];
        assert_eq!(browser.days_with("is-planned").await, in_2027);
        assert_eq!(browser.plan().await, plan);
        browser.see(".panel-count", "6 af 55 døgn i 2027.").await;
        assert_eq!(browser.count(".year [tabindex=\"0\"]").await, 1, "Tab finds a day of the year");

        browser.press("beside").await;
        assert_eq!(browser.focused().await, "beside");
        assert_eq!(browser.count("#beside[aria-pressed=true]").await, 1);
        assert_eq!(browser.count(".year-block").await, 2);
        browser.press("year:2026").await;
        assert_eq!(browser.days_with("is-planned").await.len(), 8);
        assert_eq!(browser.count(".year [tabindex=\"0\"]").await, 1, "one stop for both years");
        browser.see(".panel-count", "2 af 55 døgn i 2026. 6 af 55 døgn i 2027.").await;

        // A stay from one year into the other, by two clicks.
        browser.click_day("2027-01-02").await;
        browser.press("delete").await;
        browser.click_day("2026-12-28").await;
        browser.click_day("2027-01-03").await;
        browser.see(".panel-count", "4 af 55 døgn i 2026. 7 af 55 døgn i 2027.").await;
        browser.press("undo").await;
        browser.press("undo").await;
        assert_eq!(browser.plan().await, plan);

        browser.press("beside").await;
        assert_eq!(browser.count(".year-block").await, 1);
        assert_eq!(browser.plan().await, plan);
    })
    .await;
}
