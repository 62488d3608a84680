//! nginx and Caddy, run with what stands in `deploy/`: on this machine alone, as children of the
//! test, with every file of theirs in a folder of its own.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use tokio::process::{Child, Command};

use crate::support::folder;

/// The servers that there is a configuration for.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    Nginx,
    Caddy,
}

pub const BOTH: [Kind; 2] = [Kind::Nginx, Kind::Caddy];

/// Whom the configurations let show the pages.
const ANYBODY: [(Kind, &str); 2] =
    [(Kind::Nginx, "    default \"*\";\n"), (Kind::Caddy, "\tvars frames \"*\"\n")];

/// A server that goes with the test.
pub struct Server {
    _process: Child,
    /// The address of the folder that it sends.
    pub address: String,
}

impl Kind {
    /// Sends a folder.
    pub async fn serve(self, site: &Path) -> Server {
        self.serve_to(site, "*").await
    }

    /// Sends a folder, and lets these sites alone show its pages in a frame.
    pub async fn serve_to(self, site: &Path, frames: &str) -> Server {
        // Another program may take the port before the server does.
        for _ in 0..5 {
            if let Some(server) = self.try_to_serve(site, frames).await {
                return server;
            }
        }
        panic!("{self:?} does not start");
    }

    async fn try_to_serve(self, site: &Path, frames: &str) -> Option<Server> {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        drop(listener);
        let own = folder(&format!("server-{port}"));
        let mut process = self.command(site, frames, port, &own);
        let mut process = process
            .stdout(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .expect("`make servers` has brought the server");
        for _ in 0..200 {
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                let address = format!("http://127.0.0.1:{port}/");
                return Some(Server { _process: process, address });
            }
            if process.try_wait().expect("a process").is_some() {
                return None;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        None
    }

    fn command(self, site: &Path, frames: &str, port: u16, own: &Path) -> Command {
        let site = site.to_str().expect("a path");
        let edits = |edits: &[(&str, &str)]| self.configuration(frames, edits);
        match self {
            Kind::Nginx => {
                let included = deploy("nginx-headers.conf");
                let server = edits(&[
                    ("listen 80;", &format!("listen 127.0.0.1:{port};")),
                    ("/srv/botilbud;", &format!("{site};")),
                    ("/etc/nginx/botilbud-headers.conf", included.to_str().expect("a path")),
                ]);
                fs::write(own.join("nginx.conf"), around_nginx(&server, own)).expect("a file");
                let mut command = Command::new(program("usr/sbin/nginx"));
                command.arg("-p").arg(own).arg("-c").arg(own.join("nginx.conf"));
                command
            }
            Kind::Caddy => {
                let site = edits(&[
                    (":80 {", &format!("http://127.0.0.1:{port} {{\n\tbind 127.0.0.1")),
                    ("/srv/botilbud", site),
                ]);
                let around = "{\n\tadmin off\n\tauto_https off\n}\n";
                fs::write(own.join("Caddyfile"), format!("{around}{site}")).expect("a file");
                let mut command = Command::new(program("usr/bin/caddy"));
                command.args(["run", "--adapter", "caddyfile", "--config"]);
                command.arg(own.join("Caddyfile")).stderr(Stdio::null());
                command.env("HOME", own).env("XDG_CONFIG_HOME", own).env("XDG_DATA_HOME", own);
                command
            }
        }
    }

    /// What stands in `deploy/`, with these places changed as its reader would.
    fn configuration(self, frames: &str, edits: &[(&str, &str)]) -> String {
        let name = match self {
            Kind::Nginx => "nginx.conf",
            Kind::Caddy => "Caddyfile",
        };
        let anybody = ANYBODY[self as usize].1;
        let mut text = fs::read_to_string(deploy(name)).expect("a configuration");
        for (from, to) in edits.iter().copied().chain([(anybody, &*anybody.replace('*', frames))]) {
            assert_eq!(text.matches(from).count(), 1, "{name} says `{from}` once");
            text = text.replace(from, to);
        }
        text
    }
}

/// What Debian's own nginx.conf would have, with every file in the test's folder.
fn around_nginx(server: &str, own: &Path) -> String {
    let module = program("usr/lib/nginx/modules/ngx_http_brotli_static_module.so");
    let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|name| format!("{name}_temp_path {}/{name};", own.display()));
    format!(
        "load_module {};\ndaemon off;\nmaster_process off;\npid {}/pid;\nerror_log stderr crit;\n\
         events {{}}\nhttp {{\naccess_log off;\n{}\n{server}}}\n",
        module.display(),
        own.display(),
        temporary.join("\n"),
    )
}

fn deploy(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("deploy").join(name)
}

/// A file of the servers' packages.
fn program(path: &str) -> PathBuf {
    let servers = std::env::var("SERVERS").expect("SERVERS is set: run `make e2e`");
    Path::new(&servers).join(path)
}
