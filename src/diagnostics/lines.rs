//! Lines and columns of findings.

use crate::base::order::ordered;
use crate::diagnostics::diagnostic::Diagnostic;
use crate::diagnostics::path::Position;

/// The findings in the order of the text, with their lines and columns; those without a position first.
pub(crate) fn in_order(found: Vec<Diagnostic>, text: &str) -> Vec<Diagnostic> {
    // Lines are counted in one pass over the text. For this the findings are sorted by position first.
    let start = |place: usize| found[place].position.map_or(0, |position: Position| position.start);
    let order = ordered(found.len(), &|a, b| start(a) > start(b));
    let mut found: Vec<Option<Diagnostic>> = found.into_iter().map(Some).collect();
    let mut ruler = Ruler { text, at: 0, line: 1, column: 1 };
    let mut sorted = Vec::new();
    for place in order {
        if let Some(mut found) = found[place].take() {
            found.position = found.position.map(|position| ruler.counted(position));
            sorted.push(found);
        }
    }
    sorted
}

/// Counts the lines of the places of alike findings, and puts them in order.
#[cfg(grouped)]
pub(crate) fn count_alike(found: &mut [Diagnostic], text: &str) {
    for found in found.iter_mut() {
        found.alike.places.sort_by_key(|place| place.position.map(|position| position.start));
    }
    let places = found.iter_mut().flat_map(|found| &mut found.alike.places);
    let mut positions: Vec<&mut Position> = places.filter_map(|place| place.position.as_mut()).collect();
    positions.sort_by_key(|position| position.start);
    let mut ruler = Ruler { text, at: 0, line: 1, column: 1 };
    for position in positions {
        *position = ruler.counted(*position);
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
