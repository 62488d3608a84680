//! The tests of `build.rs`, which no other command runs.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../build.rs"]
#[allow(dead_code, reason = "a build is made of more than is tested here")]
mod build;
