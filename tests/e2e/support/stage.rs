//! What stands between a session and the network: a proxy of its own, so that every engine can be
//! given another clock, cut off from an address and asked what went wrong in the same way.
//!
//! Only this machine can be reached through it. Documents get a script (`stage.js`) before
//! everything else; all other bytes pass as they are.

use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use super::engine::Setup;

const SCRIPT: &str = include_str!("stage.js");
/// Addresses of the proxy's own, on every origin.
const OWN: &str = "/__stage/";
const TAG: &str = "<script src=\"/__stage/stage.js\"></script>";
/// What a person has turned off: the page's noscript parts are shown, too.
const NO_SCRIPTS: &str = "sandbox allow-same-origin allow-forms allow-top-navigation";

/// One session's proxy.
pub struct Stage {
    port: u16,
    setup: Setup,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    now: String,
    blocked: Vec<String>,
    asked: Vec<String>,
    complaints: Vec<String>,
    scripts: String,
    slow: Option<Slow>,
    free_at: Option<Instant>,
}

/// A connection that is slow.
#[derive(Clone, Copy)]
struct Slow {
    /// Until an answer's first byte.
    latency: Duration,
    /// How long a packet takes.
    packet: Duration,
}

/// The bytes that a slow connection takes at once.
const PACKET: u32 = 1400;

