//! What every day is called, in which column it stands and which day is today: right in every
//! time zone, checked by arithmetic of the test's own.

use botilbud::app::page::Page;
use serde_json::Value;

use crate::support::{Setup, address_of, in_browser_with};

const WEEKDAYS: [&str; 7] =
    ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"];
const MONTHS: [(&str, u32); 12] = [
    ("januar", 31),
    ("februar", 28),
    ("marts", 31),
    ("april", 30),
    ("maj", 31),
    ("juni", 30),
    ("juli", 31),
    ("august", 31),
    ("september", 30),
    ("oktober", 31),
    ("november", 30),
    ("december", 31),
];

/// From the first day of the Gregorian era on; it was a Monday.
fn days_before(year: u32) -> u32 {
    let past = year - 1;
    past * 365 + past / 4 - past / 100 + past / 400
}

fn is_leap(year: u32) -> bool {
    days_before(year + 1) - days_before(year) == 366
}

/// The week of a day by its weekday, 0 for Monday, and its place in the year, 0 for New Year.
fn iso_week(year: u32, weekday: u32, place: u32) -> u32 {
    // A week belongs to the year in which its Thursday lies.
    let thursday = i64::from(place) + 3 - i64::from(weekday);
    let length = i64::from(days_before(year + 1) - days_before(year));
    let in_its_year = match thursday {
        before if before < 0 => before + i64::from(days_before(year) - days_before(year - 1)),
        after if after >= length => after - length,
        inside => inside,
    };
    u32::try_from(in_its_year / 7 + 1).expect("a week")
}

/// Every day of a year: its place in the calendar's year and what it must be called.
fn expected(year: u32) -> Vec<(String, String, u32, u32)> {
    let mut days = Vec::new();
    let mut place = 0;
    for (month, (name, length)) in MONTHS.iter().enumerate() {
        let length = length + u32::from(month == 1 && is_leap(year));
        for day in 1..=length {
            let weekday = (days_before(year) + place) % 7;
            let weekday_name = WEEKDAYS[weekday as usize];
            days.push((
                format!("{year}-{:02}-{day:02}", month + 1),
                format!("{weekday_name} den {day}. {name} {year}, "),
                weekday + 1,
                iso_week(year, weekday, place),
            ));
            place += 1;
        }
    }
    days
}

const CALENDAR: &str = "
    return [...document.querySelectorAll('.year [data-day]')].map((day) => ({
        iso: day.dataset.day,
        name: day.getAttribute('aria-label'),
        column: day.cellIndex,
        week: parseInt(day.closest('tr').querySelector('th').lastChild.textContent),
        shown: parseInt(day.textContent),
        month: day.closest('table').caption.textContent,
    }));
";

fn check(year: u32, days: &[Value]) {
    let expected = expected(year);
    assert_eq!(days.len(), expected.len(), "the days of {year}");
    for (day, (iso, name, column, week)) in days.iter().zip(&expected) {
        assert_eq!(day["iso"], **iso);
        let called = day["name"].as_str().expect("a name");
        assert!(called.starts_with(name), "{iso} is called »{called}«");
        assert_eq!(day["column"], *column, "the column of {iso}");
        assert_eq!(day["week"], *week, "the week of {iso}");
        let number: u32 = iso[8..].parse().expect("a number");
        assert_eq!(day["shown"], number, "{iso}");
        let month: usize = iso[5..7].parse().expect("a number");
        let caption = format!("{} {year}", MONTHS[month - 1].0);
        assert_eq!(day["month"], caption, "the month of {iso}");
    }
}

/// A zone, and a moment there at which it is another day in most of the world.
const ZONES: [(&str, &str); 4] = [
    ("Europe/Copenhagen", "2026, 2, 9, 0, 15, 0"),
    ("Pacific/Kiritimati", "2026, 2, 9, 0, 15, 0"),
    ("Pacific/Pago_Pago", "2026, 2, 9, 23, 45, 0"),
    ("America/Sao_Paulo", "2026, 2, 9, 23, 45, 0"),
];

#[tokio::test]
async fn every_day_of_several_years_has_its_own_name_in_every_time_zone() {
    for (zone, now) in ZONES {
        let setup = Setup { time_zone: zone, ..Setup::default() };
        in_browser_with(setup, address_of("BOTILBUD_URL"), async move |browser| {
            browser.set_clock(now).await;
            browser.open(Page::Respite).await;
            let resolved = "return Intl.DateTimeFormat().resolvedOptions().timeZone";
            assert_eq!(browser.script(resolved, vec![]).await, zone);
            assert_eq!(browser.count("[aria-current=date]").await, 1);
            assert_eq!(browser.days_with("is-planned").await, Vec::<String>::new());
            let today = browser.name_of("2026-03-09").await;
            assert_eq!(today, "mandag den 9. marts 2026, i dag, ledig", "in {zone}");
            assert_eq!(browser.count("#day-2026-03-09[aria-current=date]").await, 1, "in {zone}");
            for year in [2026, 2027, 2026, 2025, 2024] {
                if browser.text(".year-shown").await != year.to_string() {
                    browser.press(&format!("year:{year}")).await;
                }
                let days = browser.script(CALENDAR, vec![]).await;
                check(year, days.as_array().expect("the days"));
            }
        })
        .await;
    }
}
