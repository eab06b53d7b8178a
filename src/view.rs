//! The view: what the reader has chosen, and how intents change it.

pub mod choices;
pub mod intent;
pub mod playback;
pub mod transitions;
pub mod update;