impl Stage {
    /// Begins to listen; ends with the tests.
    pub fn new(setup: Setup) -> Arc<Stage> {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let stage = Arc::new(Stage { port, setup, state: Mutex::default() });
        let proxy = Arc::clone(&stage);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let proxy = Arc::clone(&proxy);
                // A browser that hangs up early asks again.
                thread::spawn(move || drop(proxy.serve(stream)));
            }
        });
        stage
    }

    /// Where the browser finds it.
    pub fn address(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// Sets the clock of the documents loaded from now on.
    pub fn set_clock(&self, now: &str) {
        now.clone_into(&mut self.state().now);
    }

    /// Answers nothing from now on to addresses that end like these.
    pub fn block(&self, endings: &[&str]) {
        self.state().blocked = endings.iter().map(|&ending| ending.to_owned()).collect();
    }

    /// Runs this before any script of the documents loaded from now on.
    pub fn run_first(&self, script: &str) {
        self.state().scripts.push_str(&format!("{{\n{script}\n}}\n"));
    }

    /// Makes the connection slow.
    pub fn slow_down(&self, latency: u32, kilobits: u32) {
        self.state().slow = Some(Slow {
            latency: Duration::from_millis(latency.into()),
            packet: Duration::from_millis((PACKET * 8 / kilobits).into()),
        });
    }

    /// The addresses that were asked for so far.
    pub fn asked(&self) -> Vec<String> {
        self.state().asked.clone()
    }

    /// What went wrong since this was last asked; the same once.
    pub fn complaints(&self) -> Vec<String> {
        std::mem::take(&mut self.state().complaints)
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().expect("nobody panics while holding it")
    }

    /// Browsers ask again when nobody answers, so a complaint may come twice.
    fn complain(&self, complaint: String) {
        let complaints = &mut self.state().complaints;
        if !complaints.contains(&complaint) {
            complaints.push(complaint);
        }
    }

    /// Answers one request and hangs up.
    fn serve(&self, mut browser: TcpStream) -> io::Result<()> {
        let Some((head, body)) = Head::read(&mut browser)? else { return Ok(()) };
        let mut line = head.line.split(' ');
        let (method, target) = (line.next().unwrap_or_default(), line.next().unwrap_or_default());
        // What a browser wants to know of its makers does not leave this machine.
        let Some(url) = url::Url::parse(target).ok().filter(is_here) else {
            return write!(browser, "HTTP/1.1 502 Not here\r\nContent-Length: 0\r\n\r\n");
        };
        if url.path().starts_with(OWN) {
            return self.serve_own(&mut browser, &url, &head, body);
        }
        self.state().asked.push(target.to_owned());
        if self.state().blocked.iter().any(|ending| target.ends_with(ending.as_str())) {
            self.complain(format!("no answer from {target}"));
            return browser.shutdown(Shutdown::Both);
        }
        let origin =
            (url.host_str().unwrap_or_default(), url.port_or_known_default().unwrap_or(80));
        let Ok(mut server) = TcpStream::connect(origin) else {
            self.complain(format!("no answer from {target}"));
            return browser.shutdown(Shutdown::Both);
        };
        let is_document = method == "GET"
            && head.value("Accept").is_some_and(|accepted| accepted.starts_with("text/html"));
        self.ask(&mut server, method, &url, &head, is_document)?;
        server.write_all(&body)?;
        let Some((mut answer, mut sent)) = Head::read(&mut server)? else { return Ok(()) };
        let status = answer.line.split(' ').nth(1).unwrap_or_default().to_owned();
        if status.starts_with(['4', '5']) && url.path() != "/favicon.ico" {
            self.complain(format!("{status} from {target}"));
        }
        let is_html =
            answer.value("Content-Type").is_some_and(|kind| kind.starts_with("text/html"));
        if is_document && is_html {
            server.read_to_end(&mut sent)?;
            sent = self.put_on_stage(&url, &mut answer, sent);
        }
        let answer = answer.closing().into_bytes();
        let mut answer = answer.as_slice().chain(sent.as_slice()).chain(server);
        let Some(slow) = self.state().slow else {
            io::copy(&mut answer, &mut browser)?;
            return Ok(());
        };
        thread::sleep(slow.latency);
        let mut part = [0; PACKET as usize];
        loop {
            let read = answer.read(&mut part)?;
            if read == 0 {
                return Ok(());
            }
            self.wait_for_turn(slow);
            browser.write_all(&part[..read])?;
        }
    }

    /// Waits until the connection, which all answers share, is free for another packet.
    fn wait_for_turn(&self, slow: Slow) {
        let now = Instant::now();
        let begin = {
            let mut state = self.state();
            let begin = state.free_at.map_or(now, |free_at| free_at.max(now));
            state.free_at = Some(begin + slow.packet);
            begin + slow.packet
        };
        thread::sleep(begin - now);
    }

    /// Passes a request on; a document in its plain form, whole and anew.
    fn ask(
        &self,
        server: &mut TcpStream,
        method: &str,
        url: &url::Url,
        head: &Head,
        is_document: bool,
    ) -> io::Result<()> {
        let path = &url[url::Position::BeforePath..url::Position::AfterQuery];
        // Before 1.1 nothing comes in chunks.
        let version = if is_document { "1.0" } else { "1.1" };
        let mut head = Head { line: format!("{method} {path} HTTP/{version}"), ..head.clone() };
        if is_document {
            for name in ["Accept-Encoding", "If-None-Match", "If-Modified-Since"] {
                head.remove(name);
            }
        }
        head.remove("Proxy-Connection");
        server.write_all(head.closing().as_bytes())
    }

    /// Puts the script first in a document.
    fn put_on_stage(&self, url: &url::Url, answer: &mut Head, document: Vec<u8>) -> Vec<u8> {
        let text = String::from_utf8(document).expect("a document in UTF-8");
        let mut policies: Vec<String> = answer.remove("Content-Security-Policy");
        let own = format!("{}{OWN}", url.origin().ascii_serialization());
        let text = if self.setup.scripts {
            for policy in &mut policies {
                *policy = let_in(policy, &own);
            }
            let head = text.find("<head>").map(|at| at + "<head>".len());
            let start = head.or_else(|| Some(text.find('>')? + 1)).unwrap_or_default();
            format!("{}{TAG}{}", &text[..start], &text[start..])
        } else {
            policies.push(NO_SCRIPTS.to_owned());
            // A page in a sandbox may ask for no group of its own: WebKit crashes on leaving it.
            answer.remove("Cross-Origin-Opener-Policy");
            text
        };
        for policy in policies {
            answer.headers.push(("Content-Security-Policy".to_owned(), policy));
        }
        answer.remove("Content-Length");
        // The browser's copy would have the clock of before.
        answer.remove("ETag");
        answer.remove("Last-Modified");
        answer.headers.push(("Content-Length".to_owned(), text.len().to_string()));
        text.into_bytes()
    }

    fn serve_own(
        &self,
        browser: &mut TcpStream,
        url: &url::Url,
        head: &Head,
        body: Vec<u8>,
    ) -> io::Result<()> {
        let mut answer = String::new();
        if url.path().ends_with(".js") {
            let state = self.state();
            let script = SCRIPT.replace("KEEPS", &self.setup.storage.to_string());
            answer = script.replace("NOW", &state.now) + &state.scripts;
        } else {
            let length = head.value("Content-Length").and_then(|length| length.parse().ok());
            let mut body = body;
            let lacking = length.unwrap_or(0_u64).saturating_sub(body.len() as u64);
            Read::by_ref(browser).take(lacking).read_to_end(&mut body)?;
            self.complain(String::from_utf8_lossy(&body).trim().to_owned());
        }
        write!(
            browser,
            "HTTP/1.1 200 OK\r\nContent-Type: text/javascript\r\nContent-Length: {}\r\n\
             Cache-Control: no-store\r\nAccess-Control-Allow-Origin: *\r\n\
             Cross-Origin-Resource-Policy: cross-origin\r\nConnection: close\r\n\r\n{answer}",
            answer.len(),
        )
    }
}

