//! What the server sends can be read before any script has run, and carries the policy.

use botilbud::text::marks::plain;
use botilbud::text::words::DA;

use crate::support::{address_of, get};

#[test]
fn the_first_answer_has_heading_lead_and_policy() {
    for variable in ["BOTILBUD_URL", "BOTILBUD_SUBPATH_URL"] {
        let (head, page) = get(&address_of(variable));
        assert!(head.starts_with("HTTP/1.1 200"), "{head}");
        let policy = head.lines().find(|line| line.starts_with("Content-Security-Policy:"));
        assert!(policy.is_some_and(|line| line.contains("default-src 'none'")), "{head}");

        let body = page.split_once("<body>").expect("a body").1;
        assert!(body.contains("<h1>Botilbud og aflastning</h1>"));
        let lead = format!("<p class=\"font-lead\">{}</p>", plain(DA.front.lead));
        assert!(body.contains(&lead), "{body}");
        assert!(!body.contains("<script"), "a script in the body would come before what follows");
        // Scripts in the head wait until the page is read.
        for script in page.split("<script").skip(1) {
            let tag = script.split_once('>').expect("a tag").0;
            assert!(tag.contains("type=\"module\"") && tag.contains("src=\"./"), "<script{tag}>");
        }
        // For hosts that send no headers of their own.
        let meta = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'";
        assert!(page.contains(meta));
    }
}
