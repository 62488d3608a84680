//! From a line of JSON to a [`Request`].

use serde_json::Value;

use super::error::{ContractError, Fault};
use super::reader::{Field, Object};
use super::{
    Decision, LONGEST_LINE, MOST_BUDGET_LINES, MOST_FOLLOW_UPS, MOST_STAYS, MoveIn, Request,
};
use crate::rules::date::{Date, DateRange, WEEKDAYS, weekday_code};
use crate::rules::eligibility::{self, Situation};
use crate::rules::free_choice::{self, Wish};
use crate::rules::logic::{Answers, Truth};
use crate::rules::money::Money;
use crate::rules::offer::Housing;
use crate::rules::payment::{Budget, ChargeKind, ExpenseKind, IncomeKind, Line};
use crate::rules::respite::{Plan, Stay, TemporaryStay};
use crate::rules::suggest::{self, Shape, Wishes};

type Read<T> = Result<T, ContractError>;

pub(super) const TOOLS: &[&str] =
    &["respite", "payment", "complaint", "follow_up", "free_choice", "eligibility", "suggest"];

/// Reads a request from a line of JSON.
///
/// # Errors
/// [`ContractError`] names the first field that is wrong and what would be right.
pub fn read(line: &[u8]) -> Read<Request> {
    if line.len() > LONGEST_LINE {
        return Err(ContractError::new("", Fault::LineTooLong(LONGEST_LINE)));
    }
    let value: Value =
        serde_json::from_slice(line).map_err(|_| ContractError::new("", Fault::NotJson))?;
    let root = Field::root(&value);
    let tool = root.any_object()?.required("tool")?;
    match tool.text() {
        Some("respite") => plan(&root).map(Request::Respite),
        Some("payment") => budget(&root).map(Request::Payment),
        Some("complaint") => decision(&root).map(Request::Complaint),
        Some("follow_up") => move_in(&root).map(Request::FollowUp),
        Some("free_choice") => wish(&root).map(Request::FreeChoice),
        Some("eligibility") => situation(&root).map(Request::Eligibility),
        Some("suggest") => wishes(&root).map(Request::Suggest),
        _ => Err(tool.error(Fault::UnknownTool(TOOLS.to_vec()))),
    }
}

fn plan(root: &Field) -> Read<Plan> {
    let object =
        root.object(&["tool", "granted_days", "stays", "grant_start", "temporary_housing"])?;
    Ok(Plan {
        granted_days: granted_days(&object)?,
        stays: object.required("stays")?.list(MOST_STAYS, stay)?,
        grant_start: date(&object, "grant_start")?,
        temporary_housing: list(&object, "temporary_housing", MOST_STAYS, temporary_stay)?,
    })
}

fn stay(field: &Field) -> Read<Stay> {
    let object = field.object(&["arrival", "departure"])?;
    let arrival = object.required("arrival")?.date()?;
    let departure = object.required("departure")?;
    Stay::new(arrival, departure.date()?)
        .ok_or_else(|| departure.error(Fault::DepartureBeforeArrival(arrival)))
}

fn temporary_stay(field: &Field) -> Read<TemporaryStay> {
    let object = field.object(&["from", "to"])?;
    let from = object.required("from")?.date()?;
    let to = match object.optional("to") {
        Some(to) => Some(end(from, &to)?),
        None => None,
    };
    Ok(TemporaryStay { from, to })
}

fn range(field: &Field) -> Read<DateRange> {
    let object = field.object(&["from", "to"])?;
    let from = object.required("from")?.date()?;
    let to = end(from, &object.required("to")?)?;
    Ok(DateRange { from, to })
}

fn end(from: Date, field: &Field) -> Read<Date> {
    let to = field.date()?;
    if to < from { Err(field.error(Fault::EndBeforeBeginning(from))) } else { Ok(to) }
}

fn budget(root: &Field) -> Read<Budget> {
    let object = root.object(&[
        "tool",
        "offer",
        "date",
        "birth_date",
        "income",
        "expenses",
        "charges",
        "keeps_own_home",
        "housing_benefit",
        "debt",
    ])?;
    Ok(Budget {
        offer: housing(&object)?,
        date: object.required("date")?.date()?,
        birth_date: object.required("birth_date")?.date()?,
        income: lines(&object, "income", IncomeKind::ALL, IncomeKind::code)?,
        expenses: lines(&object, "expenses", ExpenseKind::ALL, ExpenseKind::code)?,
        charges: lines(&object, "charges", ChargeKind::ALL, ChargeKind::code)?,
        keeps_own_home: object.optional("keeps_own_home").map(|field| truth(&field)).transpose()?,
        housing_benefit: amount(&object, "housing_benefit")?,
        debt: amount(&object, "debt")?,
    })
}

fn lines<Kind: Copy>(
    object: &Object,
    name: &str,
    all: &[Kind],
    code: fn(Kind) -> &'static str,
) -> Read<Vec<Line<Kind>>> {
    object.required(name)?.list(MOST_BUDGET_LINES, |field| {
        let line = field.object(&["kind", "amount"])?;
        let kind = line.required("kind")?.code(all, code)?;
        Ok(Line { kind, amount: line.required("amount")?.amount()? })
    })
}

