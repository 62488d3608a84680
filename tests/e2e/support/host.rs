//! Somebody else's page, on an origin of its own.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;

/// The address of somebody else's page, served until the tests end.
pub fn host(page: String) -> String {
    host_with(&[], page)
}

/// The same with headers of its own.
pub fn host_with(headers: &[(&str, &str)], page: String) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("an address");
    let headers: String =
        headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let site = Arc::new((headers, page));
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let site = Arc::clone(&site);
            // Each by itself: a browser keeps a connection ready that it asks nothing on.
            std::thread::spawn(move || {
                // A browser that hangs up early asks again.
                let _ = answer(stream, &site.0, &site.1);
            });
        }
    });
    format!("http://{address}/")
}

fn answer(mut stream: TcpStream, headers: &str, page: &str) -> std::io::Result<()> {
    let mut request = [0; 4096];
    let read = stream.read(&mut request)?;
    // Its icon is asked for as well; without one the browser complains.
    if request[..read].starts_with(b"GET /favicon.ico") {
        return write!(stream, "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
    }
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nConnection: close";
    write!(stream, "{head}\r\n{headers}\r\n<!DOCTYPE html><title>Somebody else</title>{page}")
}
