//! What axe-core cannot tell and somebody has looked at: each with where it is and why it is right.
//! One that is met nowhere in its walk is no longer needed, and fails as well.

use std::collections::BTreeSet;

use crate::support::Browser;

/// What axe-core finds on the page as it stands, the rule first, and which of those reviewed are
/// there. `look at` stands before what axe cannot tell and nobody has looked at.
pub async fn find(browser: &Browser) -> (Vec<String>, BTreeSet<usize>) {
    let reviewed: Vec<_> = REVIEWED.iter().map(|entry| (entry.rule, entry.css)).collect();
    let report = browser.axe(&reviewed).await;
    let open = report.open.into_iter().map(|what| format!("look at {what}"));
    (report.violations.into_iter().chain(open).collect(), report.matched)
}

/// Something that axe cannot tell.
pub struct Reviewed {
    /// axe's rule.
    pub rule: &'static str,
    /// The elements that it is about.
    pub css: &'static str,
    /// A walk in which it is met at a desk.
    pub walk: &'static str,
    /// Why it is right.
    pub why: &'static str,
}

pub const REVIEWED: [Reviewed; 5] = [
    Reviewed {
        rule: "p-as-heading",
        css: ".result > .figure",
        walk: "dates",
        why: "It is what the heading above it names: an amount, a day, a verdict. Nothing stands under it.",
    },
    Reviewed {
        rule: "color-contrast",
        css: ".day.is-shared",
        walk: "planner",
        why: "White on two dark colours; the white line between them cuts the corner, below the number.",
    },
    Reviewed {
        rule: "frame-tested",
        css: "iframe.preview",
        walk: "generator",
        why: "What it shows is looked at by itself, in the walk of plain pages and that of framed ones.",
    },
    Reviewed {
        rule: "frame-tested",
        css: "iframe[id^=botilbud-]",
        walk: "plain",
        why: "The walk of framed pages looks at what it shows.",
    },
    Reviewed {
        rule: "css-orientation-lock",
        css: "html:not(:has(link[rel=stylesheet]))",
        walk: "plain",
        why: "The page in the role of somebody else's has no style, so none that could lock anything.",
    },
];
