//! Where the keys lead in the calendar, by the date grid of the ARIA Authoring Practices Guide.

use crate::rules::date::Date;

/// The day that a key leads to from a day; none when it is no key of the calendar.
pub fn lead(from: Date, key: &str, shift: bool) -> Option<Date> {
    let months = if shift { 12 } else { 1 };
    let to = match key {
        "ArrowLeft" => from.plus_days(-1),
        "ArrowRight" => from.plus_days(1),
        "ArrowUp" => from.plus_days(-7),
        "ArrowDown" => from.plus_days(7),
        "Home" => from.monday(),
        "End" => from.monday().plus_days(6),
        "PageUp" => from.plus_months(-months),
        "PageDown" => from.plus_months(months),
        _ => return None,
    };
    Some(to.clamp(Date::FIRST, Date::LAST))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_key_leads_where_the_date_grid_says() {
        let date = |text| Date::parse(text).unwrap();
        let friday = date("2026-03-06");
        for (key, shift, to) in [
            ("ArrowLeft", false, "2026-03-05"),
            ("ArrowRight", false, "2026-03-07"),
            ("ArrowUp", false, "2026-02-27"),
            ("ArrowDown", false, "2026-03-13"),
            ("Home", false, "2026-03-02"),
            ("End", false, "2026-03-08"),
            ("PageUp", false, "2026-02-06"),
            ("PageDown", false, "2026-04-06"),
            ("PageUp", true, "2025-03-06"),
            ("PageDown", true, "2027-03-06"),
        ] {
            assert_eq!(lead(friday, key, shift), Some(date(to)), "{key}");
        }
        for other in ["a", "Tab", "F5", "Escape", "Enter", " ", "Delete"] {
            assert_eq!(lead(friday, other, false), None, "{other}");
        }
        assert_eq!(lead(date("2024-02-29"), "PageDown", true), Some(date("2025-02-28")));
        assert_eq!(lead(date("2100-12-31"), "ArrowRight", false), Some(date("2100-12-31")));
        assert_eq!(lead(date("2026-03-01"), "Home", false), Some(date("2026-02-23")));
    }
}
