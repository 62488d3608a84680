//! What must hold for every state of every page, also for those outside the gate's catalogue: no
//! barrier, no scrolling sideways, nothing that points to nothing, and what tools/valid.mjs asks of
//! its markup.

use serde_json::json;

use super::browser::Browser;

const NARROWEST: u32 = 320;
const WIDTHS: [u32; 2] = [360, 1280];

impl Browser {
    /// Looks at the page as it stands, on a phone, on a wide screen, and magnified to 400 %.
    pub async fn inspect(&self, state: &str) {
        self.see_markup(state).await;
        self.set_width(NARROWEST).await;
        self.settle().await;
        let sticking_out = self.sticking_out().await;
        assert!(sticking_out.is_empty(), "{state} scrolls sideways: {sticking_out:#?}");
        for width in WIDTHS {
            self.set_width(width).await;
            self.settle().await;
            let violations = self.axe(&[]).await.violations;
            assert!(violations.is_empty(), "{state} at {width} px: {violations:#?}");
        }
    }

    /// Keeps the markup of a state for the checker of HTML, and follows what it points to.
    pub async fn see_markup(&self, state: &str) {
        self.keep_drawn(state).await;
        let dangling = self.dangling().await;
        assert!(dangling.is_empty(), "{state} points to nothing: {dangling:#?}");
    }

    /// The elements that make the page wider than its window; none when it is not.
    pub async fn sticking_out(&self) -> Vec<String> {
        let found = self.script(include_str!("sideways.js"), vec![]).await;
        let found = found.as_array().expect("a list of elements").iter();
        found.map(|element| json!(element).to_string()).collect()
    }
}
