//! All that words and pictures of one moment are made from.

use crate::dataset::Dataset;
use crate::index::{Index, Snapshot};
use crate::layout::Layout;
use crate::messages::Messages;
use crate::theme::Theme;
use crate::view::View;

/// All that a composer may look at.
#[derive(Clone, Copy)]
pub struct Frame<'a> {
    /// Who and what.
    pub dataset: &'a Dataset,
    /// Since when.
    pub index: &'a Index,
    /// On the date shown.
    pub snapshot: &'a Snapshot,
    /// What the reader has chosen.
    pub view: &'a View,
    /// Where.
    pub layout: &'a Layout,
    /// In what colours.
    pub theme: &'a Theme,
    /// In what words.
    pub messages: &'a Messages,
}
