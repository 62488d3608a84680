//! What form an address has that the product links to or cites.

use url::{Host, Url};

/// Whom it may lead to, each for its reason.
const HOSTS: [&str; 4] = [
    // The public calculation of housing benefit.
    "www.borger.dk",
    // Statements of accessibility, which every public body has there.
    "was.digst.dk",
    // How Rust is installed, and what a schema is.
    "rustup.rs",
    "json-schema.org",
];

/// Names that look like addresses and are fetched by nobody.
const NAMES: [&str; 2] = ["http://www.w3.org/1999/xlink", "http://www.w3.org/2000/svg"];

/// What is wrong with an address; nothing when it may stand.
pub fn fault(address: &str) -> Option<String> {
    if NAMES.contains(&address) {
        return None;
    }
    let url = match Url::parse(address) {
        Ok(url) => url,
        Err(error) => return Some(format!("{address}: {error}")),
    };
    let is_known = match url.host() {
        Some(Host::Domain(host)) => HOSTS.contains(&host) || host.ends_with(".example"),
        // This machine.
        Some(Host::Ipv4(host)) if host.is_loopback() => return None,
        _ => false,
    };
    let as_written = url.as_str().strip_suffix('/').unwrap_or(url.as_str());
    let is_plain =
        |text: &str| text.chars().all(|c| c.is_ascii_alphanumeric() || "/-_.".contains(c));
    let faults = [
        (url.scheme() != "https", "not https"),
        (!is_known, "a host that is not on the list"),
        (as_written != address.strip_suffix('/').unwrap_or(address), "not as a browser writes it"),
        (!url.username().is_empty() || url.password().is_some(), "a name to log in with"),
        (url.port().is_some(), "a port"),
        (url.query().is_some(), "a query: nothing cited needs one, and it may name a visit"),
        (!is_plain(url.path()), "a path with more than names in it"),
        (!url.fragment().is_none_or(is_plain), "a fragment that is no place on a page"),
    ];
    let found: Vec<&str> =
        faults.into_iter().filter(|(is_wrong, _)| *is_wrong).map(|(_, why)| why).collect();
    (!found.is_empty()).then(|| format!("{address}: {}", found.join(", ")))
}
