//! A canary for every mistake that the loader knows.

use std::collections::BTreeSet;
use std::io::Write;
use std::process::{Command, Stdio};

use botilbud::rules::standard::{BUILT_IN, Problem, Standard, StandardError, Unit};
use botilbud::text::standard_file;
use botilbud::text::words::DA;

use super::{EXAMPLE, evaluate, file, text};

/// Who sees a mistake beside the loader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Schema {
    /// The schema, so that an editor underlines it.
    Sees,
    /// Only the loader: it is about two values, or about the text before it is JSON.
    Cannot,
}

/// One mistake: what is put in place of what, and what is said of it.
struct Canary {
    base: &'static str,
    old: &'static str,
    new: &'static str,
    path: &'static str,
    problem: Problem,
    schema: Schema,
}

impl Canary {
    fn new(change: (&'static str, &'static str), path: &'static str, problem: Problem) -> Canary {
        let (old, new) = change;
        Canary { base: BUILT_IN, old, new, path, problem, schema: Schema::Sees }
    }

    /// The same in the example's file.
    fn in_example(self) -> Canary {
        Canary { base: EXAMPLE, ..self }
    }

    /// The same where the schema sees nothing.
    fn unseen(self) -> Canary {
        Canary { schema: Schema::Cannot, ..self }
    }

    fn text(&self) -> String {
        let text = self.base.replacen(self.old, self.new, 1);
        assert_ne!(text, self.base, "{} changes nothing", self.old);
        text
    }
}

/// Mistakes of every kind; the numbers of a parameter at both ends of what is allowed.
fn canaries() -> Vec<Canary> {
    use Problem::*;
    let new = Canary::new;
    let mut all = vec![
        new(("\"id\": \"koege\",", "\"id\": \"koege\""), "", NotJson { line: 4, column: 3 })
            .unseen(),
        new(("\"approved_by\"", "\"approved\""), "", Twice { line: 6 }).unseen(),
        new(("Køge", "K\u{fffd}ge"), "", NotUtf8 { line: 4 }).unseen(),
        new(("\"street\": \"Torvet 1\",", ""), "contacts.street", Missing),
        new(("\"values\"", "\"valeus\""), "parameters.adult_age.valeus", Unknown),
        new(("\"town\"", "\"fax\": \"1\", \"town\""), "contacts.fax", Unknown),
        new(("\"offers\": [", "\"offers\": {}, \"x\": ["), "offers", NotAList),
        new(("\"contacts\": {", "\"contacts\": [], \"x\": {"), "contacts", NotAnObject),
        new(("\"crisis\"", "\"krise\""), "offers[2]", NotOneOf(offers())),
        new(("\"crisis\"", "\"respite\""), "offers[2]", Repeated),
        new(("\"temporary\", \"respite\"", "\"respite\""), "offers", NeedsTemporary),
        new(
            ("\"offers\": [\"temporary\"", "\"offers\": [\"long_term\", \"temporary\""),
            "offers[4]",
            Repeated,
        ),
        new(("\"respite\", \"crisis\"]", "\"lease\"]"), "offers[1]", NotOffered).in_example(),
        new(("\"approved\": \"2023-04-17\"", "\"approved\": \"17-04-2023\""), "approved", NotADate),
        new(
            ("\"to\": \"2027-01-01\"", "\"to\": \"2026-12-01\""),
            "contacts.closing_days[0].to",
            EndsTooEarly,
        )
        .in_example()
        .unseen(),
        new(
            ("\"from\": \"2023-04-17\", \"value\": 55", "\"from\": \"2023-04-18\", \"value\": 55"),
            "parameters.respite_days_per_year.values[0].from",
            NotFromApproval,
        )
        .unseen(),
        new(
            ("\"from\": \"2025-07-01\"", "\"from\": \"2023-04-17\""),
            "parameters.price_limit_percent.values[1].from",
            NotInOrder,
        )
        .unseen(),
        new(
            ("\"days_per_year\"", "\"days\""),
            "parameters.respite_days_per_year.unit",
            WrongUnit(Unit::DaysPerYear),
        ),
        new(
            ("\"1800.00\"", "\"1.800,00\""),
            "parameters.minimum_under_age_limit.values[0].value",
            NotAnAmount,
        ),
        new(
            ("\"1800.00\"", "1800"),
            "parameters.minimum_under_age_limit.values[0].value",
            NotAnAmount,
        ),
        new(
            (
                "\"standard\": \"long_term\", \"section\": \"Klagemulighed\"",
                "\"section\": \"Klagemulighed\"",
            ),
            "parameters.complaint_days.values[0].source",
            NoSource,
        ),
        new(
            (
                "\"standard\": \"temporary\", \"section\": \"Hvis",
                "\"standard\": \"both\", \"section\": \"Hvis",
            ),
            "parameters.complaint_days.values[0].source.standard",
            NoSuchStandard,
        )
        .in_example()
        .unseen(),
        new(("\"Socialudvalget\"", "\" \""), "approved_by", Empty),
        new(("[\"temporary\", \"respite\", \"crisis\"]", "[]"), "offers", Empty).in_example(),
        new(("56 67 67 67", "56 67 67 6"), "contacts.phone", NotAPhone),
        new(("vf@koege.dk", "vf.koege.dk"), "contacts.mail", NotAMail),
        new(("https://was", "http://was"), "site.accessibility.statement", NotALink).in_example(),
        new(("\"17:30\"", "\"17.30\""), "contacts.opening_hours.thursday.to", NotATime)
            .in_example(),
        new(("\"17:30\"", "\"09:30\""), "contacts.opening_hours.thursday.to", ClosesTooEarly)
            .in_example()
            .unseen(),
        new(
            ("\"log_days\": 14", "\"log_days\": -1"),
            "site.privacy.log_days",
            NotANumberBetween(0, 3660),
        )
        .in_example(),
        new(
            ("\"partial\"", "\"mostly\""),
            "site.accessibility.conformance",
            NotOneOf(vec!["full", "partial", "none"]),
        )
        .in_example(),
        new(
            (
                "\"temporary_follow_up_months\"",
                "\"long_term_follow_up_months\": {}, \"temporary_follow_up_months\"",
            ),
            "parameters.long_term_follow_up_months",
            NotOffered,
        )
        .in_example(),
    ];
    all.extend(numbers());
    all
}