fn is_here(url: &url::Url) -> bool {
    url.scheme() == "http" && matches!(url.host_str(), Some("127.0.0.1" | "localhost"))
}

/// A policy that lets the stage in, and is otherwise as it was. One that lets in what is of the
/// same origin does so already.
fn let_in(policy: &str, own: &str) -> String {
    let mut directives: Vec<String> =
        policy.split(';').map(|part| part.trim().to_owned()).collect();
    if !directives.iter().any(|directive| directive.starts_with("connect-src ")) {
        directives.push("connect-src".to_owned());
    }
    for directive in &mut directives {
        let name = directive.split(' ').next().unwrap_or_default();
        if matches!(name, "script-src" | "connect-src") && !directive.contains("'self'") {
            *directive = format!("{} {own}", directive.replace(" 'none'", ""));
        }
    }
    directives.join("; ")
}

/// The first line and the headers of a request or an answer.
#[derive(Clone)]
struct Head {
    line: String,
    headers: Vec<(String, String)>,
}

impl Head {
    /// Reads until the empty line, and a bit of what follows; nothing where nothing is said.
    fn read(stream: &mut TcpStream) -> io::Result<Option<(Head, Vec<u8>)>> {
        let mut bytes = Vec::new();
        let mut part = [0; 16384];
        let end = loop {
            if let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
                break end;
            }
            match stream.read(&mut part)? {
                0 => return Ok(None),
                read => bytes.extend_from_slice(&part[..read]),
            }
        };
        let text = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let mut lines = text.split("\r\n");
        let line = lines.next().unwrap_or_default().to_owned();
        let headers = lines.filter_map(|line| line.split_once(':'));
        let headers =
            headers.map(|(name, value)| (name.to_owned(), value.trim().to_owned())).collect();
        Ok(Some((Head { line, headers }, bytes[end + 4..].to_vec())))
    }

    fn value(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        let found = headers.find(|(other, _)| other.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }

    /// Takes a header out; what it said, each time it stood there.
    fn remove(&mut self, name: &str) -> Vec<String> {
        let (taken, kept) = std::mem::take(&mut self.headers)
            .into_iter()
            .partition(|(other, _): &(String, String)| other.eq_ignore_ascii_case(name));
        self.headers = kept;
        let taken: Vec<(String, String)> = taken;
        taken.into_iter().map(|(_, value)| value).collect()
    }

    /// As it is sent by who hangs up afterwards.
    fn closing(mut self) -> String {
        self.remove("Connection");
        let headers: String =
            self.headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        format!("{}\r\n{headers}Connection: close\r\n\r\n", self.line)
    }
}
