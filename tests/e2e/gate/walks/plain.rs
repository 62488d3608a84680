//! Pages that are read without the program.

use crate::gate::visit::Visit;

pub const STATES: &[&str] = &["the licences", "the sample page of a host"];

pub async fn walk(visit: &Visit) {
    visit.browser.open_address(&visit.file("licenser.html")).await;
    visit.at("the licences").await;
    let sample = visit.file("preview.html#tool=dates&offer=lease&title=Frister&text=Frister");
    visit.browser.open_address(&sample).await;
    visit.wait_for("iframe").await;
    visit.at_page("the sample page of a host").await;
}