fn decision(root: &Field) -> Read<Decision> {
    let object = root.object(&["tool", "offer", "received"])?;
    Ok(Decision { offer: housing(&object)?, received: object.required("received")?.date()? })
}

fn move_in(root: &Field) -> Read<MoveIn> {
    let object = root.object(&["tool", "offer", "moved_in", "count"])?;
    Ok(MoveIn {
        offer: housing(&object)?,
        moved_in: object.required("moved_in")?.date()?,
        count: object.required("count")?.number(1, MOST_FOLLOW_UPS)?,
    })
}

fn wish(root: &Field) -> Read<Wish> {
    let object =
        root.object(&["tool", "offer", "date", "answers", "wanted_price", "reference_price"])?;
    let reference_price = amount(&object, "reference_price")?;
    if reference_price == Some(Money::ZERO) {
        return Err(ContractError::new("reference_price", Fault::AmountZero));
    }
    Ok(Wish {
        offer: housing(&object)?,
        date: object.required("date")?.date()?,
        answers: answers(
            &object,
            &[
                "suitable",
                "registered",
                "not_much_dearer",
                "other_municipality",
                "both_municipalities_agree",
            ],
            free_choice::Question::from_code,
        )?,
        wanted_price: amount(&object, "wanted_price")?,
        reference_price,
    })
}

fn situation(root: &Field) -> Read<Situation> {
    let object = root.object(&["tool", "date", "birth_date", "answers"])?;
    Ok(Situation {
        date: object.required("date")?.date()?,
        birth_date: date(&object, "birth_date")?,
        answers: answers(
            &object,
            &[
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
            ],
            eligibility::Question::from_code,
        )?,
    })
}

fn wishes(root: &Field) -> Read<Wishes> {
    let object = root.object(&[
        "tool",
        "period",
        "granted_days",
        "booked",
        "unavailable",
        "must_cover",
        "shapes",
    ])?;
    let shapes = object.required("shapes")?;
    let wishes = Wishes {
        period: period(&object.required("period")?)?,
        granted_days: granted_days(&object)?,
        booked: list(&object, "booked", MOST_STAYS, stay)?,
        unavailable: list(&object, "unavailable", MOST_STAYS, range)?,
        must_cover: list(&object, "must_cover", MOST_STAYS, range)?,
        shapes: shapes.list(suggest::MOST_SHAPES, shape)?,
    };
    let stays: u32 = wishes.shapes.iter().map(|shape| shape.count).sum();
    if stays > suggest::MOST_STAYS {
        return Err(shapes.error(Fault::TooMany(suggest::MOST_STAYS as usize)));
    }
    Ok(wishes)
}

fn period(field: &Field) -> Read<DateRange> {
    let period = range(field)?;
    let latest = period.from.plus_months(suggest::MOST_MONTHS).plus_days(-1);
    if period.to > latest {
        let to = field.any_object()?.required("to")?;
        return Err(to.error(Fault::PeriodTooLong(latest)));
    }
    Ok(period)
}

fn shape(field: &Field) -> Read<Shape> {
    let object = field.object(&["arrival_weekday", "days", "count"])?;
    let arrival_weekday =
        object.optional("arrival_weekday").map(|day| day.code(&WEEKDAYS, weekday_code));
    Ok(Shape {
        arrival_weekday: arrival_weekday.transpose()?,
        days: object.required("days")?.number(1, suggest::MOST_DAYS)?,
        count: object.required("count")?.number(0, suggest::MOST_STAYS)?,
    })
}

fn housing(object: &Object) -> Read<Housing> {
    object.required("offer")?.code(Housing::ALL, Housing::code)
}

fn truth(field: &Field) -> Read<Truth> {
    field.code(Truth::ALL, Truth::code)
}

fn date(object: &Object, name: &str) -> Read<Option<Date>> {
    object.optional(name).map(|field| field.date()).transpose()
}

fn amount(object: &Object, name: &str) -> Read<Option<Money>> {
    object.optional(name).map(|field| field.amount()).transpose()
}

fn granted_days(object: &Object) -> Read<Option<u32>> {
    // The standard's maximum is checked where the parameters are known.
    object.optional("granted_days").map(|field| field.number(0, u32::MAX)).transpose()
}

fn list<'a, T>(
    object: &Object<'a>,
    name: &str,
    most: usize,
    read: impl Fn(&Field<'a>) -> Read<T>,
) -> Read<Vec<T>> {
    object.optional(name).map_or(Ok(Vec::new()), |field| field.list(most, read))
}

fn answers<Question: Ord + Copy>(
    object: &Object,
    known: &'static [&'static str],
    question: fn(&str) -> Option<Question>,
) -> Read<Answers<Question>> {
    let mut answers = Answers::default();
    let Some(field) = object.optional("answers") else { return Ok(answers) };
    let given = field.object(known)?;
    for name in known {
        if let (Some(question), Some(field)) = (question(name), given.optional(name)) {
            answers.set(question, Some(truth(&field)?));
        }
    }
    Ok(answers)
}
