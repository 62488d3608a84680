//! The whole product in a real browser, as a citizen meets it: `make e2e`.
//!
//! Every test has a browser session of its own, and ends by asking the browser for its log: an
//! error, a warning or a breach of the security policy in there fails the test.
//!
//! Controls are found by the ids and codes that the pages promise (`stay-1-arrival`,
//! `data-tool`, `data-act`); what is asserted is what a person reads.

mod about;
mod check;
mod crash;
mod dates;
mod embedding;
mod engines;
mod entries;
mod errors;
mod fallback;
mod first_paint;
mod free_choice;
mod front;
mod gate;
mod hosting;
mod keeping;
mod keyboard;
mod languages;
mod licences;
mod navigation;
mod overview;
mod own_names;
mod payment;
mod planner;
mod planner_file;
mod policy;
mod privacy;
mod receipts;
mod references;
mod release;
mod respite;
mod said;
mod standard_file;
mod support;
mod worlds;
