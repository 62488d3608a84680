//! The one place that knows which browser is driven, and what is special about it.
//!
//! `E2E_ENGINE` chooses. The tests are the same in every engine; what one cannot do is in
//! `LIMITS`, told by every run that meets it, and tried by `crate::engines` for being still true.

use std::path::Path;
use std::time::Duration;

use fantoccini::wd::Capabilities;
use serde_json::{Value, json};

/// How long a whole test may take.
const WHOLE_TEST: Duration = Duration::from_secs(240);

/// What draws the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

/// How a session differs from an ordinary one.
#[derive(Clone, Copy, Debug)]
pub struct Setup {
    /// Whether pages may run scripts.
    pub scripts: bool,
    /// Whether pages may keep anything.
    pub storage: bool,
    /// Whether pages are shown in the system's colours alone, as some people need it.
    pub forced_colours: bool,
    /// The time zone of the device.
    pub time_zone: &'static str,
    /// The languages that its person reads, the first of them best.
    pub languages: &'static str,
    /// How long the test may take.
    pub longest: Duration,
}

impl Default for Setup {
    fn default() -> Setup {
        Setup {
            scripts: true,
            storage: true,
            forced_colours: false,
            time_zone: "Europe/Copenhagen",
            languages: "da",
            longest: WHOLE_TEST,
        }
    }
}

/// What not every engine can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ability {
    /// Printing to a file.
    Paper,
    /// Headings and tables that are such in the file that is printed.
    TaggedPaper,
    /// A finger on the screen.
    Touch,
    /// A finger that scrolls.
    Swipe,
    /// The system's colours in place of the page's.
    ForcedColours,
    /// Running a page that has no origin, in somebody's sandbox, under a policy of `'self'`.
    OriginlessPage,
    /// Telling what the browser itself has logged, beside what pages hear of it.
    Log,
    /// The browser's own protocol: larger letters, files held back, less movement.
    DevTools,
    /// Reading other languages than English.
    Languages,
}

impl Ability {
    pub const ALL: [Ability; 9] = [
        Ability::Paper,
        Ability::TaggedPaper,
        Ability::Touch,
        Ability::Swipe,
        Ability::ForcedColours,
        Ability::OriginlessPage,
        Ability::Log,
        Ability::DevTools,
        Ability::Languages,
    ];

    /// What it is called.
    pub fn words(self) -> &'static str {
        match self {
            Ability::Paper => "print to a file",
            Ability::TaggedPaper => "print headings and tables as such",
            Ability::Touch => "tap",
            Ability::Swipe => "scroll by swiping",
            Ability::ForcedColours => "show a page in the system's colours",
            Ability::OriginlessPage => "run a page in a sandbox without an origin",
            Ability::Log => "hand out the browser's own log",
            Ability::DevTools => "be looked at in every way of the gate",
            Ability::Languages => "read another language",
        }
    }
}

/// What an engine cannot do, and why. `docs/browsers.md` says the same in a table.
pub const LIMITS: [(Engine, Ability, &str); 13] = [
    (
        Engine::Firefox,
        Ability::DevTools,
        "it takes the DevTools protocol, which Chromium alone speaks",
    ),
    (Engine::Firefox, Ability::Log, "geckodriver has no command for it"),
    (Engine::Firefox, Ability::Swipe, "geckodriver's finger is told to the page alone"),
    (Engine::Firefox, Ability::TaggedPaper, "Firefox marks links alone in what it prints"),
    (
        Engine::WebKit,
        Ability::DevTools,
        "it takes the DevTools protocol, which Chromium alone speaks",
    ),
    (
        Engine::WebKit,
        Ability::Languages,
        "WebKitGTK reads that of the system, which may have no other",
    ),
    (Engine::WebKit, Ability::Log, "WebKitWebDriver has no command for it"),
    (Engine::WebKit, Ability::Paper, "WebKitWebDriver has no command for it"),
    (Engine::WebKit, Ability::TaggedPaper, "WebKitWebDriver prints nothing"),
    (Engine::WebKit, Ability::Touch, "WebKitGTK's driver moves no finger"),
    (Engine::WebKit, Ability::Swipe, "WebKitGTK's driver moves no finger"),
    (Engine::WebKit, Ability::ForcedColours, "WebKit knows no forced colours"),
    (Engine::WebKit, Ability::OriginlessPage, "WebKit takes 'self' in a policy for nobody there"),
];

/// The engine that this run is for.
pub fn engine() -> Engine {
    match std::env::var("E2E_ENGINE").as_deref() {
        Ok("chromium") | Err(_) => Engine::Chromium,
        Ok("firefox") => Engine::Firefox,
        Ok("webkit") => Engine::WebKit,
        Ok(other) => panic!("E2E_ENGINE={other}: there are chromium, firefox and webkit"),
    }
}

/// Without these, Chromium looks for hosts of its own, which the tests must not depend on.
const CHROMIUM_ARGUMENTS: [&str; 10] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--touch-events=enabled",
    "--window-size=1280,900",
];

