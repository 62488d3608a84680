//! A driver and whatever else a session's browser needs, started for that session alone: two of
//! the three drivers know one session at a time, and clock and disk are a session's own.

use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, AsyncRead, BufReader};
use tokio::process::{Child, Command};

use super::device::folder;
use super::engine::{Engine, Setup};

/// How many sessions there have been.
static SESSIONS: AtomicU32 = AtomicU32::new(0);
/// A screen that is smaller than every window, so that the pointer, which rests in its middle, is
/// in the window: with no window manager around, that is what gives a window the focus.
const SCREEN: &str = "600x400x24";

/// Goes with the session.
pub struct Driver {
    _screen: Option<Child>,
    _process: Child,
    /// Where it listens.
    pub address: String,
    /// The folder with the browser's files.
    pub home: PathBuf,
}

impl Driver {
    pub async fn start(engine: Engine, setup: Setup) -> Driver {
        let number = SESSIONS.fetch_add(1, Ordering::Relaxed);
        let home = folder(&format!("session-{}-{number}", std::process::id()));
        std::fs::create_dir(home.join("saved")).expect("a folder for what is saved");
        for (path, text) in engine.files() {
            let path = home.join(path);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            std::fs::write(path, text).expect("a file");
        }
        let (screen, display) = match engine {
            Engine::WebKit => {
                let (screen, display) = start_screen().await;
                (Some(screen), display)
            }
            Engine::Chromium | Engine::Firefox => (None, String::new()),
        };
        // Another program may take the port before the driver does.
        for _ in 0..5 {
            let port = free_port();
            let (program, arguments) = engine.driver(port);
            let mut command = Command::new(&program);
            command.args(arguments).env("TZ", setup.time_zone);
            at_home(&mut command, &home);
            if screen.is_some() {
                command.env("DISPLAY", &display).env_remove("WAYLAND_DISPLAY");
            }
            let process = command.stdout(Stdio::null()).stderr(Stdio::null()).kill_on_drop(true);
            let mut process = process.spawn().unwrap_or_else(|error| panic!("{program}: {error}"));
            if listens(port, &mut process).await {
                let address = format!("http://127.0.0.1:{port}");
                return Driver { _screen: screen, _process: process, address, home };
            }
        }
        panic!("the driver of {engine:?} does not start");
    }

    /// Takes the browser's files away.
    pub fn tidy_up(self) {
        // A browser may still be writing its last; the next run empties the folder.
        let _ = std::fs::remove_dir_all(&self.home);
    }
}

/// Nothing of the person's own, who may be root without owning the folder they were given.
fn at_home(command: &mut Command, home: &Path) {
    command.env("HOME", home).env("XDG_CONFIG_HOME", home.join(".config"));
    command.env("XDG_CACHE_HOME", home.join(".cache")).env("XDG_DATA_HOME", home.join(".data"));
    // There is no assistive technology to look for.
    command.env("NO_AT_BRIDGE", "1").env("GTK_A11Y", "none");
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("an address").port()
}

async fn listens(port: u16, process: &mut Child) -> bool {
    for _ in 0..500 {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return true;
        }
        if process.try_wait().expect("a process").is_some() {
            return false;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    false
}

/// A screen that nobody sees, and its name.
async fn start_screen() -> (Child, String) {
    let mut screen = Command::new("Xvfb")
        .args(["-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .expect("Xvfb starts: `make browsers` installs it");
    let number = first_line(screen.stdout.take().expect("a pipe")).await;
    (screen, format!(":{number}"))
}

async fn first_line(output: impl AsyncRead + Unpin) -> String {
    let line = BufReader::new(output).lines().next_line().await;
    line.expect("a line").expect("the screen says its number")
}
