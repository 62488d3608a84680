//! Older forms of case files, brought up to date step by step.

use serde_json::{Map, Value};

use super::{CaseFileError, FIELDS, LISTS};
use crate::draft::payment::{charges_of, offer_field};
use crate::rules::offer::Housing;

/// A step from one version of the form to the next: changes keys and values of the whole file.
///
/// It runs before anything is validated, so it passes over what is not as it expects and leaves
/// finding fault to the reader.
type Step = fn(&mut Map<String, Value>);

/// The steps: the first leads from version 1 to 2, the next from 2 to 3. A step stays as it is for
/// ever, for there are files that need it.
const STEPS: &[Step] = &[prices_of_each_offer, whom_it_is_about];

/// From version 1 to 2: there was one offer, chosen by its code, and one list of prices. Now each
/// offer is ticked by itself and has a list of its own. Prices without an offer go to the first.
fn prices_of_each_offer(file: &mut Map<String, Value>) {
    let mut offer = Housing::Temporary;
    if let Some(Value::Object(fields)) = file.get_mut(FIELDS) {
        let chosen = fields.remove("pay-offer");
        if let Some(chosen) = chosen.as_ref().and_then(Value::as_str).and_then(Housing::from_code) {
            offer = chosen;
            fields.insert(offer_field(offer).to_owned(), "yes".into());
        }
        let prices: Vec<String> =
            fields.keys().filter(|name| name.starts_with("charge-")).cloned().collect();
        for name in prices {
            if let (Some(text), Some(rest)) = (fields.remove(&name), name.strip_prefix("charge")) {
                fields.insert(format!("{}{rest}", charges_of(offer)), text);
            }
        }
    }
    if let Some(Value::Object(lists)) = file.get_mut(LISTS)
        && let Some(rows) = lists.remove("charge")
    {
        lists.insert(charges_of(offer).to_owned(), rows);
    }
}

/// From version 2 to 3: it can be said whom it is about. Older files do not say so.
fn whom_it_is_about(_: &mut Map<String, Value>) {}

/// The present version of the form.
pub const VERSION: usize = STEPS.len().saturating_add(1);

/// Brings a file of a version up to date.
///
/// # Errors
/// [`CaseFileError::Newer`] for a version that is yet to come, [`CaseFileError::NotACaseFile`] for
/// one that never was.
pub fn to_present(file: &mut Map<String, Value>, version: u64) -> Result<(), CaseFileError> {
    along(STEPS, file, version)
}

fn along(steps: &[Step], file: &mut Map<String, Value>, version: u64) -> Result<(), CaseFileError> {
    let done = version.checked_sub(1).ok_or(CaseFileError::NotACaseFile)?;
    let left = usize::try_from(done).ok().and_then(|done| steps.get(done..));
    for step in left.ok_or(CaseFileError::Newer)? {
        step(file);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note(file: &mut Map<String, Value>, step: &str) {
        let before = file.get("steps").and_then(Value::as_str).unwrap_or_default();
        let after = format!("{before}{step}");
        file.insert("steps".to_owned(), after.into());
    }

    #[test]
    fn a_file_takes_every_step_from_its_version_on_in_order() {
        let steps: [Step; 2] = [|file| note(file, "a"), |file| note(file, "b")];
        for (version, taken) in [(1, Some("ab")), (2, Some("b")), (3, None)] {
            let mut file = Map::new();
            assert_eq!(along(&steps, &mut file, version), Ok(()), "{version}");
            assert_eq!(file.get("steps").and_then(Value::as_str), taken, "{version}");
        }
    }

    #[test]
    fn versions_that_are_not_known_are_refused() {
        let mut file = Map::new();
        assert_eq!(to_present(&mut file, 0), Err(CaseFileError::NotACaseFile));
        for version in [VERSION as u64 + 1, u64::MAX] {
            assert_eq!(to_present(&mut file, version), Err(CaseFileError::Newer));
        }
    }
}
