//! What is wrong with an input: where, what, and what would be right.

#[cfg(grouped)]
pub mod alike;
pub mod diagnostic;
pub mod fault;
pub(crate) mod findings;
#[cfg(explain)]
pub(crate) mod lines;
pub mod path;
pub mod severity;
pub(crate) mod suggest;
