//! Parts that several pages use, in the anatomy of Det Fælles Designsystem.

pub mod errors;
pub mod field;
pub mod html;
pub mod icon;
pub mod page;
pub mod result;
pub mod rows;
