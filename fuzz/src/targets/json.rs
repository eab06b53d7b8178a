//! JSON of any content.

use banspread::format::node::Node;
use banspread::format::write;

/// What is written from a tree is JSON, and is written again alike. A text that is a dataset survives both formats.
pub fn check(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if let Ok(tree) = text.parse::<Node>() {
        let written = write::json(&tree);
        let again: Node = written.parse().expect("what is written is JSON");
        assert_eq!(write::json(&again), written, "{text}");
    }
    super::same::check(text);
}
