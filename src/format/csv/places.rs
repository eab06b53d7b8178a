//! Which place a cell of a sheet names.

use crate::format::csv::reader::Reader;
#[cfg(feature = "import")]
use crate::{
    diagnostics::fault::Fault,
    diagnostics::findings::GUESSES,
    format::csv::cells::Cell,
    model::grid,
    names::asked::Asked,
    names::find::{Found, Suggestion, former, name},
};

impl Reader<'_, '_> {
    /// The code of a place of the grid, found by its code or name. Countries outside of the grid are found too. `kind`:
    /// the row says that it is about a country, so that one without a code is another entity.
    pub(super) fn code(&mut self, name: &str, at: (usize, usize), kind: bool) -> Option<String> {
        match self.places.as_ref().and_then(|places| places.code(name)) {
            Some(code) => Some(code.to_owned()),
            None => self.code_beyond(name, at, kind),
        }
    }

    /// The code of a place that only the long list of names has, with a warning: pages do not know the name. What else
    /// the list says about a name becomes the suggestion for an unknown entity.
    #[cfg(feature = "import")]
    fn code_beyond(&mut self, text: &str, at: (usize, usize), kind: bool) -> Option<String> {
        let grid = if self.has_states() { grid::US_STATES } else { grid::WORLD };
        let suggest = self.searched.len() < GUESSES && !self.searched.iter().any(|searched| searched == text);
        let help = match (self.names)(Asked { text, grid, suggest })? {
            // Pages declare an entity for such a row, so the command does the same.
            Found::Exact(id) if kind && !is_place(&id, grid) => return None,
            Found::Exact(id) => {
                self.note(at, Fault::LongName(text.to_owned()), Some(instead(&id, grid)));
                return Some(id);
            }
            Found::Ambiguous(ids) => Some(which(&ids, grid)),
            Found::Unknown(suggestions) => {
                if suggest {
                    self.searched.push(text.to_owned());
                }
                meant(&suggestions)
            }
        };
        if help.is_some() {
            self.sheet.findings.guess(text, || help);
        }
        None
    }

    #[cfg(not(feature = "import"))]
    fn code_beyond(&mut self, _: &str, _: (usize, usize), _: bool) -> Option<String> {
        None
    }

    /// Sets when a state existed that does not exist any more.
    #[cfg(feature = "import")]
    pub(super) fn set_lifetime(&mut self, path: &str, id: &str, cell: &Cell<'_>) {
        let Some(former) = former(id) else { return };
        for (field, value) in [("name", former.name), ("from", former.from), ("until", former.until)] {
            self.set_text(&format!("{path}.{field}"), cell.at, value);
        }
    }
}

/// Whether pages know a place with this id.
#[cfg(feature = "import")]
fn is_place(id: &str, grid: &str) -> bool {
    grid == grid::US_STATES || grid::countries().iter().any(|place| place.code == id)
}

/// What to write so that pages find the place too.
#[cfg(feature = "import")]
fn instead(id: &str, grid: &str) -> String {
    if is_place(id, grid) {
        return format!("write \"{id}\"");
    }
    let name = name(id, grid).unwrap_or(id);
    format!("write \"{name}\", and \"country\" in the column \"kind\"")
}

/// The question which of several places is meant.
#[cfg(feature = "import")]
fn which(ids: &[String], grid: &str) -> String {
    let places: Vec<String> = ids.iter().map(|id| format!("\"{id}\" for {}", name(id, grid).unwrap_or(id))).collect();
    format!("several places have this name: write {}", places.join(" or "))
}

/// The places that an unknown name may mean.
#[cfg(feature = "import")]
fn meant(suggestions: &[Suggestion]) -> Option<String> {
    let places: Vec<String> = suggestions.iter().map(|found| format!("\"{}\" ({})", found.id, found.name)).collect();
    (!places.is_empty()).then(|| format!("did you mean {}?", places.join(" or ")))
}
