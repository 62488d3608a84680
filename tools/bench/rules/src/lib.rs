//! The questions by which the speed of the rules is measured, the same natively and in a browser.

use std::fmt::Write;
use std::sync::LazyLock;

use botilbud::request::answer_line;
use botilbud::rules::date::Date;
use botilbud::rules::standard::Standard;
use botilbud::text::contract;
use botilbud::text::words::DA;
use serde_json::{Value, json};

/// The worked examples of each tool.
const CASES: [(&str, &str); 7] = [
    ("complaint", include_str!("../../../../tests/cases/complaint.json")),
    ("eligibility", include_str!("../../../../tests/cases/eligibility.json")),
    ("follow_up", include_str!("../../../../tests/cases/follow_up.json")),
    ("free_choice", include_str!("../../../../tests/cases/free_choice.json")),
    ("payment", include_str!("../../../../tests/cases/payment.json")),
    ("respite", include_str!("../../../../tests/cases/respite.json")),
    ("suggest", include_str!("../../../../tests/cases/suggest.json")),
];

/// Something to ask the rules.
pub struct Question {
    /// What it belongs to: `tool`, `year`, or what grows.
    pub group: &'static str,
    /// Its name within the group; where something grows, how large it is.
    pub name: String,
    line: String,
}

impl Question {
    fn new(group: &'static str, name: impl ToString, request: &Value) -> Question {
        Question { group, name: name.to_string(), line: request.to_string() }
    }

    /// Asks it: a line of the contract in, a line out.
    ///
    /// # Panics
    /// When the rules refuse it: then there is nothing to measure.
    pub fn answer(&self, standard: &Standard) -> String {
        let answer =
            answer_line(self.line.as_bytes(), standard, &|error| contract::message(error, &DA));
        assert!(!answer.starts_with("{\"error\""), "{} {}: {answer}", self.group, self.name);
        answer
    }
}

/// The standard that is built in.
///
/// # Panics
/// When it is not whole.
pub fn standard() -> Standard {
    Standard::built_in().unwrap_or_else(|errors| panic!("{errors:?}"))
}

/// Every question.
pub fn questions() -> Vec<Question> {
    let tools = CASES.map(|(tool, cases)| Question::new("tool", tool, &fullest(cases)));
    let mut all = Vec::from(tools);
    all.push(Question::new("year", "suggest", &year()));
    for count in [625, 1250, 2500, 5000, 10_000] {
        all.push(Question::new("stays counted", count, &counted(count)));
    }
    for count in [6, 12, 24, 48] {
        let shapes = json!([{"days": 1, "count": count}]);
        all.push(Question::new("stays suggested", count, &suggested(1095, &shapes)));
    }
    for days in [137, 274, 548, 1095] {
        let shapes = json!([{"days": 3, "count": 12}]);
        all.push(Question::new("days searched", days, &suggested(days, &shapes)));
    }
    for shapes in 1..=4_u32 {
        let count = 12 / shapes;
        let wishes: Vec<Value> =
            (0..shapes).map(|shape| json!({"days": 2 + shape, "count": count})).collect();
        // How many of each shape are placed already is what the search has to tell apart.
        let states = (count + 1).pow(shapes);
        all.push(Question::new("shapes suggested", states, &suggested(365, &json!(wishes))));
    }
    all
}

/// The case with the longest good request.
fn fullest(cases: &str) -> Value {
    let cases: Vec<Value> = serde_json::from_str(cases).unwrap_or_default();
    let good = cases.iter().filter(|case| case["expected"]["error"].is_null());
    let requests = good.map(|case| &case["request"]);
    requests.max_by_key(|request| request.to_string().len()).cloned().unwrap_or_default()
}

/// A year as somebody plans it: long weekends and a week, around what is booked and what will not do.
fn year() -> Value {
    json!({
        "tool": "suggest",
        "period": {"from": "2026-01-01", "to": "2026-12-31"},
        "granted_days": 55,
        "booked": [{"arrival": "2026-02-06", "departure": "2026-02-09"}],
        "unavailable": [{"from": "2026-12-23", "to": "2026-12-27"}],
        "must_cover": [{"from": "2026-07-13", "to": "2026-07-15"}],
        "shapes": [
            {"arrival_weekday": "friday", "days": 4, "count": 11},
            {"arrival_weekday": "monday", "days": 7, "count": 1},
        ],
    })
}

/// So many stays of three days, a day apart; the last ones are of 2025.
fn counted(count: i32) -> Value {
    let stays: Vec<Value> = (-count..0)
        .map(|stay| json!({"arrival": day(stay * 4), "departure": day(stay * 4 + 2)}))
        .collect();
    json!({"tool": "respite", "stays": stays})
}

/// A plan for so many days.
fn suggested(days: i32, shapes: &Value) -> Value {
    json!({
        "tool": "suggest",
        "period": {"from": day(0), "to": day(days - 1)},
        "granted_days": 55,
        "shapes": shapes,
    })
}

/// A day by its distance from 1 January 2026.
fn day(distance: i32) -> String {
    Date::parse("2026-01-01").map(|first| first.plus_days(distance).iso()).unwrap_or_default()
}

/// What the browser asks; made when it first does.
static ASKED: LazyLock<(Standard, Vec<Question>)> = LazyLock::new(|| (standard(), questions()));

/// A question's group and name, each ended by a line end, at the address that is returned; beyond
/// the last question nothing but a zero byte.
#[unsafe(no_mangle)]
pub extern "C" fn question(place: usize) -> *const u8 {
    let mut text = String::new();
    if let Some(question) = ASKED.1.get(place) {
        // Writing to a text does not fail.
        let _ = write!(text, "{}\n{}\n", question.group, question.name);
    }
    text.push('\0');
    text.leak().as_ptr()
}

/// Asks a question so many times; returns how long the answers are together.
#[unsafe(no_mangle)]
pub extern "C" fn ask(place: usize, times: u32) -> usize {
    let (standard, questions) = &*ASKED;
    let question = &questions[place];
    (0..times).map(|_| question.answer(standard).len()).sum()
}
