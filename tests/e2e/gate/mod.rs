//! The gate: every state of the product is walked to and looked at, by axe-core and by checks of
//! our own, as ARCHITECTURE.md (»The accessibility gate«) tells.

mod axe;
mod case;
mod checks;
mod looks;
mod seeded;
mod visit;
mod walks;
