//! The built pages as they are served.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

/// An address that tools/e2e.mjs gives.
pub fn address_of(variable: &str) -> String {
    std::env::var(variable).unwrap_or_else(|_| panic!("{variable} is not set: run `make e2e`"))
}

/// The folder with what belongs to one build, in a folder with that build alone.
pub fn app_of(folder: &Path) -> PathBuf {
    let entries = std::fs::read_dir(folder).expect("a built folder");
    let names = entries.map(|entry| entry.expect("an entry").file_name().into_string().unwrap());
    let mut apps = names.filter(|name| name.starts_with("app-"));
    let app = apps.next().expect("a folder named after its content");
    assert_eq!(apps.next(), None, "one build");
    folder.join(app)
}

/// A server of one test's own, which it may stop.
pub struct Site {
    server: Child,
    /// The address of the first page.
    pub address: String,
}

impl Site {
    /// Serves a folder.
    pub async fn of(folder: impl AsRef<Path>) -> Site {
        let root = env!("CARGO_MANIFEST_DIR");
        let mut server = Command::new("node")
            .args(["tools/serve.mjs", "--port", "0", "--dir"])
            .arg(folder.as_ref())
            .current_dir(root)
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("node serves the folder");
        let output = server.stdout.take().expect("the server's output is a pipe");
        let line = BufReader::new(output).lines().next_line().await;
        let address = line.expect("the server's output").expect("the server names its address");
        Site { server, address }
    }

    /// Stops the server; returns once it is gone.
    pub async fn stop(mut self) {
        self.server.kill().await.expect("the server stops");
    }
}

/// The answer to a plain request: status and headers, and the page.
pub fn get(address: &str) -> (String, String) {
    let url = url::Url::parse(address).expect("an address");
    let host = url.host_str().expect("a host");
    let port = url.port().expect("a port");
    let mut stream = TcpStream::connect((host, port)).expect("the site answers");
    let request =
        format!("GET {} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n", url.path());
    stream.write_all(request.as_bytes()).expect("the request is sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("the answer is text");
    let (head, body) = answer.split_once("\r\n\r\n").expect("headers and a page");
    (head.to_owned(), body.to_owned())
}
