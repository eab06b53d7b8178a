//! Lines and columns of findings.

use crate::base::order::ordered;
use crate::diagnostics::diagnostic::Diagnostic;
use crate::diagnostics::path::Position;

/// The findings in the order of the text, with their lines and columns; those without a position first.
pub(crate) fn in_order(mut found: Vec<Diagnostic>, text: &str) -> Vec<Diagnostic> {
    count(&mut found, text);
    let start = |place: usize| found[place].position.map_or(0, |position| position.start);
    let order = ordered(found.len(), &|a, b| start(a) > start(b));
    let mut found: Vec<Option<Diagnostic>> = found.into_iter().map(Some).collect();
    order.into_iter().filter_map(|place| found[place].take()).collect()
}

/// Counts the lines of all positions in one pass over the text. For this the positions are sorted first.
fn count(found: &mut [Diagnostic], text: &str) {
    let mut positions: Vec<&mut Position> = Vec::new();
    for found in found {
        positions.extend(&mut found.position);
        #[cfg(not(target_arch = "wasm32"))]
        for place in &mut found.alike.places {
            positions.extend(&mut place.position);
        }
    }
    let mut ruler = Ruler { text, at: 0, line: 1, column: 1 };
    for place in ordered(positions.len(), &|a, b| positions[a].start > positions[b].start) {
        *positions[place] = ruler.counted(*positions[place]);
    }
}

/// Counts lines from one position to the next. A position must not begin before the previous one.
struct Ruler<'a> {
    text: &'a str,
    /// The byte up to which lines are counted, and the line and column there.
    at: usize,
    line: usize,
    column: usize,
}

impl Ruler<'_> {
    fn counted(&mut self, position: Position) -> Position {
        for letter in self.text.get(self.at..position.start).unwrap_or_default().chars() {
            self.column += 1;
            if letter == '\n' {
                (self.line, self.column) = (self.line + 1, 1);
            }
        }
        self.at = position.start;
        Position { line: self.line, column: self.column, ..position }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::fault::Fault;
    use crate::diagnostics::path::DataPath;

    #[test]
    fn lines_and_columns_count_from_1_in_characters() {
        let at = |start| {
            let position = Some(Position::uncounted((start, start)));
            Diagnostic { position, ..Diagnostic::new(DataPath::default(), Fault::Blank, None) }
        };
        let places = |text, starts: &[usize]| -> Vec<(usize, usize)> {
            let found = in_order(starts.iter().map(|start| at(*start)).collect(), text);
            found.iter().map(|found| found.position.map_or((0, 0), |it| (it.line, it.column))).collect()
        };
        assert_eq!(places("ä\nöü", &[5, 0]), [(1, 1), (2, 2)]);
        assert_eq!(places("ä\n", &[3]), [(2, 1)]);
    }
}
