//! The gate: every state of the product is walked to and looked at, by axe-core and by checks of
//! our own, as ARCHITECTURE.md (»The accessibility gate«) tells.

mod axe;
mod case;
mod checks;
mod extent;
mod looks;
mod paper;
mod seeded;
mod tree;
mod visit;
mod walks;
