//! Dates and amounts as they are written in the reader's language.

use super::words::Words;
use crate::rules::date::{Date, DateRange, Weekday};
use crate::rules::money::{Money, Percent};
use crate::rules::standard::TimeOfDay;

/// Between a number and its unit, so that they stay on one line.
pub const NO_BREAK_SPACE: char = '\u{a0}';
const MINUS: char = '\u{2212}';

/// `fredag den 6. marts 2026`, `Friday 6 March 2026`.
pub fn long_date(date: Date, words: &Words) -> String {
    words.numbers.long_date(weekday(date, words), short_date(date, words))
}

/// `6. marts 2026`, `6 March 2026`.
pub fn short_date(date: Date, words: &Words) -> String {
    words.numbers.short_date(date.day(), month_name(date, words), date.year())
}

/// `fre. 6. – man. 9. marts 2026`, `Fri 6 – Mon 9 March 2026`: no longer than it must be to be read
/// without doubt.
pub fn short_range(range: DateRange, words: &Words) -> String {
    let named = |date: Date, written: String| {
        let weekday: String = weekday(date, words).chars().take(3).collect();
        words.numbers.short_weekday(weekday, written)
    };
    let (from, to) = (range.from, range.to);
    let last = named(to, short_date(to, words));
    if from == to { last } else { format!("{} – {last}", named(from, beginning(range, words))) }
}

/// `6.–9. marts`, `6–9 March`, for lists: without weekdays, and without the year where the reader
/// knows it.
pub fn day_range(range: DateRange, known_year: Option<i32>, words: &Words) -> String {
    let (from, to) = (range.from, range.to);
    let last = match known_year == Some(to.year()) && from.year() == to.year() {
        true => day_and_month(to, words),
        false => short_date(to, words),
    };
    if from == to { last } else { format!("{}–{last}", beginning(range, words)) }
}

/// The first day of a range, with no month or year that the last one has too.
fn beginning(range: DateRange, words: &Words) -> String {
    let (from, to) = (range.from, range.to);
    match () {
        () if from.year() != to.year() => short_date(from, words),
        () if from.month() != to.month() => day_and_month(from, words),
        () => words.numbers.day_in_range(from.day()),
    }
}

/// `6. marts`, `6 March`.
fn day_and_month(date: Date, words: &Words) -> String {
    words.numbers.day_and_month(date.day(), month_name(date, words))
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

/// `15.05`, `15:05`.
pub fn time_of_day(time: TimeOfDay, words: &Words) -> String {
    words.numbers.time(time.hour, format!("{:02}", time.minute))
}

/// `marts`.
pub fn month_name(date: Date, words: &Words) -> &'static str {
    words.calendar.months.get(date.month() as usize - 1).copied().unwrap_or_default()
}

/// `6. marts 2026 – 9. marts 2026`.
pub fn range(range: DateRange, words: &Words) -> String {
    format!("{} – {}", short_date(range.from, words), short_date(range.to, words))
}

/// `1.800 kr.`, `DKK 1,800`; with two decimals when there are øre: `1.800,50 kr.`
pub fn kroner(amount: Money, words: &Words) -> String {
    let number = number(amount, words);
    let whole = number.strip_suffix("00").and_then(|it| it.strip_suffix(words.numbers.decimals));
    words.numbers.kroner(whole.unwrap_or(&number))
}

/// `1.800,00`, `1,800.00`: always two decimals, for columns of amounts.
pub fn number(amount: Money, words: &Words) -> String {
    written(&amount.plain(), words)
}

/// `3,16 %`, `3.16%`.
pub fn percent(percent: Percent, words: &Words) -> String {
    words.numbers.percent(written(&percent.plain(), words))
}

/// `10 %`, `10%`.
pub fn whole_percent(percent: u32, words: &Words) -> String {
    words.numbers.percent(percent)
}

/// `1.800`, `1,800`.
pub fn count(number: u64, words: &Words) -> String {
    grouped(&number.to_string(), words)
}

/// A plain number (`-1800.50`) with the signs of the language (`−1.800,50`, `−1,800.50`).
fn written(plain: &str, words: &Words) -> String {
    let (sign, digits) = match plain.strip_prefix('-') {
        Some(digits) => (MINUS.to_string(), digits),
        None => (String::new(), plain),
    };
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "00"));
    format!("{sign}{}{}{decimals}", grouped(whole, words), words.numbers.decimals)
}

/// Digits with a sign before each group of three.
fn grouped(digits: &str, words: &Words) -> String {
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push_str(words.numbers.thousands);
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words::{DA, Language, Who};

    /// The English words; the names of the calendar are not tested here.
    fn en() -> &'static Words {
        Language::English.edition().words(Who::Me)
    }

    #[test]
    fn amounts_are_danish() {
        let kr = |oere| kroner(Money::from_oere(oere), &DA).replace(NO_BREAK_SPACE, " ");
        assert_eq!(kr(180_000), "1.800 kr.");
        assert_eq!(kr(260_050), "2.600,50 kr.");
        assert_eq!(kr(-123_456_789), "−1.234.567,89 kr.");
        assert_eq!(kr(0), "0 kr.");
        assert_eq!(number(Money::from_oere(99_900), &DA), "999,00");
        assert_eq!(count(354_294, &DA), "354.294");
    }

    #[test]
    fn amounts_are_english() {
        let dkk = |oere| kroner(Money::from_oere(oere), en()).replace(NO_BREAK_SPACE, " ");
        assert_eq!(dkk(180_000), "DKK 1,800");
        assert_eq!(dkk(260_050), "DKK 2,600.50");
        assert_eq!(dkk(-123_456_789), "DKK −1,234,567.89");
        assert_eq!(dkk(10_000), "DKK 100");
        assert_eq!(number(Money::from_oere(99_900), en()), "999.00");
        assert_eq!(count(354_294, en()), "354,294");
    }

    #[test]
    fn percentages_and_times_are_written_as_the_language_does() {
        let above = Money::from_oere(9_800_000).percent_above(Money::from_oere(9_500_000)).unwrap();
        let time = TimeOfDay { hour: 9, minute: 5 };
        let all =
            |words| (percent(above, words), whole_percent(10, words), time_of_day(time, words));
        let danish = ("3,16\u{a0}%".to_owned(), "10\u{a0}%".to_owned(), "9.05".to_owned());
        assert_eq!(all(&DA), danish);
        assert_eq!(all(en()), ("3.16%".to_owned(), "10%".to_owned(), "9:05".to_owned()));
    }

    #[test]
    fn dates_are_english() {
        let numbers = &en().numbers;
        let date = numbers.short_date(6, "March", 2026);
        assert_eq!(numbers.long_date("Friday", &date), "Friday 6 March 2026");
        assert_eq!(numbers.short_weekday("Fri", &date), "Fri\u{a0}6 March 2026");
        let range = |from, to, known| {
            let (from, to) = (Date::parse(from).unwrap(), Date::parse(to).unwrap());
            day_range(DateRange { from, to }, known, en())
        };
        let months = en().calendar.months;
        let [february, march] = [months[1], months[2]];
        assert_eq!(range("2026-03-06", "2026-03-09", Some(2026)), format!("6–9 {march}"));
        let two_months = format!("27 {february}–2 {march} 2026");
        assert_eq!(range("2026-02-27", "2026-03-02", None), two_months);
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
