//! What is wrong with a text that is not JSON.

use crate::diagnostics::diagnostic::Diagnostic;
use crate::diagnostics::fault::Fault;
use crate::diagnostics::path::{DataPath, Position, Step};
use crate::format::json::{DEEPEST, Reader};

impl Reader<'_> {
    /// What is wrong, once a method has returned `None`.
    pub(super) fn finding(&self) -> Diagnostic {
        let mut path = DataPath::default();
        for step in self.way.iter().rev() {
            path = match step {
                Step::Field(name) => path.join(name),
                Step::Item(index) => path.at(*index),
            };
        }
        let (fault, help) = match self.text.trim_start().bytes().next() {
            _ if self.too_deep => (
                Fault::Nesting(DEEPEST),
                "a dataset needs 6 of them at most: look for brackets that are not closed, or remove what is not needed",
            ),
            Some(b'{' | b'[') => (
                Fault::Syntax,
                "look for a missing or extra comma, bracket or quotation mark, or for a line break or a single backslash in a text",
            ),
            _ => (
                Fault::Syntax,
                "a JSON file begins with {; the first line of a CSV file contains the names of the columns",
            ),
        };
        // Of a line break nothing is underlined: a position ends on the line on which it begins.
        let wrong = self.text.get(self.at..).and_then(|rest| rest.chars().next()).filter(|letter| *letter >= ' ');
        let letter = wrong.map_or(0, char::len_utf8);
        let position = Position::uncounted((self.at, self.at + letter));
        Diagnostic { position: Some(position), ..Diagnostic::new(path, fault, Some(help.to_owned())) }
    }
}
