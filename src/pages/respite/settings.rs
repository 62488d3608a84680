//! The grant, and a longer temporary stay: what the count rests on beside the stays.

use maud::{Markup, html};

use crate::draft::respite::{GRANT_START, GRANTED, HOUSING_FROM, HOUSING_TO, most_days};
use crate::html::fields::{Kind, Text, text};
use crate::html::page::{View, live};

/// The grant and the temporary stay, folded until they are needed.
pub fn settings(view: View) -> Markup {
    let words = view.words();
    let fields = [GRANTED, GRANT_START, HOUSING_FROM, HOUSING_TO];
    let open = fields.iter().any(|id| !view.model.sheet.get(id).is_empty());
    html! {
        details.details id="settings" open[open] {
            summary.details-summary { (words.planner.settings) }
            div.details-text {
                (field(GRANTED, view))
                (field(GRANT_START, view))
                h3 { (words.respite.housing) }
                p { (words.respite.housing_lead) }
                (field(HOUSING_FROM, view))
                (field(HOUSING_TO, view))
            }
        }
    }
}

fn field(id: &str, view: View) -> Markup {
    live(&format!("field:{id}"), view, || live_field(id, view).unwrap_or_else(|| html! {}))
}

/// A field of the settings, drawn anew when its error comes or goes.
pub fn live_field(id: &str, view: View) -> Option<Markup> {
    let words = &view.words().respite;
    let granted_hint = words.granted_hint(most_days(view.context));
    let (label, hint, kind) = match id {
        GRANTED => (words.granted, granted_hint.as_str(), Kind::Number),
        GRANT_START => (words.grant_start, words.grant_start_hint, Kind::Date),
        HOUSING_FROM => (words.housing_from, "", Kind::Date),
        HOUSING_TO => (words.housing_to, words.housing_to_hint, Kind::Date),
        _ => return None,
    };
    Some(text(Text { id, label, hint, optional: true, kind }, view))
}
