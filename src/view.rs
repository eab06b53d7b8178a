//! What the reader has chosen, and how it changes.

pub mod choices;
pub mod intent;
pub mod playback;
pub mod transitions;
pub mod update;
