//! Where a person is among the questions of the check: computed from the answers alone, so that
//! going back, changing an answer and opening a case file all lead to the same place.

use super::page::Step;
use super::sheet::Sheet;
use crate::draft::Context;
use crate::draft::eligibility::interview;
use crate::rules::eligibility::Question;
use crate::rules::eligibility::interview::{Interview, ORDER};

/// The questions that were asked, and the one that comes next.
pub struct Course {
    /// What was answered, and what can still change a verdict.
    pub interview: Interview,
    /// The questions that have a page: those that are answered, and the first of those that are
    /// not, in the order in which they are asked.
    pub questions: Vec<Question>,
}

impl Course {
    /// The course that what is typed leads along; nothing when there are no rules for today.
    pub fn of(sheet: &Sheet, context: Context) -> Option<Course> {
        let interview = interview(sheet, context)?;
        let has_page = |question: &Question| {
            interview.next() == Some(*question) || interview.counted.get(*question).is_some()
        };
        let questions = ORDER.into_iter().filter(has_page).collect();
        Some(Course { interview, questions })
    }

    /// The question at a place, counted from 1.
    pub fn question(&self, place: u8) -> Option<Question> {
        let before = usize::from(place).checked_sub(1)?;
        self.questions.get(before).copied()
    }

    /// The step of a question.
    pub fn step_of(&self, question: Question) -> Step {
        let before = self.questions.iter().position(|other| *other == question);
        let place = before.and_then(|before| u8::try_from(before.saturating_add(1)).ok());
        place.map_or(Step::Start, Step::Question)
    }

    /// What is lacking next: an answer, or a look at all of them.
    pub fn next(&self) -> Step {
        self.interview.next().map_or(Step::Answers, |question| self.step_of(question))
    }

    /// The step that is shown where this one is asked for: an address can be older than the
    /// answers, or lead further than they do.
    pub fn shown(&self, wanted: Step) -> Step {
        let is_begun = !self.interview.counted.is_empty() || self.interview.open.is_empty();
        match wanted {
            Step::Question(place) if self.question(place).is_some() => wanted,
            Step::Question(_) if is_begun => self.next(),
            Step::Answers | Step::Result if is_begun => wanted,
            _ => Step::Start,
        }
    }

    /// The step before this one.
    pub fn before(&self, step: Step) -> Option<Step> {
        match step {
            Step::Start => None,
            Step::Question(place) => Some(match place.saturating_sub(1) {
                0 => Step::Start,
                before => Step::Question(before),
            }),
            Step::Answers => Some(self.last()),
            Step::Result => Some(Step::Answers),
        }
    }

    fn last(&self) -> Step {
        self.questions.last().map_or(Step::Start, |question| self.step_of(*question))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::verified;
    use crate::draft::eligibility::field;
    use crate::draft::testing::context;
    use crate::rules::logic::Truth;

    fn course(sheet: &Sheet) -> Course {
        Course::of(sheet, context()).unwrap()
    }

    fn answer(sheet: &mut Sheet, question: Question, truth: Truth) {
        sheet.set(field(question), truth.code());
    }

    /// Answers every question that is next with the same.
    fn answered_throughout(truth: Truth) -> Sheet {
        let mut sheet = Sheet::default();
        while let Some(question) = course(&sheet).interview.next() {
            answer(&mut sheet, question, truth);
        }
        sheet
    }

    #[test]
    fn it_leads_from_one_question_to_the_next_and_to_the_answers() {
        let mut sheet = Sheet::default();
        let mut place = 1;
        while let Some(question) = course(&sheet).interview.next() {
            assert_eq!(course(&sheet).next(), Step::Question(place));
            assert_eq!(course(&sheet).question(place), Some(question));
            assert_eq!(course(&sheet).question(place + 1), None, "only the next has a page");
            answer(&mut sheet, question, Truth::Unknown);
            assert_eq!(course(&sheet).step_of(question), Step::Question(place));
            place += 1;
        }
        assert!(place > 6, "who knows nothing is asked much");
        assert_eq!(course(&sheet).next(), Step::Answers);
    }

    #[test]
    fn from_every_step_one_can_go_back_to_the_start() {
        for truth in Truth::ALL {
            let course = course(&answered_throughout(*truth));
            let mut step = Step::Result;
            let mut steps = 0;
            while let Some(before) = course.before(step) {
                assert_eq!(course.shown(before), before);
                step = before;
                steps += 1;
            }
            assert_eq!((step, steps), (Step::Start, course.questions.len() + 2));
        }
    }

    /// From every state on every way through the questions: each step that has a page is shown,
    /// what is next is one of them, and the way back ends at the start.
    #[test]
    fn there_is_no_dead_end() {
        let mut ways = 0;
        walk(&mut Sheet::default(), &mut ways);
        assert_eq!(ways, verified::INTERVIEW_WAYS);
    }

    fn walk(sheet: &mut Sheet, ways: &mut u64) {
        let course = course(sheet);
        let mut step = course.shown(course.next());
        assert_eq!(step, course.next());
        let mut steps = 0;
        while let Some(before) = course.before(step) {
            assert_eq!(course.shown(before), before);
            step = before;
            steps += 1;
        }
        let is_done = usize::from(course.interview.next().is_none());
        assert_eq!((step, steps), (Step::Start, course.questions.len() + is_done));
        let Some(question) = course.interview.next() else {
            assert_eq!(course.shown(Step::Result), Step::Result);
            *ways += 1;
            return;
        };
        for truth in Truth::ALL {
            answer(sheet, question, *truth);
            walk(sheet, ways);
        }
        sheet.set(field(question), "");
    }

    #[test]
    fn a_changed_answer_leads_on_from_there_and_back_again_to_where_it_was() {
        let mut sheet = answered_throughout(Truth::No);
        let before = course(&sheet).questions;
        answer(&mut sheet, before[0], Truth::Yes);
        assert!(course(&sheet).questions.len() < before.len());
        answer(&mut sheet, before[0], Truth::No);
        assert_eq!(course(&sheet).questions, before);
        assert_eq!(course(&sheet).next(), Step::Answers);
    }

    #[test]
    fn an_address_that_leads_too_far_shows_what_there_is() {
        let nothing = course(&Sheet::default());
        for step in [Step::Question(2), Step::Answers, Step::Result, Step::Question(0)] {
            assert_eq!(nothing.shown(step), Step::Start);
        }
        assert_eq!(nothing.shown(Step::Question(1)), Step::Question(1));
        let mut sheet = Sheet::default();
        answer(&mut sheet, nothing.questions[0], Truth::No);
        assert_eq!(course(&sheet).shown(Step::Question(200)), Step::Question(2));
        let done = course(&answered_throughout(Truth::Unknown));
        assert_eq!(done.shown(Step::Question(200)), Step::Answers);
    }

    #[test]
    fn who_is_too_young_goes_from_the_start_to_the_answers() {
        let mut sheet = answered_throughout(Truth::Yes);
        for (part, typed) in [("day", "1"), ("month", "1"), ("year", "2020")] {
            sheet.set(format!("born-{part}"), typed);
        }
        let course = course(&sheet);
        assert_eq!((course.next(), course.questions.len()), (Step::Answers, 0));
        assert_eq!(course.before(Step::Answers), Some(Step::Start));
    }
}
