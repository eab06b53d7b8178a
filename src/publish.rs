//! A dataset as files for other people's pages: a folder for a static host, a snippet, a single file.
//!
//! All files are made in memory. The command writes them to a folder, the make page into an archive; each draws the PNGs
//! in its own way.

mod address;
mod frame_ancestor;
mod headers;
mod height;
mod host;
mod live;
mod oembed;
pub mod package;
mod page;
pub mod picture;
pub mod site;
pub mod snippet;
mod standalone;
mod story;
mod table;
mod template;

pub use address::{Address, AddressError};
pub use frame_ancestor::{Ancestor, AncestorError, agree};
pub use host::Host;
pub use live::{Blocked, Live, LiveError, REFRESH};
pub use package::Package;
pub use site::{Files, files};
pub use snippet::Form;
pub use standalone::html as standalone;
pub use story::{Story, Subject};

use crate::base::text::is_control;

/// A text that goes into pages, such as a title.
///
/// # Errors
///
/// The text is blank or has a control character.
pub fn words(text: &str) -> Result<String, &'static str> {
    if text.contains(|letter: char| letter.is_control() || is_control(letter)) {
        return Err("the text contains a control character: remove it");
    }
    if text.trim().is_empty() { Err("the text is blank") } else { Ok(text.to_owned()) }
}
