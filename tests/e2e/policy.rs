//! The security policy is in force.

use botilbud::app::page::Page;
use serde_json::json;

use crate::support::{Browser, address_of, in_browser};

/// Does something to the page, and tells whether it breaks a directive of the policy.
async fn breaks(browser: &Browser, directive: &str, attempt: &str) -> bool {
    let script = format!(
        "const [directive, done] = arguments;
         document.addEventListener('securitypolicyviolation', (event) => {{
             if (event.effectiveDirective === directive) done(true);
         }});
         setTimeout(() => done(false), 5000);
         {attempt};"
    );
    browser.script_until_done(&script, vec![json!(directive)]).await == json!(true)
}

#[tokio::test]
async fn what_gets_into_the_page_neither_runs_nor_asks_nor_styles() {
    in_browser(async |browser| {
        browser.open(Page::Respite).await;
        let elsewhere = address_of("BOTILBUD_SUBPATH_URL");
        let attempts = [
            (
                "script-src-elem",
                "const script = document.createElement('script');
                 script.textContent = 'window.ran = true';
                 document.body.append(script)"
                    .to_owned(),
            ),
            (
                "script-src-attr",
                "document.body.insertAdjacentHTML('beforeend',
                     '<button id=inline onclick=\"window.ran = true\">x</button>');
                 document.getElementById('inline').click()"
                    .to_owned(),
            ),
            (
                "style-src-attr",
                "document.body.insertAdjacentHTML('beforeend',
                     '<p id=styled style=\"color: rgb(1, 2, 3)\">x</p>')"
                    .to_owned(),
            ),
            (
                "style-src-elem",
                "document.body.insertAdjacentHTML('beforeend',
                     '<style>#styled { color: rgb(1, 2, 3) }</style>')"
                    .to_owned(),
            ),
            ("connect-src", format!("fetch('{elsewhere}').catch(() => 0)")),
            ("img-src", format!("new Image().src = '{elsewhere}favicon.svg'")),
            (
                "form-action",
                format!(
                    "const form = document.createElement('form');
                     form.action = '{elsewhere}';
                     document.body.append(form);
                     // Firefox says it by an error as well.
                     try {{ form.submit() }} catch {{}}"
                ),
            ),
        ];
        for (directive, attempt) in &attempts {
            assert!(breaks(&browser, directive, attempt).await, "{directive}");
        }
        assert_eq!(browser.script("return typeof window.ran", vec![]).await, json!("undefined"));
        let colour = "return getComputedStyle(document.getElementById('styled')).color";
        assert_ne!(browser.script(colour, vec![]).await, json!("rgb(1, 2, 3)"));

        let own = "new Image().src = document.querySelector('link[rel=icon]').href";
        assert!(!breaks(&browser, "img-src", own).await, "our own");

        // Every other test relies on the log to hold such things.
        let complaints = browser.complaints().await;
        assert!(complaints.len() >= attempts.len(), "{complaints:#?}");
    })
    .await;
}

#[tokio::test]
async fn the_log_that_every_test_ends_with_holds_errors() {
    in_browser(async |browser| {
        browser.open(Page::Front).await;
        assert_eq!(browser.complaints().await, Vec::<String>::new());
        browser.script("console.error('seeded'); console.info('harmless')", vec![]).await;
        let complaints = browser.complaints().await;
        assert_eq!(complaints.len(), 1);
        assert!(complaints[0].contains("seeded"), "{complaints:?}");
    })
    .await;
}
