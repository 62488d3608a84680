//! What an address brings besides the page: a plan, or what a host page has chosen to begin with.
//!
//! Start values are codes that say nothing of a person. What is unknown is passed over, and what
//! the person has answered stays. The language is there for the day when there are two.

use crate::app::model::Model;
use crate::app::page::Page;
use crate::app::sheet::Sheet;
use crate::draft::payment::{chosen_offers, offer_field};
use crate::draft::suggest::MOST_YEARS_AHEAD;
use crate::draft::who::WHO;
use crate::draft::{Context, dates, free_choice};
use crate::rules::offer::{Housing, Offers};
use crate::text::words::Who;

/// The plan in what the address of a page brings.
pub fn plan(page: Page, brought: &str) -> Option<&str> {
    brought.strip_prefix("plan=").filter(|_| page == Page::Respite)
}

/// What a host page may choose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Start {
    /// The kind of offer its readers are offered.
    pub offer: Option<Housing>,
    /// Whom its readers ask for.
    pub who: Option<Who>,
    /// The year to plan.
    pub year: Option<i32>,
}

impl Start {
    /// Reads what an address brings.
    pub fn read(brought: &str) -> Start {
        let value = |name: &str| {
            let mut pairs = brought.split('&').filter_map(|pair| pair.split_once('='));
            pairs.find(|(key, _)| *key == name).map(|(_, value)| value)
        };
        Start {
            offer: value("offer").and_then(Housing::from_code),
            who: value("who").and_then(Who::from_code),
            year: value("year").and_then(|year| year.parse().ok()),
        }
    }

    /// The fields of a page that these values fill in: none that is filled in already. Other pages
    /// take over from there, as they do from what is typed.
    fn fields(
        self,
        page: Page,
        sheet: &Sheet,
        offers: Offers,
    ) -> Vec<(&'static str, &'static str)> {
        let mut fields = Vec::new();
        if let Some(who) = self.who {
            fields.push((WHO, who.code()));
        }
        if let Some(offer) = self.offer.filter(|offer| offers.has_housing(*offer)) {
            let code = offer.code();
            match page {
                Page::Dates => {
                    fields.extend([(dates::COMPLAINT_OFFER, code), (dates::FOLLOW_OFFER, code)]);
                }
                Page::FreeChoice => fields.push((free_choice::OFFER, code)),
                // Who has ticked an offer has said which.
                Page::Payment if chosen_offers(sheet, offers).is_empty() => {
                    fields.push((offer_field(offer), "yes"));
                }
                _ => {}
            }
        }
        fields.retain(|(field, _)| sheet.get(field).is_empty());
        fields
    }
}

impl Model {
    /// Begins with what the host page has chosen; false when that changes nothing.
    pub fn begin_with(&mut self, brought: &str, context: Context) -> bool {
        let start = Start::read(brought);
        let fields = start.fields(self.page, &self.sheet, context.standard.offers);
        let this_year = context.today.year();
        let years = this_year..=this_year.saturating_add(MOST_YEARS_AHEAD);
        // A year that is over was chosen long ago.
        let year = start.year.filter(|year| years.contains(year));
        let changes = !fields.is_empty() || year.is_some();
        for (field, code) in fields {
            self.sheet.set(field, code);
        }
        if let Some(year) = year {
            self.planner.show_year(year);
        }
        if changes {
            self.speak_as(context);
        }
        changes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::event::Event;
    use crate::app::tool::Tool;
    use crate::draft::testing::context;

    fn begun(page: Page, brought: &str, typed: &[(&str, &str)]) -> Model {
        let mut model = Model::new(page, context());
        for (field, text) in typed {
            let (field, text) = ((*field).to_owned(), (*text).to_owned());
            model.update(Event::Typed { field, text }, context());
        }
        model.begin_with(brought, context());
        model
    }

    #[test]
    fn only_known_codes_are_read() {
        let all = "lang=da&offer=lease&who=me&year=2027";
        let read = Start { offer: Some(Housing::Lease), who: Some(Who::Me), year: Some(2027) };
        assert_eq!(Start::read(all), read);
        for bad in [
            "",
            "&",
            "=",
            "offer",
            "offer=",
            "offer=Lease",
            "offer=%6Cease",
            "offer=lease;",
            "who=you&year=soon&born=1999",
            "Offer=lease",
            "income-1-amount=99",
            "year=99999999999",
        ] {
            assert_eq!(Start::read(bad), Start::default(), "{bad}");
        }
    }

    #[test]
    fn an_offer_is_chosen_on_the_page_that_asks_for_it() {
        for (page, fields) in [
            (Page::Dates, vec![dates::COMPLAINT_OFFER, dates::FOLLOW_OFFER]),
            (Page::FreeChoice, vec![free_choice::OFFER]),
            (Page::Respite, vec![]),
        ] {
            let model = begun(page, "offer=lease", &[]);
            let found: Vec<&str> = model
                .sheet
                .fields()
                .filter(|(_, text)| *text == "lease")
                .map(|(field, _)| field)
                .collect();
            assert_eq!(found, fields, "{page:?}");
        }
        let model = begun(Page::Payment, "offer=lease", &[]);
        assert_eq!(chosen_offers(&model.sheet, Offers::ALL), [Housing::Lease]);
        let lacking = model.missing(Tool::Payment);
        assert!(lacking.iter().all(|error| error.field != "pay-temporary"), "{lacking:?}");
    }

    #[test]
    fn what_is_answered_stays() {
        let typed = [("pay-temporary", "yes"), ("complaint-offer", "temporary"), ("who", "me")];
        let model = begun(Page::Payment, "offer=lease&who=close", &typed);
        assert_eq!(chosen_offers(&model.sheet, Offers::ALL), [Housing::Temporary]);
        assert_eq!(model.sheet.get("who"), "me");
        let model = begun(Page::Dates, "offer=lease&who=close", &typed);
        assert_eq!(model.sheet.get("complaint-offer"), "temporary");
        assert_eq!(model.sheet.get("follow-offer"), "lease");
    }

    #[test]
    fn the_planner_shows_a_year_that_can_still_be_planned() {
        for (year, shown) in [(2025, 2026), (2026, 2026), (2028, 2028), (2029, 2026), (-1, 2026)] {
            assert_eq!(
                begun(Page::Respite, &format!("year={year}"), &[]).planner.year,
                shown,
                "{year}"
            );
        }
    }

    #[test]
    fn what_brings_nothing_changes_nothing() {
        let mut model = Model::new(Page::Payment, context());
        let before = model.sheet.clone();
        for brought in ["", "lang=da", "lang=xx", "offer=villa", "plan=1abc"] {
            assert!(!model.begin_with(brought, context()), "{brought}");
        }
        assert_eq!(model.sheet, before);
    }

    #[test]
    fn a_plan_is_the_planners_alone() {
        assert_eq!(plan(Page::Respite, "plan=1abc"), Some("1abc"));
        assert_eq!(plan(Page::Payment, "plan=1abc"), None);
        assert_eq!(plan(Page::Respite, "offer=lease"), None);
    }
}
