//! The catalogue: every state of the product, with a short way to each. A walk goes from state to
//! state in one session of the browser; all of them are walked in every language.

use std::path::PathBuf;
use std::pin::Pin;
use std::time::Duration;

use botilbud::text::words::Language;
use serde_json::json;

use super::extent::languages;
use super::visit::Visit;
use crate::fallback::half_a_program;
use crate::planner_file::without_planner;
use crate::standard_file::{edited, example, with_standard};
use crate::support::{Setup, Site, address_of, in_browser_with};

/// Which pages a walk is on.
#[derive(Clone, Copy)]
pub enum Place {
    /// dist/.
    Dist,
    /// The pages with a button that panics.
    Panic,
    /// A folder made for the walk, by the name of its own.
    Copy(fn(&str) -> PathBuf),
}

/// How long a walk may take.
const LONGEST: Duration = Duration::from_secs(1200);

type Way<'a> = Pin<Box<dyn Future<Output = ()> + 'a>>;

/// A walk.
pub struct Walk {
    pub name: &'static str,
    pub place: Place,
    /// Every state, in order.
    pub states: &'static [&'static str],
    way: for<'a> fn(&'a Visit) -> Way<'a>,
}

impl Walk {
    async fn go(&'static self) {
        for language in languages() {
            self.go_in(language).await;
        }
    }

    async fn go_in(&'static self, language: Language) {
        let mut site = None;
        let folder = match self.place {
            Place::Dist => address_of("BOTILBUD_URL"),
            Place::Panic => address_of("BOTILBUD_PANIC_URL"),
            Place::Copy(make) => {
                let name = format!("gate-{}-{}", self.name, language.code());
                let made = Site::of(make(&name)).await;
                site.insert(made).address.clone()
            }
        };
        let setup = Setup { longest: LONGEST, ..Setup::default() };
        in_browser_with(setup, folder.clone(), async move |browser| {
            let visit = Visit::new(browser, language, folder, self);
            (self.way)(&visit).await;
            visit.end();
        })
        .await;
    }
}

macro_rules! walks {
    ($($name:ident: $place:expr,)*) => {
        $(
            mod $name;

            #[tokio::test]
            async fn $name() {
                static WALK: Walk = Walk {
                    name: stringify!($name),
                    place: $place,
                    states: $name::STATES,
                    way: |visit| Box::pin($name::walk(visit)),
                };
                WALK.go().await;
            }
        )*
    };
}

walks! {
    pages: Place::Dist,
    check: Place::Dist,
    payment: Place::Dist,
    dates: Place::Dist,
    free_choice: Place::Dist,
    planner: Place::Dist,
    suggestion: Place::Dist,
    exchange: Place::Dist,
    overview: Place::Dist,
    receipts: Place::Dist,
    keeping: Place::Dist,
    generator: Place::Dist,
    framed: Place::Dist,
    plain: Place::Dist,
    without_scripts: Place::Dist,
    without_program: Place::Copy(half_a_program),
    stopped: Place::Panic,
    second_file_missing: Place::Copy(without_planner),
    second_file_awaited: Place::Dist,
    wrong_standard: Place::Copy(with_wrong_standard),
    another_municipality: Place::Copy(of_another_municipality),
    coming_numbers: Place::Copy(with_coming_numbers),
}

fn with_wrong_standard(name: &str) -> PathBuf {
    let wrong = edited(|standard| {
        let parameters = &mut standard["parameters"];
        parameters["minimum_under_age_limit"]["values"][0]["value"] = json!("1.950");
        parameters["complaint_days"]["unit"] = json!("uger");
    });
    with_standard(name, Some(&wrong))
}

fn of_another_municipality(name: &str) -> PathBuf {
    with_standard(name, Some(example()))
}

/// Every number that a result near it depends on changes on a day near today.
fn with_coming_numbers(name: &str) -> PathBuf {
    let coming = edited(|standard| {
        for (name, value) in [
            ("minimum_under_age_limit", json!("9950.00")),
            ("respite_days_per_year", json!(60)),
            ("complaint_days", json!(42)),
        ] {
            let values = &mut standard["parameters"][name]["values"];
            let mut next = values[0].clone();
            next["from"] = json!("2026-04-01");
            next["value"] = value;
            values.as_array_mut().expect("a list").push(next);
        }
    });
    with_standard(name, Some(&coming))
}
