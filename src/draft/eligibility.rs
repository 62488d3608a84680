//! The check of which offers may be for a person, as typed. Every question may be left open.

use super::fields::{Reader, first_answer};
use super::{Checked, Context, FieldError, Sheet, contract_error};
use crate::request::{Answer, ask};
use crate::rules::eligibility::interview::{self, Interview};
use crate::rules::eligibility::{Eligibility, Question, Situation};
use crate::rules::logic::{Answers, Truth};

/// The birth date, in three fields; the payment page asks for the same one.
pub const BORN: &str = "born";

/// What the check shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EligibilityOutcome {
    /// The situation that was asked about, with the answers that count.
    pub situation: Situation,
    /// What the rules say of it.
    pub answer: Answer<Eligibility>,
}

/// The field of a question.
pub fn field(question: Question) -> &'static str {
    match question {
        Question::PhysicalImpairment => "check-physical",
        Question::MentalImpairment => "check-mental",
        Question::SpecialSocialProblems => "check-social",
        Question::SupportForAPeriod => "check-period",
        Question::ImpairmentIsLasting => "check-lasting",
        Question::ExtensiveLastingNeed => "check-need",
        Question::EnoughSupportAtHome => "check-home",
        Question::EnoughSupportElsewhere => "check-elsewhere",
        Question::NeedsRespite => "check-respite",
        Question::InCrisisGroup => "check-crisis",
        Question::LivesInTemporaryHousing => "check-temporary",
    }
}

/// The question of a field.
pub fn question_of(name: &str) -> Option<Question> {
    Question::ALL.iter().copied().find(|question| field(*question) == name)
}

/// The first field of the birth date, where its errors stand.
pub fn born_day() -> String {
    format!("{BORN}-day")
}

/// The questions as far as they have come; a birth date that is wrong counts as none. Nothing
/// when there are no rules for today.
pub fn interview(sheet: &Sheet, context: Context) -> Option<Interview> {
    let (date, answers) = (context.today, answers(sheet));
    let birth_date = situation(sheet, context).ok().and_then(|situation| situation.birth_date);
    let parameters = context.standard.on(date).ok()?;
    Some(interview::interview(&Situation { date, birth_date, answers }, &parameters))
}

/// Asks which offers may be for the person, with the answers that count.
///
/// # Errors
/// An error at the birth date when it is wrong, or when nothing is answered that says anything.
pub fn check(sheet: &Sheet, context: Context) -> Checked<EligibilityOutcome> {
    let mut situation = situation(sheet, context)?;
    if let Some(interview) = interview(sheet, context) {
        if interview.counted.is_empty() && !interview.open.is_empty() {
            return Err(vec![FieldError::new(born_day(), context.words.check.nothing_answered)]);
        }
        situation.answers = interview.counted;
    }
    let answer = ask(&situation, context.standard)
        .map_err(|error| contract_error(&error, context.words, |_| born_day()))?;
    Ok(EligibilityOutcome { situation, answer })
}

/// What is wrong with the birth date, which may be left out.
pub fn born_errors(sheet: &Sheet, context: Context) -> Vec<FieldError> {
    situation(sheet, context).err().unwrap_or_default()
}

/// That a question is not answered yet.
pub fn answer_errors(sheet: &Sheet, question: Question, context: Context) -> Vec<FieldError> {
    let field = field(question);
    match Truth::from_code(sheet.get(field)) {
        Some(_) => Vec::new(),
        None => vec![FieldError::new(first_answer(field), context.words.check.unanswered)],
    }
}

/// What is typed, with every answer there is.
fn situation(sheet: &Sheet, context: Context) -> Checked<Situation> {
    let mut reader = Reader::new(sheet, context);
    let birth_date = match reader.is_birth_date_empty(BORN) {
        true => None,
        false => reader.birth_date(BORN),
    };
    let answers = answers(sheet);
    reader.finish(Some(Situation { date: context.today, birth_date, answers }))
}

fn answers(sheet: &Sheet) -> Answers<Question> {
    let mut answers = Answers::default();
    for question in Question::ALL {
        answers.set(*question, Truth::from_code(sheet.get(field(*question))));
    }
    answers
}

/// The answers in the sheet that count no more, because others have settled what they were for.
pub fn without_meaning(sheet: &Sheet, interview: &Interview) -> Vec<Question> {
    let answers = answers(sheet);
    let answered = answers.iter().map(|(question, _)| question);
    answered.filter(|question| interview.counted.get(*question).is_none()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::testing::{context, sheet};
    use crate::rules::date::Date;
    use crate::rules::logic::{Truth, Verdict};

    use crate::text::words::DA;

    #[test]
    fn an_empty_sheet_asks_for_one_answer_at_the_first_field() {
        let errors = check(&Sheet::default(), context()).unwrap_err();
        assert_eq!(errors.len(), 1);
        assert_eq!(errors[0].field, "born-day");
        assert_eq!(errors[0].message, DA.check.nothing_answered);
    }

    #[test]
    fn half_a_birth_date_is_wrong_even_with_answers() {
        let sheet = sheet(&[("born-day", "4"), ("check-physical", "yes")]);
        let errors = check(&sheet, context()).unwrap_err();
        assert_eq!(errors.len(), 1);
        assert_eq!(errors[0].field, "born-day");
        assert_eq!(errors[0].message, DA.errors.birth_date_missing);
    }

    #[test]
    fn unanswered_questions_are_absent_and_the_rest_reaches_the_rules() {
        let sheet = sheet(&[
            ("born-day", "1"),
            ("born-month", "1"),
            ("born-year", "1990"),
            ("check-mental", "yes"),
            ("check-home", "no"),
            ("check-respite", "unknown"),
        ]);
        let outcome = check(&sheet, context()).unwrap();
        let answers: Vec<(Question, Truth)> = outcome.situation.answers.iter().collect();
        assert_eq!(
            answers,
            [
                (Question::MentalImpairment, Truth::Yes),
                (Question::EnoughSupportAtHome, Truth::No),
                (Question::NeedsRespite, Truth::Unknown),
            ],
        );
        assert_eq!(outcome.situation.birth_date, Date::parse("1990-01-01"));
        assert_eq!(outcome.situation.date, context().today);
        let verdicts: Vec<Verdict> =
            outcome.answer.result.offers.iter().map(|row| row.verdict).collect();
        assert_eq!(verdicts[0], Verdict::Likely);
        assert_eq!(verdicts[3], Verdict::Incomplete);
    }

    #[test]
    fn an_answer_that_lost_its_meaning_is_not_asked_with() {
        let answered = [
            ("check-home", "yes"),
            ("check-temporary", "no"),
            ("check-respite", "yes"),
            ("check-physical", "yes"),
        ];
        let outcome = check(&sheet(&answered), context()).unwrap();
        let counted: Vec<Question> =
            outcome.situation.answers.iter().map(|(question, _)| question).collect();
        assert_eq!(counted, [Question::EnoughSupportAtHome, Question::LivesInTemporaryHousing],);
        let sheet = sheet(&answered);
        let lost = without_meaning(&sheet, &interview(&sheet, context()).unwrap());
        assert_eq!(lost, [Question::PhysicalImpairment, Question::NeedsRespite]);
    }

    #[test]
    fn every_question_has_a_field_of_its_own() {
        let fields: std::collections::BTreeSet<&str> =
            Question::ALL.iter().map(|question| field(*question)).collect();
        assert_eq!(fields.len(), Question::ALL.len());
        assert!(fields.iter().all(|field| field.starts_with("check-")));
    }
}
