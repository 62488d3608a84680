//! The wish for a certain offer, as typed.

use super::fields::{Reader, first_answer};
use super::{Checked, Context, Sheet, contract_error};
use crate::request::{Answer, ask};
use crate::rules::free_choice::{FreeChoice, Question, Wish};
use crate::rules::logic::{Answers, Truth};
use crate::rules::money::Money;
use crate::rules::offer::Housing;

/// The kind of offer.
pub const OFFER: &str = "choice-offer";
/// The monthly price of the offer wished for.
pub const WANTED_PRICE: &str = "choice-wanted-price";
/// The monthly price of the offer that the municipality would choose.
pub const REFERENCE_PRICE: &str = "choice-reference-price";

/// What the free-choice page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FreeChoiceOutcome {
    /// The wish that was asked about.
    pub wish: Wish,
    /// What the rules say of it.
    pub answer: Answer<FreeChoice>,
}

/// The field of a question.
pub fn field(question: Question) -> &'static str {
    match question {
        Question::Suitable => "choice-suitable",
        Question::Registered => "choice-registered",
        Question::NotMuchDearer => "choice-dearer",
        Question::OtherMunicipality => "choice-elsewhere",
        Question::BothMunicipalitiesAgree => "choice-agree",
    }
}

/// The kind of offer chosen so far.
pub fn offer(sheet: &Sheet) -> Option<Housing> {
    Housing::from_code(sheet.get(OFFER))
}

/// Whether it matters that both municipalities agree: not when the offer lies in this one.
pub fn may_lie_elsewhere(sheet: &Sheet) -> bool {
    Truth::from_code(sheet.get(field(Question::OtherMunicipality))) != Some(Truth::No)
}

/// Asks whether the offer can be chosen freely.
///
/// # Errors
/// One error for each field that is wrong.
pub fn check(sheet: &Sheet, context: Context) -> Checked<FreeChoiceOutcome> {
    let words = context.words;
    let mut reader = Reader::new(sheet, context);
    let offer = offer(sheet);
    if offer.is_none() {
        reader.error(first_answer(OFFER), words.free_choice.offer_missing);
    }
    let (answers, wanted_price, reference_price) = match offer {
        // No more is asked, so what was typed before does not count.
        Some(Housing::Temporary) => (Answers::default(), None, None),
        _ => {
            let wanted = reader.optional_amount(WANTED_PRICE);
            let reference = reference_price(&mut reader);
            (answers(&reader), wanted, reference)
        }
    };
    let wish = offer.map(|offer| Wish {
        offer,
        date: context.today,
        answers,
        wanted_price,
        reference_price,
    });
    let wish = reader.finish(wish)?;
    let answer = ask(&wish, context.standard)
        .map_err(|error| contract_error(&error, words, |_| first_answer(OFFER)))?;
    Ok(FreeChoiceOutcome { wish, answer })
}

/// The municipality's price, to compare with; nothing can be compared with nothing.
fn reference_price(reader: &mut Reader) -> Option<Money> {
    let price = reader.optional_amount(REFERENCE_PRICE)?;
    if price == Money::ZERO {
        reader.error(REFERENCE_PRICE, reader.words().free_choice.reference_zero);
        return None;
    }
    Some(price)
}

/// Whether both prices are known and the law has a limit to compare them by.
pub fn are_prices_compared(sheet: &Sheet, context: Context) -> bool {
    let mut reader = Reader::new(sheet, context);
    let wanted = reader.optional_amount(WANTED_PRICE);
    let reference = reference_price(&mut reader);
    let limit = context.standard.on(context.today).ok().and_then(|p| p.price_limit_percent);
    wanted.and(reference).is_some() && limit.is_some()
}

/// The answers that still count: a question that another answer has settled is left out.
fn answers(reader: &Reader) -> Answers<Question> {
    let is_settled = |question| match question {
        Question::NotMuchDearer => are_prices_compared(reader.sheet, reader.context),
        Question::BothMunicipalitiesAgree => !may_lie_elsewhere(reader.sheet),
        _ => false,
    };
    let mut answers = Answers::default();
    for question in Question::ALL.iter().copied().filter(|question| !is_settled(*question)) {
        answers.set(question, reader.truth(field(question)));
    }
    answers
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::testing::{context, sheet};

    use crate::rules::logic::Verdict;

    use crate::text::words::DA;

    fn asked(fields: &[(&str, &str)]) -> FreeChoiceOutcome {
        check(&sheet(fields), context()).unwrap()
    }

    #[test]
    fn the_offer_must_be_chosen_and_prices_must_be_amounts() {
        let typed = [(WANTED_PRICE, "mange"), (REFERENCE_PRICE, "0")];
        let errors = check(&sheet(&typed), context()).unwrap_err();
        let fields: Vec<&str> = errors.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(fields, ["choice-offer-0", WANTED_PRICE, REFERENCE_PRICE]);
        assert_eq!(errors[2].message, DA.free_choice.reference_zero);
    }

    #[test]
    fn a_temporary_offer_takes_every_other_answer_out() {
        let typed = [(OFFER, "temporary"), ("choice-suitable", "yes"), (REFERENCE_PRICE, "0")];
        let outcome = asked(&typed);
        assert_eq!(outcome.answer.result.verdict, Verdict::NotOffered);
        assert!(outcome.wish.answers.is_empty());
        assert_eq!(outcome.wish.reference_price, None);
    }

    #[test]
    fn answers_and_prices_reach_the_rules() {
        let outcome = asked(&[
            (OFFER, "long_term"),
            ("choice-suitable", "yes"),
            ("choice-registered", "yes"),
            ("choice-elsewhere", "no"),
            (WANTED_PRICE, "98.000"),
            (REFERENCE_PRICE, "95.000"),
        ]);
        assert_eq!(outcome.answer.result.verdict, Verdict::Likely);
        let percent = outcome.answer.result.price_difference_percent.unwrap();
        assert_eq!(percent.plain(), "3.16");
    }

    #[test]
    fn what_another_answer_settles_is_left_out() {
        let outcome = asked(&[
            (OFFER, "lease"),
            ("choice-elsewhere", "no"),
            ("choice-agree", "no"),
            ("choice-dearer", "no"),
            (WANTED_PRICE, "100"),
            (REFERENCE_PRICE, "100"),
        ]);
        let answered: Vec<Question> = outcome.wish.answers.iter().map(|(asked, _)| asked).collect();
        assert_eq!(answered, [Question::OtherMunicipality]);
        let outcome = asked(&[(OFFER, "lease"), ("choice-dearer", "no"), (WANTED_PRICE, "100")]);
        assert_eq!(outcome.answer.result.verdict, Verdict::Unlikely);
    }
}
