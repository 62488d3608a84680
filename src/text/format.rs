//! Dates and amounts as Danes write them.

use super::words::Words;
use crate::rules::date::{Date, DateRange, Weekday};
use crate::rules::money::{Money, Percent};
use crate::rules::standard::TimeOfDay;

/// Between a number and its unit, so that they stay on one line.
pub const NO_BREAK_SPACE: char = '\u{a0}';
const MINUS: char = '\u{2212}';

/// `fredag den 6. marts 2026`.
pub fn long_date(date: Date, words: &Words) -> String {
    format!("{} den {}", weekday(date, words), short_date(date, words))
}

/// `6. marts 2026`.
pub fn short_date(date: Date, words: &Words) -> String {
    format!("{} {}", day_and_month(date, words), date.year())
}

/// `fre. 6. – man. 9. marts 2026`: no longer than it must be to be read without doubt.
pub fn short_range(range: DateRange, words: &Words) -> String {
    let day = |date: Date| {
        let weekday: String = weekday(date, words).chars().take(3).collect();
        format!("{weekday}.{NO_BREAK_SPACE}{}.", date.day())
    };
    let month = |date: Date| month_name(date, words);
    let (from, to) = (range.from, range.to);
    let last = format!("{} {} {}", day(to), month(to), to.year());
    match () {
        () if from == to => last,
        () if from.year() != to.year() => {
            format!("{} {} {} – {last}", day(from), month(from), from.year())
        }
        () if from.month() != to.month() => format!("{} {} – {last}", day(from), month(from)),
        () => format!("{} – {last}", day(from)),
    }
}

/// `6.–9. marts`, for lists: without weekdays, and without the year where the reader knows it.
pub fn day_range(range: DateRange, known_year: Option<i32>, words: &Words) -> String {
    let (from, to) = (range.from, range.to);
    let year = |date: Date| match known_year {
        Some(year) if year == from.year() && year == to.year() => String::new(),
        _ => format!(" {}", date.year()),
    };
    let last = format!("{}{}", day_and_month(to, words), year(to));
    match () {
        () if from == to => last,
        () if from.year() != to.year() => {
            format!("{}{}–{last}", day_and_month(from, words), year(from))
        }
        () if from.month() != to.month() => format!("{}–{last}", day_and_month(from, words)),
        () => format!("{}.–{last}", from.day()),
    }
}

/// `6. marts`.
fn day_and_month(date: Date, words: &Words) -> String {
    format!("{}. {}", date.day(), month_name(date, words))
}

/// `fredag`.
pub fn weekday(date: Date, words: &Words) -> &'static str {
    weekday_name(date.weekday(), words)
}

/// `fredag`.
pub fn weekday_name(day: Weekday, words: &Words) -> &'static str {
    let number = day.num_days_from_monday() as usize;
    words.calendar.weekdays.get(number).copied().unwrap_or_default()
}

/// `15.05`.
pub fn time_of_day(time: TimeOfDay) -> String {
    format!("{}.{:02}", time.hour, time.minute)
}

/// `marts`.
pub fn month_name(date: Date, words: &Words) -> &'static str {
    words.calendar.months.get(date.month() as usize - 1).copied().unwrap_or_default()
}

/// `6. marts 2026 – 9. marts 2026`.
pub fn range(range: DateRange, words: &Words) -> String {
    format!("{} – {}", short_date(range.from, words), short_date(range.to, words))
}

/// `1.800 kr.`, or `1.800,50 kr.` when there are øre.
pub fn kroner(amount: Money) -> String {
    let number = number(amount);
    let number = number.strip_suffix(",00").unwrap_or(&number);
    format!("{number}{NO_BREAK_SPACE}kr.")
}

/// `1.800,00`: always two decimals, for columns of amounts.
pub fn number(amount: Money) -> String {
    danish(&amount.plain())
}

/// `3,16 %`.
pub fn percent(percent: Percent) -> String {
    format!("{}{NO_BREAK_SPACE}%", danish(&percent.plain()))
}

/// `1.800`.
pub fn count(number: u64) -> String {
    grouped(&number.to_string())
}

/// A plain number (`-1800.50`) with Danish signs (`−1.800,50`).
fn danish(plain: &str) -> String {
    let (sign, digits) = match plain.strip_prefix('-') {
        Some(digits) => (MINUS.to_string(), digits),
        None => (String::new(), plain),
    };
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "00"));
    format!("{sign}{},{decimals}", grouped(whole))
}

/// Digits with a point before each group of three.
fn grouped(digits: &str) -> String {
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words::DA;

    #[test]
    fn amounts_are_danish() {
        let kr = |oere| kroner(Money::from_oere(oere)).replace(NO_BREAK_SPACE, " ");
        assert_eq!(kr(180_000), "1.800 kr.");
        assert_eq!(kr(260_050), "2.600,50 kr.");
        assert_eq!(kr(-123_456_789), "−1.234.567,89 kr.");
        assert_eq!(kr(0), "0 kr.");
        assert_eq!(number(Money::from_oere(99_900)), "999,00");
        assert_eq!(count(354_294), "354.294");
    }

    #[test]
    fn dates_are_danish() {
        let date = Date::parse("2026-03-06").unwrap();
        assert_eq!(long_date(date, &DA), "fredag den 6. marts 2026");
    }

    #[test]
    fn short_ranges_say_no_month_or_year_twice() {
        let range = |from, to| {
            let (from, to) = (Date::parse(from).unwrap(), Date::parse(to).unwrap());
            short_range(DateRange { from, to }, &DA).replace(NO_BREAK_SPACE, " ")
        };
        assert_eq!(range("2026-03-06", "2026-03-09"), "fre. 6. – man. 9. marts 2026");
        assert_eq!(range("2026-03-06", "2026-03-06"), "fre. 6. marts 2026");
        assert_eq!(range("2026-02-27", "2026-03-02"), "fre. 27. februar – man. 2. marts 2026");
        assert_eq!(
            range("2026-12-30", "2027-01-02"),
            "ons. 30. december 2026 – lør. 2. januar 2027"
        );
    }

    #[test]
    fn day_ranges_leave_out_the_year_that_is_known() {
        let range = |from, to, known| {
            let (from, to) = (Date::parse(from).unwrap(), Date::parse(to).unwrap());
            day_range(DateRange { from, to }, known, &DA)
        };
        let known = Some(2026);
        assert_eq!(range("2026-03-06", "2026-03-09", known), "6.–9. marts");
        assert_eq!(range("2026-03-06", "2026-03-06", known), "6. marts");
        assert_eq!(range("2026-02-27", "2026-03-02", known), "27. februar–2. marts");
        assert_eq!(range("2027-03-06", "2027-03-09", known), "6.–9. marts 2027");
        assert_eq!(range("2026-03-06", "2026-03-06", None), "6. marts 2026");
        let new_year = "30. december 2026–2. januar 2027";
        assert_eq!(range("2026-12-30", "2027-01-02", known), new_year);
        assert_eq!(range("2026-12-30", "2027-01-02", None), new_year);
    }
}
