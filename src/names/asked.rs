//! A question for a place, and the answers to it.

/// What is looked for.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// A name or code.
    pub text: &'a str,
    /// The name of a built-in grid. Empty: countries and states are looked for.
    pub grid: &'a str,
    /// Whether suggestions for an unknown name are wanted. They take a thousand times longer than the rest.
    pub suggest: bool,
}

/// What a text means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// One place, by its id: the code of ISO 3166-1, for former states that of ISO 3166-3, for states of the USA the
    /// postal code.
    Exact(String),
    /// Several places have the name. Somebody has to choose.
    Ambiguous(Vec<String>),
    /// No place has the name. These may be meant, the most alike first.
    Unknown(Vec<Suggestion>),
}

/// A place that an unknown name may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The id of the place.
    pub id: &'static str,
    /// The name that is like the text.
    pub name: &'static str,
    /// How many letters differ. 0: the same words but for those of the form of state, or a part of the place.
    pub distance: usize,
}

/// Finds places by names that the short list does not have. `None`: no more names are known.
pub type Names<'a> = &'a dyn Fn(Asked<'_>) -> Option<Found>;