fn offers() -> Vec<&'static str> {
    vec!["temporary", "respite", "crisis", "long_term", "lease"]
}

/// Each number one below the least and one above the most.
fn numbers() -> Vec<Canary> {
    let of = |old, below, above, path, least, most| {
        let problem = || Problem::NotANumberBetween(least, most);
        [Canary::new((old, below), path, problem()), Canary::new((old, above), path, problem())]
    };
    [
        of(
            "\"value\": 18",
            "\"value\": 0",
            "\"value\": 100",
            "parameters.adult_age.values[0].value",
            1,
            99,
        ),
        of(
            "\"value\": 55",
            "\"value\": 0",
            "\"value\": 367",
            "parameters.respite_days_per_year.values[0].value",
            1,
            366,
        ),
        of(
            "\"value\": 4,",
            "\"value\": 0,",
            "\"value\": 32,",
            "parameters.respite_weekend_days.values[0].value",
            1,
            31,
        ),
        of(
            "\"value\": 7,",
            "\"value\": 0,",
            "\"value\": 32,",
            "parameters.respite_week_days.values[0].value",
            1,
            31,
        ),
        of(
            "\"value\": 30",
            "\"value\": 0",
            "\"value\": 100",
            "parameters.minimum_age_limit.values[0].value",
            1,
            99,
        ),
        of(
            "\"value\": 28",
            "\"value\": 0",
            "\"value\": 367",
            "parameters.complaint_days.values[0].value",
            1,
            366,
        ),
        of(
            "\"value\": 3,",
            "\"value\": 0,",
            "\"value\": 121,",
            "parameters.first_follow_up_months.values[0].value",
            1,
            120,
        ),
        of(
            "\"value\": 12",
            "\"value\": 0",
            "\"value\": 121",
            "parameters.temporary_follow_up_months.values[0].value",
            1,
            120,
        ),
        of(
            "\"value\": 24",
            "\"value\": 0",
            "\"value\": 121",
            "parameters.long_term_follow_up_months.values[0].value",
            1,
            120,
        ),
        of(
            "\"value\": 10,",
            "\"value\": -1,",
            "\"value\": 1001,",
            "parameters.price_limit_percent.values[1].value",
            0,
            1000,
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Which kind of mistake it is; a new kind does not compile without a name here.
fn kind(problem: &Problem) -> &'static str {
    match problem {
        Problem::NotJson { .. } => "not_json",
        Problem::Twice { .. } => "twice",
        Problem::NotUtf8 { .. } => "not_utf8",
        Problem::Missing => "missing",
        Problem::Unknown => "unknown",
        Problem::NotOffered => "not_offered",
        Problem::NotAnObject => "not_an_object",
        Problem::NotAList => "not_a_list",
        Problem::NotOneOf(_) => "not_one_of",
        Problem::Repeated => "repeated",
        Problem::NeedsTemporary => "needs_temporary",
        Problem::NotADate => "not_a_date",
        Problem::EndsTooEarly => "ends_too_early",
        Problem::NotFromApproval => "not_from_approval",
        Problem::NotInOrder => "not_in_order",
        Problem::WrongUnit(_) => "wrong_unit",
        Problem::NotANumberBetween(..) => "not_a_number_between",
        Problem::NotAnAmount => "not_an_amount",
        Problem::NoSource => "no_source",
        Problem::NoSuchStandard => "no_such_standard",
        Problem::Empty => "empty",
        Problem::TooLong(_) => "too_long",
        Problem::NotAPhone => "not_a_phone",
        Problem::NotAMail => "not_a_mail",
        Problem::NotALink => "not_a_link",
        Problem::NotATime => "not_a_time",
        Problem::ClosesTooEarly => "closes_too_early",
    }
}

const KINDS: usize = 27;

/// A text of 501 letters cannot be written as a canary's change.
fn too_long() -> (String, StandardError) {
    let text = BUILT_IN.replace("Torvet 1", &"a".repeat(501));
    (text, StandardError { path: "contacts.street".to_owned(), problem: Problem::TooLong(500) })
}

#[test]
fn every_mistake_is_told_with_its_field() {
    for canary in canaries() {
        let told = Standard::load(&canary.text()).unwrap_err();
        let expected =
            StandardError { path: canary.path.to_owned(), problem: canary.problem.clone() };
        assert!(told.contains(&expected), "{} -> {}: {told:#?}", canary.old, canary.new);
    }
    let (text, expected) = too_long();
    assert_eq!(Standard::load(&text).unwrap_err(), [expected]);
}

#[test]
fn every_kind_of_mistake_has_a_canary_and_words_of_its_own() {
    let mut problems: Vec<Problem> = canaries().into_iter().map(|canary| canary.problem).collect();
    problems.push(too_long().1.problem);
    let kinds: BTreeSet<&str> = problems.iter().map(kind).collect();
    assert_eq!(kinds.len(), KINDS, "{kinds:?}");
    let mut words = BTreeSet::new();
    for problem in problems {
        let name = kind(&problem);
        let error = StandardError { path: String::new(), problem };
        let sentence = standard_file::message(&error, &DA);
        assert!(sentence.ends_with('.'), "{sentence}");
        words.insert((name, sentence.chars().take(12).collect::<String>()));
    }
    let distinct: BTreeSet<&String> = words.iter().map(|(_, sentence)| sentence).collect();
    assert!(distinct.len() > KINDS / 2, "{distinct:?}");
}

#[test]
fn the_command_line_lists_everything_at_once_and_fails() {
    let mut many = BUILT_IN.to_owned();
    let changes = [
        ("\"1800.00\"", "\"1.800\"", "parameters.minimum_under_age_limit.values[0].value"),
        ("56 67 67 67", "56", "contacts.phone"),
        ("\"value\": 55", "\"value\": 400", "parameters.respite_days_per_year.values[0].value"),
        ("\"months\"", "\"måneder\"", "parameters.first_follow_up_months.unit"),
        ("\"Klagemulighed\"", "\"\"", "parameters.complaint_days.values[0].source"),
    ];
    for (old, new, _) in changes {
        many = many.replacen(old, new, 1);
    }
    let wrong = file("many-mistakes.json", &many);
    let output = evaluate(&["--check-standard", wrong.to_str().unwrap()], "");
    assert_eq!(output.status.code(), Some(1));
    let told = text(&output.stdout);
    assert_eq!(told.lines().count(), changes.len(), "{told}");
    for (_, _, path) in changes {
        assert!(told.lines().any(|line| line.starts_with(&format!("{path}: "))), "{path}\n{told}");
    }
    // Nothing is computed with such a file, not even what it has right.
    let request = r#"{"tool":"complaint","offer":"long_term","received":"2026-03-05"}"#;
    let output = evaluate(&["--standard", wrong.to_str().unwrap()], request);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0));
    assert_eq!(text(&output.stderr).lines().count(), changes.len());
}

