use super::*;

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// The only problem after putting `new` in place of the first `old`.
fn problem(old: &str, new: &str) -> StandardError {
    let problems = problems(old, new);
    assert_eq!(problems.len(), 1, "{problems:?}");
    problems[0].clone()
}

fn problems(old: &str, new: &str) -> Vec<StandardError> {
    let changed = BUILT_IN.replacen(old, new, 1);
    assert_ne!(changed, BUILT_IN, "the change must change something");
    Standard::load(&changed).unwrap_err()
}

#[test]
fn the_version_is_the_day_the_set_began() {
    let standard = Standard::built_in().unwrap();
    let version = |on: &str| standard.on(date(on)).map(|p| p.version.iso());
    assert_eq!(version("2023-04-17").as_deref(), Ok("2023-04-17"));
    assert_eq!(version("2025-06-30").as_deref(), Ok("2023-04-17"));
    assert_eq!(version("2025-07-01").as_deref(), Ok("2025-07-01"));
    assert_eq!(version("2023-04-16"), Err(NoStandard { approved: date("2023-04-17") }));
}

#[test]
fn wrong_data_names_field_and_remedy() {
    let unit = problem("\"days_per_year\"", "\"days\"");
    assert_eq!(unit.path, "parameters.respite_days_per_year.unit");
    assert_eq!(unit.problem, Problem::WrongUnit(Unit::DaysPerYear));

    let from = "\"from\": \"2023-04-17\", \"value\": 55";
    let gap = problem(from, "\"from\": \"2023-04-18\", \"value\": 55");
    assert_eq!(gap.problem, Problem::NotFromApproval);

    let overlap = problem("2025-07-01", "2023-04-17");
    assert_eq!(overlap.path, "parameters.price_limit_percent.values[1].from");
    assert_eq!(overlap.problem, Problem::NotInOrder);

    assert_eq!(problem("\"1800.00\"", "\"1.800\"").problem, Problem::NotAnAmount);
    assert_eq!(
        problem("\"value\": 55", "\"value\": 0").problem,
        Problem::NotANumberBetween(1, 366)
    );
    assert_eq!(
        problem("\"section\": \"Klagemulighed\"", "\"law\": \"x\"").problem,
        Problem::NoSource
    );
    assert_eq!(problem("\"Torvet 1\"", "\" \"").path, "contacts.street");
    assert_eq!(problem("\"value\": null, ", "").problem, Problem::Missing);
    assert!(matches!(problem("{", "[").problem, Problem::NotJson { line: 2, .. }));
}

#[test]
fn everything_wrong_is_told_at_once() {
    let found = problems("\"adult_age\"", "\"adult_aeg\"");
    let found: Vec<_> = found.iter().map(|wrong| (wrong.path.as_str(), &wrong.problem)).collect();
    assert_eq!(
        found,
        [("parameters.adult_aeg", &Problem::Unknown), ("parameters.adult_age", &Problem::Missing),]
    );
}

#[test]
fn the_list_for_people_has_every_value() {
    let entries = Standard::built_in().unwrap().entries();
    assert_eq!(entries.len(), ParameterId::ALL.len() + 1);
    let limits: Vec<_> =
        entries.iter().filter(|entry| entry.id == ParameterId::PriceLimitPercent).collect();
    assert_eq!(limits[0].to, Some(date("2025-06-30")));
    assert_eq!(limits[1].value, Value::Number(10));
    assert_eq!(limits[1].source, Source::Law("Serviceloven § 108, stk. 2".to_owned()));
}

#[test]
fn a_value_is_found_by_its_date() {
    let standard = Standard::built_in().unwrap();
    let limit = |on| standard.entry(ParameterId::PriceLimitPercent, date(on));
    assert_eq!(limit("2023-04-16"), None);
    assert_eq!(limit("2025-06-30").map(|entry| entry.value), Some(Value::NotFixed));
    let in_force = limit("2025-07-01").unwrap();
    assert_eq!((in_force.value, in_force.from), (Value::Number(10), date("2025-07-01")));
    assert_eq!(limit("2100-12-31"), Some(in_force));
}

/// The data with these opening hours.
fn with_hours(hours: &str) -> Result<Standard, Vec<StandardError>> {
    let mail = "\"mail\": \"vf@koege.dk\"";
    let changed = BUILT_IN.replacen(mail, &format!("{mail}, \"opening_hours\": {hours}"), 1);
    assert_ne!(changed, BUILT_IN);
    Standard::load(&changed)
}

#[test]
fn opening_hours_are_read_where_there_are_any() {
    assert_eq!(Standard::built_in().unwrap().contacts.opening_hours, None);
    let standard = with_hours(
        r#"{"monday": {"from": "09:00", "to": "15:00"}, "friday": {"from": "08:30", "to": "13:05"}}"#,
    );
    let hours = standard.unwrap().contacts.opening_hours.unwrap();
    let on = |text: &str| hours.on(date(text).weekday()).map(|open| (open.from, open.to));
    let time = |hour, minute| TimeOfDay { hour, minute };
    assert_eq!(on("2026-11-23"), Some((time(9, 0), time(15, 0))));
    assert_eq!(on("2026-11-27"), Some((time(8, 30), time(13, 5))));
    assert_eq!(on("2026-11-24"), None);
}

#[test]
fn wrong_opening_hours_name_field_and_remedy() {
    for (hours, path, problem) in [
        ("[]", "", Problem::NotAnObject),
        ("{}", "", Problem::Empty),
        (r#"{"mandag": {"from": "09:00", "to": "15:00"}}"#, ".mandag", Problem::Unknown),
        (r#"{"monday": "9-15"}"#, ".monday", Problem::NotAnObject),
        (r#"{"monday": {"from": "09:00"}}"#, ".monday.to", Problem::Missing),
        (r#"{"monday": {"from": "9", "to": "15:00"}}"#, ".monday.from", Problem::NotATime),
        (r#"{"monday": {"from": "09:00", "to": 15}}"#, ".monday.to", Problem::NotATime),
        (r#"{"monday": {"from": "09:00", "to": "09:00"}}"#, ".monday.to", Problem::ClosesTooEarly),
    ] {
        let path = format!("contacts.opening_hours{path}");
        assert_eq!(with_hours(hours).unwrap_err(), [StandardError { path, problem }]);
    }
}

#[test]
fn every_wrong_day_is_told_at_once() {
    let hours = r#"{"monday": {"from": "9", "to": "15"}, "friday": {"to": "13:00"}}"#;
    assert_eq!(with_hours(hours).unwrap_err().len(), 3);
}
