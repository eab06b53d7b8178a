//! The texts of the figure in the language of the reader.

pub mod messages;
