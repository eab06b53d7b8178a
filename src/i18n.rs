//! The texts of the figure in the language of the reader.

mod amount;
pub mod messages;
