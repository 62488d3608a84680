use super::*;
use crate::rules::standard::Standard;

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn stay(from: &str, to: &str) -> Stay {
    Stay::new(date(from), date(to)).unwrap()
}

fn plan(granted: u32, stays: &[Stay]) -> Plan {
    Plan { granted_days: Some(granted), stays: stays.to_vec(), ..Plan::default() }
}

fn relief(plan: &Plan) -> Option<Relief> {
    let parameters = Standard::built_in().unwrap().on(date("2026-11-22")).unwrap();
    ways_back(plan, &parameters.respite.unwrap())
}

fn ways(plan: &Plan) -> Vec<Way> {
    relief(plan).unwrap().ways
}

#[test]
fn a_plan_under_the_days_granted_needs_no_way_back() {
    let stays = [stay("2026-03-06", "2026-03-09")];
    assert_eq!(relief(&plan(4, &stays)), None);
    let overlapping = [stay("2026-03-06", "2026-03-09"), stay("2026-03-07", "2026-03-10")];
    assert_eq!(relief(&plan(4, &overlapping)), None);
}

#[test]
fn two_days_too_many_can_be_mended_in_three_ways() {
    let (march, july, december) = (
        stay("2026-03-06", "2026-03-09"),
        stay("2026-07-13", "2026-07-19"),
        stay("2026-12-18", "2026-12-21"),
    );
    let found = relief(&plan(13, &[december, march, july])).unwrap();
    assert_eq!((found.period, found.over), (DateRange::calendar_year(2026).unwrap(), 2));
    let expected = [
        Way::Shorten { stay: july, by: 2, to: stay("2026-07-13", "2026-07-17") },
        // A week later it would still lie in 2026.
        Way::Move { from: december, to: stay("2027-01-01", "2027-01-04") },
        Way::Remove { stays: vec![december] },
    ];
    assert_eq!(found.ways, expected);
}

#[test]
fn only_days_of_the_period_are_taken_off() {
    let new_year = stay("2026-12-27", "2027-01-03");
    let [Way::Shorten { to, .. }, ..] = &ways(&plan(3, &[new_year]))[..] else { panic!() };
    assert_eq!(*to, stay("2026-12-29", "2027-01-03"));
    let later = stay("2027-05-01", "2027-05-04");
    let [Way::Shorten { to, .. }, ..] = &ways(&plan(6, &[new_year, later]))[..] else { panic!() };
    assert_eq!(*to, stay("2026-12-27", "2027-01-02"));
}

#[test]
fn where_one_stay_is_too_short_several_are_shortened_and_given_up() {
    let (january, march, may) = (
        stay("2026-01-02", "2026-01-04"),
        stay("2026-03-06", "2026-03-09"),
        stay("2026-05-01", "2026-05-04"),
    );
    let found = ways(&plan(6, &[january, march, may]));
    let shortened = vec![
        (january, stay("2026-01-02", "2026-01-03")),
        (march, stay("2026-03-06", "2026-03-07")),
        (may, stay("2026-05-01", "2026-05-02")),
    ];
    let expected =
        [Way::ShortenSeveral { changes: shortened }, Way::Remove { stays: vec![january, may] }];
    assert_eq!(found, expected);
}

/// Two of four days each are enough and shorter than the longest and another.
#[test]
fn as_few_days_as_possible_are_given_up() {
    let (long, first, second) = (
        stay("2026-01-05", "2026-01-11"),
        stay("2026-03-06", "2026-03-09"),
        stay("2026-05-01", "2026-05-04"),
    );
    let found = ways(&plan(7, &[long, first, second]));
    assert_eq!(found.last(), Some(&Way::Remove { stays: vec![first, second] }));
}

#[test]
fn a_stay_is_moved_neither_into_temporary_housing_nor_beside_another() {
    let (december, january) = (stay("2026-12-18", "2026-12-21"), stay("2027-01-04", "2027-01-04"));
    let living = TemporaryStay { from: date("2027-01-10"), to: Some(date("2027-01-20")) };
    let crowded = Plan {
        temporary_housing: vec![living],
        ..plan(7, &[stay("2026-06-01", "2026-06-04"), december, january])
    };
    let moved = ways(&crowded).into_iter().find(|way| matches!(way, Way::Move { .. }));
    let expected = Way::Move { from: december, to: stay("2027-01-22", "2027-01-25") };
    assert_eq!(moved, Some(expected));
}

/// Four days are too many for any year that grants three; over New Year they fall in two years.
#[test]
fn a_stay_is_moved_to_where_no_year_is_put_over() {
    let (december, january) = (stay("2026-12-18", "2026-12-21"), stay("2027-01-04", "2027-01-04"));
    let moved = ways(&plan(3, &[december, january])).into_iter();
    let moved = moved.filter(|way| matches!(way, Way::Move { .. })).collect::<Vec<_>>();
    assert_eq!(moved, [Way::Move { from: december, to: stay("2027-12-31", "2028-01-03") }]);
}

#[test]
fn a_grant_year_is_brought_back_when_no_calendar_year_is_over() {
    let (december, january) = (stay("2026-12-18", "2026-12-21"), stay("2027-01-08", "2027-01-11"));
    let over = Plan { grant_start: Some(date("2026-07-01")), ..plan(7, &[december, january]) };
    let found = relief(&over).unwrap();
    let grant_year = DateRange { from: date("2026-07-01"), to: date("2027-06-30") };
    assert_eq!((found.period, found.over), (grant_year, 1));
    assert_eq!(
        found.ways[0],
        Way::Shorten { stay: december, by: 1, to: stay("2026-12-18", "2026-12-20") }
    );
    // January to after the grant year is 25 weeks, December to before it the same.
    assert_eq!(found.ways[1], Way::Move { from: january, to: stay("2027-07-02", "2027-07-05") });
}
