//! The calculator on somebody else's page: what its address brings ([`start`]), what the two
//! windows tell each other ([`frame`]), and the code that puts it there ([`snippet`]).
//! `public/embed-1.js` is the other side.

pub mod doors;
pub mod frame;
pub mod snippet;
pub mod start;