#[test]
fn each_canary_turns_the_check_red() {
    for (number, canary) in canaries().iter().enumerate() {
        let wrong = file(&format!("canary-{number}.json"), canary.text());
        let output = evaluate(&["--check-standard", wrong.to_str().unwrap()], "");
        assert_eq!(output.status.code(), Some(1), "{}", canary.new);
        let place = if canary.path.is_empty() { DA.standard_file.whole } else { canary.path };
        let told = text(&output.stdout);
        assert!(told.contains(&format!("{place}: ")), "{} -> {told}", canary.new);
    }
    let right = file("right.json", BUILT_IN);
    let gone = right.with_file_name("no-such-file.json");
    let status = |path: &std::path::Path| {
        evaluate(&["--check-standard", path.to_str().unwrap()], "").status.code()
    };
    assert_eq!((status(&right), status(&gone)), (Some(0), Some(1)));
}

#[test]
fn a_file_saved_in_another_encoding_is_told_to_be_so() {
    let latin: Vec<u8> =
        BUILT_IN.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap_or(b'?')).collect();
    let wrong = file("latin.json", latin);
    let output = evaluate(&["--check-standard", wrong.to_str().unwrap()], "");
    assert!(text(&output.stdout).contains("UTF-8"), "{output:?}");
}

