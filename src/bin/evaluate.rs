//! The rules over JSON Lines.
fn main() {}
