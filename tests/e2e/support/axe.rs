//! axe-core, run in the page as it stands.

use serde_json::json;

use super::browser::Browser;

const AXE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/node_modules/axe-core/axe.min.js");
const TAGS: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const RUN: &str = "
    const [tags, done] = arguments;
    // What is skipped while it is out of sight has no true place yet.
    for (const element of document.querySelectorAll('.stays-frame')) {
        element.style.contentVisibility = 'visible';
    }
    axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }).then(
        ({ violations }) => done(violations.flatMap(({ id, help, nodes }) =>
            nodes.map(({ target, html }) => `${id}: ${help}: ${target.join(' ')} ${html}`))),
        (error) => done([`axe failed: ${error}`]),
    );
";

impl Browser {
    /// What axe-core finds wrong with the page.
    pub async fn violations(&self) -> Vec<String> {
        if self.script("return typeof axe", vec![]).await == json!("undefined") {
            let source = std::fs::read_to_string(AXE).expect("npm has installed axe-core");
            self.script(&format!("{source}; window.axe = axe"), vec![]).await;
        }
        let found = self.script_until_done(RUN, vec![json!(TAGS)]).await;
        let found = found.as_array().expect("a list of violations").iter();
        found.map(|violation| violation.as_str().unwrap_or_default().to_owned()).collect()
    }
}
