//! Whether everything that a page points to is there: places on it, pages, files, addresses.

use std::path::Path;

use botilbud::app::page::Page;
use serde_json::{Value, json};

use super::addresses;
use super::browser::Browser;

/// Where the files are that a page may ask for.
const FOLDERS: [&str; 2] = ["dist", "target/dist-panic"];

/// What points to what: `[the attribute, what stands in it, the element]` for each place on the
/// page that is not there, or there twice, and for each link that leads off the page.
const POINTERS: &str = "
    const [attributes] = arguments;
    const pointers = [];
    const note = (kind, value, { outerHTML }) => pointers.push([kind, value, outerHTML.slice(0, 160)]);
    const all = document.querySelectorAll('*');
    const times = new Map();
    for (const { id } of all) times.set(id, (times.get(id) ?? 0) + 1);
    for (const element of all) {
        if (element.hasAttribute('id') && times.get(element.id) !== 1) note('twice', element.id, element);
        for (const name of attributes) {
            for (const id of element.getAttribute(name)?.split(/\\s+/) ?? []) {
                if (times.get(id) !== 1) note(name, id, element);
            }
        }
        for (const name of ['href', 'src', 'action', 'data']) {
            const link = element.getAttribute(name);
            if (link === null) continue;
            const isPlace = link.startsWith('#') && !link.startsWith('#/');
            if (!isPlace) note('link', link, element);
            else if (times.get(link.slice(1)) !== 1) note(name, link, element);
        }
    }
    return pointers;
";

/// The attributes that name elements by their ids.
const NAMING: [&str; 11] = [
    "aria-activedescendant",
    "aria-controls",
    "aria-describedby",
    "aria-details",
    "aria-errormessage",
    "aria-labelledby",
    "aria-owns",
    "for",
    "form",
    "headers",
    "list",
];

impl Browser {
    /// What points to nothing, or to where it should not.
    pub async fn dangling(&self) -> Vec<String> {
        let pointers = self.script(POINTERS, vec![json!(NAMING)]).await;
        let pointers = pointers.as_array().expect("a list").iter();
        let text = |pointer: &Value, at: usize| pointer[at].as_str().unwrap_or_default().to_owned();
        let complain = |pointer| {
            let (kind, value) = (text(pointer, 0), text(pointer, 1));
            let fault = match kind.as_str() {
                "link" => fault_of_link(&value)?,
                _ => format!("{kind}={value}"),
            };
            Some(format!("{fault} in {}", text(pointer, 2)))
        };
        pointers.filter_map(complain).collect()
    }
}

fn fault_of_link(link: &str) -> Option<String> {
    let file = link.split(['#', '?']).next().unwrap_or_default();
    let is_right = match link.split_once(':') {
        // The page itself, again.
        None if link.is_empty() => true,
        None if link.starts_with("#/") => is_page(&link[1..]),
        None => file.starts_with("./") && is_file(file),
        Some(("tel", number)) => {
            number.len() == 11 && number.strip_prefix("+45").is_some_and(is_digits)
        }
        Some(("mailto", mail)) => is_mail(mail),
        Some(_) => return addresses::fault(link),
    };
    (!is_right).then(|| format!("link={link}"))
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_mail(text: &str) -> bool {
    let plain = |part: &str| {
        !part.is_empty()
            && part.chars().all(|letter| letter.is_alphanumeric() || "-._".contains(letter))
    };
    text.split_once('@')
        .is_some_and(|(name, host)| plain(name) && plain(host) && host.contains('.'))
}

/// Whether a fragment is a page's own, as the page itself would write it.
fn is_page(fragment: &str) -> bool {
    let name = fragment.split('?').next().unwrap_or_default();
    Page::from_fragment(fragment).0.fragment() == name
}

fn is_file(file: &str) -> bool {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    // A folder's address is that of its first page.
    let file = if file == "./" { "index.html" } else { file };
    FOLDERS.iter().any(|folder| root.join(folder).join(file).is_file())
}
