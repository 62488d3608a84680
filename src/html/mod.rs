//! The parts that pages are made of, in the anatomy of Det Fælles Designsystem.

pub mod brief;
pub mod fields;
pub mod glossary;
pub mod page;
pub mod parts;
pub mod rows;
pub mod spoken;
