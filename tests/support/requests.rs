//! Requests of every tool, thousands of them, the same wherever they are made: natively and in a
//! browser, today and in a year.

use std::fmt::Write;

/// Numbers that look random and never change (xorshift by Marsaglia).
pub struct Numbers(pub u64);

impl Numbers {
    /// A number from 0, below `end`.
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }

    /// One of these.
    pub fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[usize::try_from(self.below(all.len() as u64)).unwrap()]
    }

    fn date(&mut self, first_year: u64, years: u64) -> String {
        let (year, month) = (first_year + self.below(years), 1 + self.below(12));
        format!("{year}-{month:02}-{:02}", 1 + self.below(28))
    }

    fn amount(&mut self, kroner: u64) -> String {
        format!("{}.{:02}", self.below(kroner), self.below(100))
    }

    /// Stays in order, a few days to some weeks apart.
    fn stays(&mut self, most: u64) -> String {
        let mut stays = Vec::new();
        let (mut month, mut day) = (1, 1);
        for _ in 0..self.below(most + 1) {
            day += self.below(20);
            if day > 24 {
                (month, day) = (month + 1, 1 + self.below(5));
            }
            if month > 12 {
                break;
            }
            let until = day + self.below(4);
            stays.push(format!(
                "{{\"arrival\":\"2026-{month:02}-{day:02}\",\"departure\":\"2026-{month:02}-{until:02}\"}}"
            ));
            day = until + self.below(2);
        }
        format!("[{}]", stays.join(","))
    }

    /// Answers to some of the questions.
    fn answers(&mut self, questions: &[&str]) -> String {
        let mut answers = Vec::new();
        for question in questions {
            if self.below(4) > 0 {
                let answer = self.one_of(&["yes", "no", "unknown"]);
                answers.push(format!("\"{question}\":\"{answer}\""));
            }
        }
        format!("{{{}}}", answers.join(","))
    }

    fn lines(&mut self, kinds: &[&str]) -> String {
        let lines: Vec<String> = (0..self.below(5))
            .map(|_| {
                let (kind, amount) = (self.one_of(kinds), self.amount(9_000));
                format!("{{\"kind\":\"{kind}\",\"amount\":\"{amount}\"}}")
            })
            .collect();
        format!("[{}]", lines.join(","))
    }
}

/// The first `count` requests, one line of the contract each.
pub fn requests(count: usize) -> Vec<String> {
    let mut numbers = Numbers(0x9E37_79B9_7F4A_7C15);
    (0..count).map(|number| request(number, &mut numbers)).collect()
}

const ELIGIBILITY: [&str; 11] = [
    "physical_impairment",
    "mental_impairment",
    "special_social_problems",
    "support_for_a_period",
    "impairment_is_lasting",
    "extensive_lasting_need",
    "enough_support_at_home",
    "enough_support_elsewhere",
    "needs_respite",
    "in_crisis_group",
    "lives_in_temporary_housing",
];
const FREE_CHOICE: [&str; 5] = [
    "suitable",
    "registered",
    "not_much_dearer",
    "other_municipality",
    "both_municipalities_agree",
];
const INCOME: [&str; 6] =
    ["pension", "cash_benefit", "sickness_benefit", "wages", "student_grant", "other"];
const EXPENSES: [&str; 7] =
    ["medicine", "insurance", "transport", "own_home", "union", "guardian", "other"];
const CHARGES: [&str; 9] =
    ["rent", "electricity", "water", "heating", "food", "laundry", "tv", "internet", "other"];
const OFFERS: [&str; 3] = ["temporary", "long_term", "lease"];

fn request(number: usize, numbers: &mut Numbers) -> String {
    let offer = numbers.one_of(&OFFERS);
    let mut line = String::new();
    match number % 7 {
        0 => {
            let stays = numbers.stays(14);
            write!(line, "{{\"tool\":\"respite\",\"stays\":{stays}").unwrap();
            if numbers.below(2) == 0 {
                write!(line, ",\"granted_days\":{}", numbers.below(56)).unwrap();
            }
            if numbers.below(2) == 0 {
                write!(line, ",\"grant_start\":\"{}\"", numbers.date(2024, 4)).unwrap();
            }
        }
        1 => {
            let (date, born) = (numbers.date(2024, 6), numbers.date(1930, 75));
            let (income, expenses) = (numbers.lines(&INCOME), numbers.lines(&EXPENSES));
            let charges = numbers.lines(&CHARGES);
            write!(
                line,
                "{{\"tool\":\"payment\",\"offer\":\"{offer}\",\"date\":\"{date}\",\"birth_date\":\"{born}\",\
                 \"income\":{income},\"expenses\":{expenses},\"charges\":{charges}"
            )
            .unwrap();
            if numbers.below(2) == 0 {
                write!(line, ",\"debt\":\"{}\"", numbers.amount(2_000)).unwrap();
            }
        }
        2 => {
            let received = numbers.date(2024, 8);
            write!(
                line,
                "{{\"tool\":\"complaint\",\"offer\":\"{offer}\",\"received\":\"{received}\""
            )
            .unwrap();
        }
        3 => {
            let (moved_in, count) = (numbers.date(2024, 8), 1 + numbers.below(50));
            write!(
                line,
                "{{\"tool\":\"follow_up\",\"offer\":\"{offer}\",\"moved_in\":\"{moved_in}\",\"count\":{count}"
            )
            .unwrap();
        }
        4 => {
            let (date, answers) = (numbers.date(2024, 4), numbers.answers(&FREE_CHOICE));
            let (wanted, reference) = (numbers.amount(120_000), 1 + numbers.below(120_000));
            write!(
                line,
                "{{\"tool\":\"free_choice\",\"offer\":\"{offer}\",\"date\":\"{date}\",\"answers\":{answers},\
                 \"wanted_price\":\"{wanted}\",\"reference_price\":\"{reference}\""
            )
            .unwrap();
        }
        5 => {
            let (date, born) = (numbers.date(2024, 4), numbers.date(1930, 90));
            let answers = numbers.answers(&ELIGIBILITY);
            write!(
                line,
                "{{\"tool\":\"eligibility\",\"date\":\"{date}\",\"birth_date\":\"{born}\",\"answers\":{answers}"
            )
            .unwrap();
        }
        _ => {
            let booked = numbers.stays(3);
            let (days, count) = (1 + numbers.below(7), numbers.below(9));
            let day = numbers.one_of(&["monday", "friday", "sunday"]);
            write!(
                line,
                "{{\"tool\":\"suggest\",\"period\":{{\"from\":\"2026-01-01\",\"to\":\"2026-12-31\"}},\
                 \"booked\":{booked},\"shapes\":[{{\"arrival_weekday\":\"{day}\",\"days\":{days},\
                 \"count\":{count}}}]"
            )
            .unwrap();
        }
    }
    line.push('}');
    line
}