/// What the schema says of documents.
fn schema_accepts(documents: &[String]) -> Vec<bool> {
    let root = env!("CARGO_MANIFEST_DIR");
    let mut node = Command::new("node")
        .current_dir(root)
        .arg("tools/check_schema.mjs")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{error}: node is needed, as for building the pages"));
    let mut input = node.stdin.take().unwrap();
    for document in documents {
        let value: serde_json::Value = serde_json::from_str(document).unwrap();
        writeln!(input, "{value}").unwrap();
    }
    drop(input);
    let output = node.wait_with_output().unwrap();
    let lines = text(&output.stdout);
    assert_eq!(lines.lines().count(), documents.len(), "{lines}");
    lines.lines().map(|line| line == "true").collect()
}

#[test]
fn the_schema_agrees_with_the_loader() {
    let of_json =
        |problem: &Problem| !matches!(problem, Problem::NotJson { .. } | Problem::Twice { .. });
    let canaries: Vec<Canary> =
        canaries().into_iter().filter(|canary| of_json(&canary.problem)).collect();
    let mut documents: Vec<String> = canaries.iter().map(Canary::text).collect();
    documents.extend([BUILT_IN, EXAMPLE].map(str::to_owned));
    documents.push(too_long().0);
    let accepted = schema_accepts(&documents);
    for (canary, accepted) in canaries.iter().zip(&accepted) {
        let sees = canary.schema == Schema::Sees;
        assert_eq!(!accepted, sees, "{} -> {}", canary.old, canary.new);
    }
    assert_eq!(accepted[canaries.len()..], [true, true, false]);
}