impl Engine {
    /// Why it cannot do something; nothing where it can.
    pub fn lacks(self, ability: Ability) -> Option<&'static str> {
        let limit =
            LIMITS.iter().find(|(engine, lacking, _)| (*engine, *lacking) == (self, ability));
        limit.map(|(_, _, reason)| *reason)
    }

    /// The command that starts its driver, and the port it is told; 0 where it finds one itself
    /// and says which.
    pub fn driver(self, port: u16) -> (String, Vec<String>) {
        let program = |variable: &str, usual: &str| {
            std::env::var(variable).unwrap_or_else(|_| usual.to_owned())
        };
        match self {
            Engine::Chromium => {
                (program("CHROMEDRIVER", "chromedriver"), vec![format!("--port={port}")])
            }
            Engine::Firefox => (
                program("GECKODRIVER", "geckodriver"),
                vec![format!("--port={port}"), "--websocket-port=0".to_owned()],
            ),
            Engine::WebKit => {
                (program("WEBKITDRIVER", "WebKitWebDriver"), vec![format!("--port={port}")])
            }
        }
    }

    /// What to ask the driver for: a browser whose files lie in `home`, which saves into
    /// `home/saved`, and to which everything comes through a proxy.
    pub fn capabilities(self, setup: Setup, home: &Path, proxy: &str) -> Capabilities {
        let mut asked = match self {
            Engine::Chromium => chromium(setup, home),
            Engine::Firefox => firefox(setup, home),
            Engine::WebKit => webkit(),
        };
        asked["proxy"] = json!({ "proxyType": "manual", "httpProxy": proxy, "sslProxy": proxy });
        if self == Engine::Chromium {
            // It would ask this machine itself.
            asked["proxy"]["noProxy"] = json!(["<-loopback>"]);
        }
        let Value::Object(asked) = asked else { unreachable!("capabilities are an object") };
        asked
    }

    /// What has to lie in the folder of its files before it starts.
    pub fn files(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Engine::Chromium => &[],
            // A window as narrow as a phone, with nothing around the page.
            Engine::Firefox => &[(
                "profile/chrome/userChrome.css",
                ":root { min-width: 0 !important; min-height: 0 !important }
                 #navigator-toolbox { display: none !important }",
            )],
            Engine::WebKit => &[
                (".config/user-dirs.dirs", "XDG_DOWNLOAD_DIR=\"$HOME/saved\"\n"),
                // The same; its buttons would keep the window wide.
                (
                    ".config/gtk-3.0/gtk.css",
                    "headerbar, headerbar *, toolbar, toolbar *, entry, button, image, label {
                         min-width: 0; min-height: 0; margin: 0; border: none; padding: 0;
                         font-size: 1px; -gtk-icon-source: none;
                     }",
                ),
            ],
        }
    }
}

fn chromium(setup: Setup, home: &Path) -> Value {
    let mut arguments = CHROMIUM_ARGUMENTS.map(str::to_owned).to_vec();
    let first = setup.languages.split(',').next().unwrap_or_default();
    arguments.push(format!("--lang={first}"));
    if setup.forced_colours {
        arguments.push("--force-high-contrast".to_owned());
    }
    let mut options = json!({
        "args": arguments,
        "prefs": {
            "download.default_directory": home.join("saved"),
            "intl.accept_languages": setup.languages,
        },
    });
    if let Ok(binary) = std::env::var("CHROMIUM") {
        options["binary"] = json!(binary);
    }
    json!({
        "browserName": "chrome",
        "goog:chromeOptions": options,
        "goog:loggingPrefs": { "browser": "ALL" },
    })
}

fn firefox(setup: Setup, home: &Path) -> Value {
    json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "args": ["-headless", "-profile", home.join("profile")],
            "prefs": {
                "network.proxy.allow_hijacking_localhost": true,
                "toolkit.legacyUserProfileCustomizations.stylesheets": true,
                "browser.download.folderList": 2,
                "browser.download.dir": home.join("saved"),
                "intl.accept_languages": setup.languages,
                "browser.display.document_color_use": if setup.forced_colours { 2 } else { 1 },
            },
        },
    })
}

fn webkit() -> Value {
    let binary = std::env::var("MINIBROWSER").unwrap_or_else(|_| {
        // Where Debian has it.
        format!("/usr/lib/{}-linux-gnu/webkit2gtk-4.1/MiniBrowser", std::env::consts::ARCH)
    });
    json!({ "webkitgtk:browserOptions": { "binary": binary, "args": ["--automation"] } })
}

/// Commands that WebDriver itself does not have.
#[derive(Debug)]
pub enum Vendor {
    /// A command of Chromium's own protocol.
    DevTools(&'static str, Value),
    /// What the browser has logged since it was last asked.
    Log,
}

impl fantoccini::wd::WebDriverCompatibleCommand for Vendor {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        let path = match self {
            Vendor::DevTools(..) => "goog/cdp/execute",
            Vendor::Log => "se/log",
        };
        base.join(&format!("session/{}/{path}", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        let body = match self {
            Vendor::DevTools(command, parameters) => {
                json!({ "cmd": command, "params": parameters })
            }
            Vendor::Log => json!({ "type": "browser" }),
        };
        (http::Method::POST, Some(body.to_string()))
    }
}
