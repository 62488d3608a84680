//! What one page knows and another asks for: taken over when the person comes there, shown as
//! taken over, and theirs to change.
//!
//! A field that was taken over follows its source until the person types in it. Where two sources
//! say different things, nothing is taken over.

pub mod doors;

use super::page::Page;
use super::sheet::Sheet;
use crate::draft::Context;
use crate::draft::dates::{COMPLAINT_OFFER, FOLLOW_OFFER, MOVED_IN};
use crate::draft::eligibility::{BORN, field};
use crate::draft::free_choice::OFFER;
use crate::draft::payment::{self, chosen_offers, offer_field};
use crate::draft::respite::{HOUSING_FROM, HOUSING_TO};
use crate::rules::date::Date;
use crate::rules::eligibility::Question;
use crate::rules::logic::Truth;
use crate::rules::offer::{Housing, Offers};
use crate::text::parse;

/// The fields that were taken over, each with the page it was taken from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    taken: Vec<(&'static str, Page)>,
    /// Where the birth date was typed, which two pages share.
    born: Option<Page>,
}

/// Something known, and the page that knows it.
struct Known {
    text: String,
    from: Page,
}

impl Carried {
    /// The page that what stands in a field was taken over from.
    pub fn from(&self, field: &str, shown: Page) -> Option<Page> {
        let born = self.born.filter(|typed_on| field == BORN && *typed_on != shown.entry());
        let taken = self.taken.iter().find(|(taken, _)| *taken == field);
        taken.map(|(_, from)| *from).or(born)
    }

    /// The person types in a field of a page: what stands there is theirs.
    pub fn typed(&mut self, field: &str, page: Page) {
        self.taken.retain(|(taken, _)| *taken != field);
        if field.starts_with(BORN) {
            self.born = Some(page.entry());
        }
    }

    /// Takes over what a page asks for and others know; tells which fields have changed.
    pub fn carry(&mut self, to: Page, sheet: &mut Sheet, context: Context) -> Vec<&'static str> {
        let mut changed = Vec::new();
        for field in self.targets(to, sheet) {
            if !sheet.get(field).is_empty() && !self.is_taken(field) {
                continue;
            }
            self.taken.retain(|(taken, _)| *taken != field);
            let known = self.known(field, to, sheet, context);
            let text = known.as_ref().map_or("", |known| known.text.as_str());
            if sheet.get(field) != text {
                sheet.set(field, text);
                changed.push(field);
            }
            self.taken.extend(known.map(|known| (field, known.from)));
        }
        changed
    }

    /// The fields of a page that others may know.
    fn targets(&self, page: Page, sheet: &Sheet) -> Vec<&'static str> {
        match page.entry() {
            Page::CHECK => vec![lives_in_temporary()],
            Page::Respite => vec![HOUSING_FROM],
            Page::Dates => vec![COMPLAINT_OFFER, FOLLOW_OFFER, MOVED_IN],
            Page::FreeChoice => vec![OFFER],
            Page::Payment => {
                let offers = Housing::ALL.iter().map(|offer| offer_field(*offer));
                let is_own = |field: &str| !sheet.get(field).is_empty() && !self.is_taken(field);
                // Who has ticked an offer has said which; one more is not wanted.
                let offers = if offers.clone().any(is_own) { None } else { Some(offers) };
                offers.into_iter().flatten().chain([payment::DATE]).collect()
            }
            _ => Vec::new(),
        }
    }

    fn is_taken(&self, field: &str) -> bool {
        self.taken.iter().any(|(taken, _)| *taken == field)
    }

    /// What other pages know of what a field asks for, when they all say the same.
    fn known(&self, field: &str, to: Page, sheet: &Sheet, context: Context) -> Option<Known> {
        let mut found: Option<Known> = None;
        for known in self.sources(field, to, sheet, context) {
            if known.from == to.entry() {
                continue;
            }
            match &found {
                Some(other) if other.text != known.text => return None,
                Some(_) => {}
                None => found = Some(known),
            }
        }
        found
    }

    /// Everything that says what a field asks for.
    fn sources(&self, field: &str, to: Page, sheet: &Sheet, context: Context) -> Vec<Known> {
        let moved_in = self.typed_in(MOVED_IN, Page::Dates, sheet);
        let moves_to = Housing::from_code(sheet.get(FOLLOW_OFFER));
        match field {
            MOVED_IN => self.typed_in(HOUSING_FROM, Page::Respite, sheet),
            HOUSING_FROM if moves_to == Some(Housing::Temporary) => moved_in,
            HOUSING_FROM => Vec::new(),
            payment::DATE => {
                let is_ahead =
                    |known: &Known| parse::date(&known.text).is_ok_and(|date| date > context.today);
                moved_in.into_iter().filter(is_ahead).collect()
            }
            COMPLAINT_OFFER | FOLLOW_OFFER | OFFER => self.offers(sheet, context.standard.offers),
            _ if field == lives_in_temporary() => {
                let moved_in = self.typed_in(HOUSING_FROM, Page::Respite, sheet);
                if moved_in.is_empty() { moved_in } else { lives_there(sheet, context) }
            }
            // A box to tick for each offer.
            _ => {
                let is_mine =
                    |known: &Known| Housing::from_code(&known.text).map(offer_field) == Some(field);
                let ticked = |known: Known| Known { text: "yes".to_owned(), ..known };
                let agreed = self.known(OFFER, to, sheet, context);
                agreed.into_iter().filter(is_mine).map(ticked).collect()
            }
        }
    }

    /// The text of a field that the person has filled in.
    fn typed_in(&self, field: &'static str, from: Page, sheet: &Sheet) -> Vec<Known> {
        let text = sheet.get(field).to_owned();
        if text.is_empty() || self.is_taken(field) {
            Vec::new()
        } else {
            vec![Known { text, from }]
        }
    }

    /// Which offer it is about, as every page says that asks for it.
    fn offers(&self, sheet: &Sheet, offers: Offers) -> Vec<Known> {
        let pages = [
            (COMPLAINT_OFFER, Page::Dates),
            (FOLLOW_OFFER, Page::Dates),
            (OFFER, Page::FreeChoice),
        ];
        let mut known: Vec<Known> =
            pages.into_iter().flat_map(|(field, from)| self.typed_in(field, from, sheet)).collect();
        let chosen = chosen_offers(sheet, offers);
        for offer in &chosen {
            let ticked = self.typed_in(offer_field(*offer), Page::Payment, sheet);
            let code = || offer.code().to_owned();
            known.extend(ticked.into_iter().map(|ticked| Known { text: code(), ..ticked }));
        }
        known
    }
}

fn lives_in_temporary() -> &'static str {
    field(Question::LivesInTemporaryHousing)
}

/// Whether the stay in temporary housing that the planner was told of lasts today.
fn lives_there(sheet: &Sheet, context: Context) -> Vec<Known> {
    let date = |field: &str| -> Option<Date> { parse::date(sheet.get(field)).ok() };
    let has_begun = date(HOUSING_FROM).is_some_and(|from| from <= context.today);
    let has_ended = match sheet.get(HOUSING_TO) {
        "" => false,
        _ => date(HOUSING_TO).is_none_or(|to| to < context.today),
    };
    let lives_there = has_begun && !has_ended;
    let known = Known { text: Truth::Yes.code().to_owned(), from: Page::Respite };
    if lives_there { vec![known] } else { Vec::new() }
}

#[cfg(test)]
mod tests;
