//! The ways of looking at a state: screens, colours, sizes of text.

use std::time::{Duration, Instant};

use botilbud::text::words::Language;
use serde_json::json;

use super::extent::Extent;
use crate::support::Browser;

/// A way of looking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    pub name: &'static str,
    pub width: u32,
    pub height: u32,
    /// The text size that the person has chosen in the browser, in pixels; 16 where they have not.
    pub text: u32,
    /// Whether the system gives the colours.
    pub forced: bool,
    /// Whether the person has asked for less motion.
    pub still: bool,
}

const ORDINARY: Look =
    Look { name: "", width: 1280, height: 900, text: 16, forced: false, still: false };

/// A desk.
pub const DESK: Look = Look { name: "at a desk", ..ORDINARY };
/// A phone.
pub const PHONE: Look = Look { name: "on a phone", width: 360, height: 740, ..ORDINARY };
/// The system's colours in place of the page's, and nothing that moves.
pub const FORCED: Look =
    Look { name: "in forced colours, without motion", forced: true, still: true, ..ORDINARY };
/// The narrowest screen with text of twice the size.
pub const LARGE: Look =
    Look { name: "with text of 200 %", width: 320, height: 640, text: 32, ..ORDINARY };
/// A screen of 1280 by 1024 pixels at 400 %.
pub const MAGNIFIED: Look = Look { name: "at 400 %", width: 320, height: 256, ..ORDINARY };

/// Every way of looking.
pub const LOOKS: [Look; 5] = [DESK, PHONE, FORCED, LARGE, MAGNIFIED];

/// The ways in which a state is looked at: Danish in every way, each other language in those in
/// which axe looks, and with the largest text on the narrowest screen, where longer words find the
/// least room.
pub fn looks(with_axe: &[Look], language: Language) -> Vec<Look> {
    let is_asked =
        |look: &Look| language == Language::Danish || *look == LARGE || with_axe.contains(look);
    LOOKS.into_iter().filter(is_asked).collect()
}

/// The ways in which axe-core looks at a state. The whole gate looks in every way; otherwise
/// Danish at a desk and in one other way, and each other language in one. Which one differs from
/// state to state and from language to language, so that every way has its turn in every walk.
/// axe finds the same at 400 % as on a phone, but for what is scrolled to.
pub fn with_axe(turn: usize, language: Language, extent: Extent) -> Vec<Look> {
    if extent == Extent::Whole {
        return LOOKS.to_vec();
    }
    match language {
        Language::Danish => vec![DESK, [PHONE, FORCED, LARGE][turn % 3]],
        Language::EasyDanish | Language::English => vec![[DESK, PHONE, FORCED, LARGE][turn % 4]],
    }
}

/// How long a frame may take to follow.
const PATIENCE: Duration = Duration::from_secs(1);

const FITS: &str = "
    const { framed } = document.documentElement.dataset;
    return framed === undefined || framed === 'fits';
";

impl Browser {
    /// Looks at the page in this way from now on.
    pub async fn look(&self, look: Look) {
        // What the person sets in the browser, so that widths in rem follow it, too.
        let sizes = json!({ "fontSizes": { "standard": look.text, "fixed": look.text * 13 / 16 } });
        self.dev_tools("Page.setFontSizes", sizes).await;
        let metrics = json!({
            "width": look.width, "height": look.height, "deviceScaleFactor": 1, "mobile": false,
        });
        self.dev_tools("Emulation.setDeviceMetricsOverride", metrics).await;
        let features = json!([
            { "name": "forced-colors", "value": if look.forced { "active" } else { "none" } },
            {
                "name": "prefers-reduced-motion",
                "value": if look.still { "reduce" } else { "no-preference" },
            },
        ]);
        let features = json!({ "media": "", "features": features });
        self.dev_tools("Emulation.setEmulatedMedia", features).await;
        self.settle().await;
        // A page that is too tall for a frame scrolls in it.
        let begun = Instant::now();
        while self.script(FITS, vec![]).await == json!(false) && begun.elapsed() < PATIENCE {
            self.settle().await;
        }
    }
}
