//! What comes into the planner from outside: the plan of a link, the days of a calendar file.
//! Neither ever takes the place of what is there without being asked.

use super::Planner;
use crate::draft::{Context, Sheet, respite};
use crate::exchange::calendar_import::{self, ImportError, Imported};
use crate::exchange::plan_link::{self, LinkError};
use crate::rules::date::DateRange;
use crate::rules::respite::Stay;

/// The beginning of the names of the fields that say which ranges of a file are taken.
pub const IMPORT: &str = "import";

/// What a link brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Incoming {
    /// A plan, to be compared with the one that is there.
    Plan(Vec<Stay>),
    /// A link that cannot be read.
    Broken(LinkError),
}

/// The field that says whether a range of the file is taken.
pub fn import_field(place: usize) -> String {
    format!("{IMPORT}-{place}")
}

impl Planner {
    /// Takes the plan of a link: at once when there is none, else to be compared.
    pub fn receive(&mut self, link: &str, sheet: &mut Sheet, context: Context) {
        self.incoming = match plan_link::decode(link) {
            Err(error) => Some(Incoming::Broken(error)),
            Ok(stays) if self.has_nothing(sheet) => {
                self.replace(&stays, sheet, context);
                self.say(context.words.planner.link.taken(stays.len()));
                None
            }
            Ok(stays) if stays == self.plan.plain_stays() => None,
            Ok(stays) => Some(Incoming::Plan(stays)),
        };
    }

    fn has_nothing(&self, sheet: &Sheet) -> bool {
        let rows = sheet.rows(respite::STAYS);
        rows.iter().all(|row| sheet.is_row_empty(respite::STAYS, *row))
    }

    /// Puts these stays in place of the plan's, as one change.
    pub fn replace(&mut self, stays: &[Stay], sheet: &mut Sheet, context: Context) {
        self.history.remember(sheet);
        let rows: Vec<u32> = sheet.rows(respite::STAYS).to_vec();
        for row in rows {
            sheet.remove_row(respite::STAYS, row);
        }
        for stay in stays {
            respite::add_stay(sheet, *stay, context);
        }
        if let Some(first) = stays.first() {
            self.show_year(first.arrival().year());
        }
    }

    /// The stays of the link's plan, when one waits to be compared.
    pub fn incoming_stays(&self) -> Option<Vec<Stay>> {
        match &self.incoming {
            Some(Incoming::Plan(stays)) => Some(stays.clone()),
            _ => None,
        }
    }

    /// Reads a calendar file; its ranges are taken only when the person says for what.
    pub fn open_file(&mut self, bytes: &[u8], sheet: &mut Sheet, context: Context) {
        let this_year = context.today.year().min(self.year);
        let window = DateRange::calendar_year(this_year).map(|year| {
            let last = DateRange::calendar_year(this_year.saturating_add(3));
            DateRange { from: year.from, to: last.map_or(year.to, |last| last.to) }
        });
        let Some(window) = window else { return };
        let read = calendar_import::read(bytes, window);
        if let Ok(imported) = &read {
            for place in 0..imported.ranges.len() {
                sheet.set(import_field(place), "yes");
            }
        }
        self.imported = Some(read);
    }

    /// Adds the chosen ranges of the file to a list, as one change; tells how many.
    pub fn import_into(
        &mut self,
        list: &'static str,
        sheet: &mut Sheet,
        context: Context,
    ) -> usize {
        let Some(Ok(imported)) = self.imported.take() else { return 0 };
        self.history.remember(sheet);
        let chosen = imported
            .ranges
            .iter()
            .enumerate()
            .filter(|(place, _)| sheet.get(&import_field(*place)) == "yes")
            .map(|(_, imported)| imported.range);
        let chosen: Vec<DateRange> = chosen.collect();
        for range in &chosen {
            respite::add_range(sheet, list, *range, context);
        }
        chosen.len()
    }

    /// The link's text for the plan, if it is not too long for one.
    pub fn link(&self) -> Option<String> {
        plan_link::encode(&self.plan.plain_stays())
    }
}

/// What a calendar file brought.
pub type Opened = Result<Imported, ImportError>;
