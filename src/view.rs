//! What the reader has chosen, and how it changes.

pub mod choices;
pub mod intent;
pub mod motion;
pub mod update;
