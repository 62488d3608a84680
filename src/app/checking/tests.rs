use super::*;
use crate::app::event::{Action, Deed, Event};
use crate::app::model::Outside;
use crate::app::page::Page;
use crate::draft::testing::context;
use crate::exchange::receipt::{Difference, PROGRAM};
use crate::html::page::View;
use crate::pages;
use crate::request::error::{ContractError, Fault};
use crate::text::words::DA;

fn typed(model: &mut Model, fields: &[(&str, &str)]) {
    for (field, text) in fields {
        let (field, text) = ((*field).to_owned(), (*text).to_owned());
        model.update(Event::Typed { field, text }, context());
    }
}

/// A model in which every tool has a result.
fn asked() -> Model {
    let mut model = Model::new(Page::Respite, context());
    model.update(Event::Pressed(Action::Do(Deed::WishWeeks)), context());
    while !model.step_search(context()) {}
    assert!(model.planner.proposal().is_some());
    typed(
        &mut model,
        &[
            ("born-day", "4"),
            ("born-month", "5"),
            ("born-year", "1999"),
            ("check-physical", "yes"),
            ("choice-offer", "long_term"),
            ("choice-suitable", "yes"),
            ("complaint-offer", "lease"),
            ("complaint-received", "2.11.2026"),
            ("follow-offer", "temporary"),
            ("follow-moved", "1.2.2026"),
            ("pay-temporary", "yes"),
            ("pay-lease", "yes"),
        ],
    );
    for list in ["income", "charge_temporary", "charge_lease"] {
        let row = model.sheet.rows(list)[0];
        typed(&mut model, &[(&format!("{list}-{row}-amount"), "9000")]);
    }
    for tool in [Tool::Eligibility, Tool::FreeChoice, Tool::Complaint, Tool::FollowUp] {
        model.update(Event::Submitted(tool), context());
        assert_eq!(model.errors(tool), [], "{tool:?}");
    }
    model
}

fn open(model: &mut Model, text: &str) {
    let (field, bytes) = (FILE.to_owned(), text.as_bytes().to_vec());
    model.update(Event::Opened { field, bytes }, context());
}

#[test]
fn the_receipt_of_every_result_is_the_same_when_it_is_checked() {
    let mut model = asked();
    let receipts = |model: &Model| -> Vec<Option<Receipt>> {
        let all = [(Tool::Suggest, 0), (Tool::Payment, 0), (Tool::Payment, 1)];
        let all = all.into_iter().chain(
            [Tool::Eligibility, Tool::FreeChoice, Tool::Complaint, Tool::FollowUp].map(|t| (t, 0)),
        );
        all.map(|(tool, number)| model.receipt(tool, number, context())).collect()
    };
    let written = receipts(&model);
    for receipt in written {
        let receipt = receipt.unwrap();
        open(&mut model, &receipt.text);
        let checking = model.checking.clone().unwrap();
        assert_eq!(checking.checked, Ok(Checked::Same), "{}", receipt.text);
        assert_eq!(checking.opened.unwrap().check, receipt.check);
    }
    model.update(Event::Pressed(Action::Do(Deed::Accept)), context());
    let plan = model.receipt(Tool::Respite, 0, context()).unwrap();
    open(&mut model, &plan.text);
    assert_eq!(model.checking.map(|checking| checking.checked), Some(Ok(Checked::Same)));
}

#[test]
fn there_is_no_receipt_of_what_no_longer_holds_or_is_not_there() {
    let mut model = asked();
    assert_eq!(model.receipt(Tool::Payment, 2, context()), None);
    typed(&mut model, &[("complaint-received", "3.11.2026")]);
    assert_eq!(model.receipt(Tool::Complaint, 0, context()), None);
    let button = Event::Pressed(Action::SaveReceipt(Tool::Payment, 1));
    let effects = model.update(button, context());
    assert_eq!(effects.outside, Some(Outside::SaveReceipt(Tool::Payment, 1)));
}

#[test]
fn a_case_file_is_told_from_a_receipt_and_a_receipt_from_a_case_file() {
    let mut model = asked();
    model.page = Page::Receipt;
    let case = model.text_to_keep(context());
    open(&mut model, &case);
    let drawn = |model: &Model| {
        pages::page(View { model, context: context(), hollow: false }).into_string()
    };
    assert!(drawn(&model).contains(DA.receipt.is_case_file));
    open(&mut model, "x");
    assert!(drawn(&model).contains(DA.receipt.not_a_receipt));
    let receipt = model.receipt(Tool::Payment, 0, context()).unwrap();
    let (field, bytes) = (crate::app::keeping::FILE.to_owned(), receipt.text.into_bytes());
    model.update(Event::Opened { field, bytes }, context());
    model.page = Page::Overview;
    assert!(drawn(&model).contains(DA.keeping.is_receipt));
}

/// The page after checking came to this.
fn page(checked: Result<Checked, ReceiptError>) -> String {
    let mut model = Model::new(Page::Receipt, context());
    model.checking = Some(Checking { checked, opened: None, is_case_file: false });
    pages::page(View { model: &model, context: context(), hollow: false }).into_string()
}

fn differences(count: usize) -> Vec<Difference> {
    let difference = |place| Difference {
        path: format!("years[{place}].days"),
        receipt: "<41>".to_owned(),
        now: String::new(),
    };
    (0..count).map(difference).collect()
}

#[test]
fn every_outcome_of_checking_has_its_words() {
    let words = &DA.receipt;
    let program = "9.0.0".to_owned();
    let refused = ContractError::new("stays[0].arrival", Fault::Missing);
    for (checked, said) in [
        (Ok(Checked::Same), vec![words.same, words.same_text]),
        (
            Ok(Checked::OtherVersion { program: program.clone(), differences: vec![] }),
            vec![words.other_version, words.other_version_same],
        ),
        (Ok(Checked::Altered { differences: vec![] }), vec![words.altered, words.altered_same]),
        (Ok(Checked::Different { differences: differences(1) }), vec![words.different]),
        (Err(ReceiptError::TooLarge), vec![words.refused, words.too_large]),
        (Err(ReceiptError::NotAReceipt), vec![words.refused, words.not_a_receipt]),
        (Err(ReceiptError::Newer), vec![words.refused, words.newer]),
        (Err(ReceiptError::Refused(refused)), vec![words.refused, "stays[0].arrival"]),
    ] {
        let page = page(checked.clone());
        for text in said {
            assert!(page.contains(text), "no »{text}« for {checked:?}");
        }
    }
    let other = page(Ok(Checked::OtherVersion { program, differences: differences(1) }));
    assert!(other.contains(&words.other_version_text("9.0.0", PROGRAM)));
    assert!(!other.contains(words.other_version_same));
}

#[test]
fn differences_stand_side_by_side_and_the_first_of_many_alone() {
    let few = page(Ok(Checked::Altered { differences: differences(1) }));
    let row = format!(
        "<code>years[0].days</code></th><td>&lt;41&gt;</td><td><em>{}</em></td>",
        DA.receipt.nothing
    );
    assert!(few.contains(&row), "{few}");
    let many = page(Ok(Checked::Altered { differences: differences(60) }));
    assert_eq!(many.matches("<code>years[").count(), 50);
    assert!(many.contains(&DA.receipt.not_shown(50, 60)));
}
