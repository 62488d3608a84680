//! Deadlines and follow-ups, taken along to a calendar. The rest of the program comes in through
//! [`doors`].

pub mod doors;

use super::asked::Standing;
use super::model::Model;
use super::tool::{Outcome, Tool};
use crate::draft::Context;
use crate::exchange::calendar_file::{Stamp, write};
use crate::exchange::dates_file::{Writing, of_complaint, of_follow_ups};

/// A calendar file to save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatesFile {
    /// The file's name.
    pub name: &'static str,
    /// What is in it.
    pub text: String,
}

impl Model {
    /// The dates of a tool's result that are not past; none when the result no longer holds or
    /// has no such dates.
    pub fn dates_file(&self, tool: Tool, stamp: Stamp, context: Context) -> Option<DatesFile> {
        let Context { today, standard, edition, words, .. } = context;
        let writing = Writing { today, stamp, standard, language: edition.language, words };
        let (name, file) = match self.standing(tool) {
            Standing::Fresh(Outcome::Complaint(outcome)) => {
                let result = &outcome.answer.result;
                ("klagefrist.ics", of_complaint(&outcome.decision, result, writing))
            }
            Standing::Fresh(Outcome::FollowUp(outcome)) => {
                let result = &outcome.answer.result;
                let others = &outcome.from_move_in;
                ("opfoelgning.ics", of_follow_ups(&outcome.move_in, result, others, writing))
            }
            _ => return None,
        };
        (!file.events.is_empty()).then(|| DatesFile { name, text: write(&file) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::event::{Action, Event};
    use crate::app::model::Outside;
    use crate::app::page::Page;
    use crate::draft::testing::context;
    use crate::rules::date::Date;

    fn on(today: &str) -> Context {
        Context { today: Date::parse(today).unwrap(), ..context() }
    }

    fn asked(tool: Tool, fields: &[(&str, &str)], today: &str) -> Model {
        let mut model = Model::new(Page::Dates, on(today));
        for (field, text) in fields {
            let (field, text) = ((*field).to_owned(), (*text).to_owned());
            model.update(Event::Typed { field, text }, on(today));
        }
        model.update(Event::Submitted(tool), on(today));
        model
    }

    fn complaint(offer: &str, received: &str, today: &str) -> Model {
        let fields = [("complaint-offer", offer), ("complaint-received", received)];
        asked(Tool::Complaint, &fields, today)
    }

    fn follow_up(offer: &str, moved_in: &str, today: &str) -> Model {
        let fields = [("follow-offer", offer), ("follow-moved", moved_in)];
        asked(Tool::FollowUp, &fields, today)
    }

    fn text(model: &Model, tool: Tool, today: &str) -> Option<String> {
        let stamp = Stamp::new(Date::parse(today).unwrap(), 34_567).unwrap();
        let file = model.dates_file(tool, stamp, on(today))?;
        Some(file.text.replace("\r\n ", ""))
    }

    /// The values of a property, one for each event.
    fn values(text: &str, property: &str) -> Vec<String> {
        let lines = text.lines().filter_map(|line| line.strip_prefix(property));
        lines.map(str::to_owned).collect()
    }

    #[test]
    fn a_moved_deadline_is_two_days_with_a_reminder_each() {
        let today = "2026-03-10";
        let text = text(&complaint("long_term", "5.3.2026", today), Tool::Complaint, today);
        let text = text.unwrap();
        assert_eq!(values(&text, "DTSTART;VALUE=DATE:"), ["20260402", "20260407"]);
        assert_eq!(values(&text, "TRIGGER:"), ["-P1DT15H", "-P1DT15H"]);
        let titles = [
            "Klagen skal helst være fremme senest 2. april 2026",
            "Klagefristen slutter 7. april 2026",
        ];
        assert_eq!(values(&text, "SUMMARY;LANGUAGE=da:"), titles);
        assert!(text.contains("Torvet 1") && text.contains("vf@koege.dk"), "{text}");
        // Who reads along in the calendar learns nothing of the decision.
        assert!(!text.contains("botilbud ") && !text.contains("5. marts"), "{text}");
    }

    #[test]
    fn written_again_the_events_are_the_same_and_for_another_decision_others() {
        let uids = |offer, received, today| {
            let text = text(&complaint(offer, received, today), Tool::Complaint, today).unwrap();
            values(&text, "UID:")
        };
        let first = uids("long_term", "5.3.2026", "2026-03-10");
        assert_ne!(first[0], first[1]);
        assert_eq!(uids("lease", "5.3.2026", "2026-03-11"), first);
        // The safest date is past, the deadline is still the same event.
        assert_eq!(uids("long_term", "5.3.2026", "2026-04-03"), first[1..]);
        assert!(!first.contains(&uids("long_term", "6.3.2026", "2026-03-10")[0]));
    }

    #[test]
    fn nothing_is_written_of_what_is_past_or_no_longer_holds() {
        let today = "2026-04-08";
        let mut model = complaint("long_term", "5.3.2026", today);
        assert_eq!(text(&model, Tool::Complaint, today), None);
        assert_eq!(text(&model, Tool::FollowUp, today), None);
        assert_eq!(text(&model, Tool::Payment, today), None);
        let (field, typed) = ("complaint-received".to_owned(), "1.4.2026".to_owned());
        model.update(Event::Submitted(Tool::Complaint), on(today));
        model.update(Event::Typed { field, text: typed }, on(today));
        assert_eq!(text(&model, Tool::Complaint, today), None);
    }

    #[test]
    fn follow_ups_still_to_come_keep_their_names_and_say_the_other_reading() {
        let dates = |today| {
            let model = follow_up("temporary", "31.1.2026", today);
            let text = text(&model, Tool::FollowUp, today).unwrap();
            let uids = values(&text, "UID:");
            (values(&text, "DTSTART;VALUE=DATE:"), uids, text)
        };
        let (early, early_uids, text) = dates("2026-02-01");
        assert_eq!(early, ["20260430", "20270430", "20280430", "20290430"]);
        assert!(!text.contains("VALARM"));
        assert_eq!(text.matches("Tæller man fra indflytningen").count(), 3);
        assert!(text.contains("er datoen 31. januar 2027."), "{text}");
        // Of another kind of offer the same follow-ups lie on other days, and move there.
        let lease = follow_up("lease", "31.1.2026", "2026-02-01");
        let lease = super::tests::text(&lease, Tool::FollowUp, "2026-02-01").unwrap();
        assert_eq!(values(&lease, "UID:"), early_uids);
        assert_ne!(values(&lease, "DTSTART;VALUE=DATE:"), early);
        let (later, later_uids, _) = dates("2026-11-22");
        assert_eq!((&later[..], &later_uids[..]), (&early[1..], &early_uids[1..]));
    }

    #[test]
    fn the_button_goes_outside() {
        let mut model = follow_up("lease", "31.1.2026", "2026-11-22");
        let effects =
            model.update(Event::Pressed(Action::SaveDates(Tool::FollowUp)), on("2026-11-22"));
        assert_eq!(effects.outside, Some(Outside::SaveDates(Tool::FollowUp)));
    }
}
