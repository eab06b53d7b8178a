//! Rules that readers know from maps, and that distances do not express: Portugal is west of Spain, Cape Verde is off
//! Senegal.

use anyhow::{Result, bail};

use super::layout::{Cell, Layout};
use super::places::Places;
use super::table::Table;

/// The position of a place, seen from another place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Where {
    /// In a column farther west.
    West,
    /// In a column farther east.
    East,
    /// In a row farther north.
    North,
    /// In a row farther south.
    South,
    /// At an edge.
    Edge,
    /// At an edge or a corner.
    Beside,
    /// At most two cells away.
    Near,
    /// Neither at an edge nor at a corner.
    Apart,
}

/// One rule about two places.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Rule {
    /// The place that the rule is about.
    pub(crate) place: usize,
    /// The position of the place.
    pub(crate) at: Where,
    /// The place from which the position is seen.
    pub(crate) of: usize,
    /// The weight of the rule.
    pub(crate) weight: f64,
}

impl Where {
    fn read(word: &str) -> Option<Self> {
        Some(match word {
            "west" => Self::West,
            "east" => Self::East,
            "north" => Self::North,
            "south" => Self::South,
            "edge" => Self::Edge,
            "beside" => Self::Beside,
            "near" => Self::Near,
            "apart" => Self::Apart,
            _ => return None,
        })
    }

    /// Whether a tile at the offset (columns to the east, rows to the south) has this position.
    fn holds(self, (x, y): Cell) -> bool {
        let far = x.abs().max(y.abs());
        match self {
            Self::West => x < 0,
            Self::East => x > 0,
            Self::North => y < 0,
            Self::South => y > 0,
            Self::Edge => x.abs() + y.abs() == 1,
            Self::Beside => far <= 1,
            Self::Near => far <= 2,
            Self::Apart => far > 1,
        }
    }
}

impl Rule {
    /// Whether a layout keeps the rule.
    pub(crate) fn holds(&self, layout: &Layout) -> bool {
        let ((x, y), (u, v)) = (layout.at[self.of], layout.at[self.place]);
        self.at.holds((u - x, v - y))
    }

    /// The rule in words.
    pub(crate) fn words(&self, places: &Places) -> String {
        let code = |place: usize| &places.list[place].code;
        format!("{} {} {}", code(self.place), format!("{:?}", self.at).to_lowercase(), code(self.of))
    }
}

/// Reads a table of rules, `code,where,of` and perhaps `weight`; `of` names one or more places with blanks between them.
pub(crate) fn read(text: &str, places: &Places) -> Result<Vec<Rule>> {
    let mut rules = Vec::new();
    for line in Table::read(text, &["code", "where", "of"])?.lines() {
        let find = |code: &str| places.find(code).map_err(|error| error.context(format!("line {}", line.number)));
        let (place, word) = (find(line.text("code"))?, line.text("where"));
        let Some(at) = Where::read(word) else {
            bail!(
                "line {}: a place is west, east, north, south, edge, beside, near or apart, not `{word}`",
                line.number
            );
        };
        let weight = if line.text("weight").is_empty() { 1.0 } else { line.number("weight")? };
        for code in line.text("of").split_whitespace() {
            rules.push(Rule { place, at, of: find(code)?, weight });
        }
    }
    Ok(rules)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::FOUR;

    #[test]
    fn a_rule_is_kept_or_broken() {
        let places = Places::read(FOUR).unwrap();
        let layout = Layout::scatter(4, 2, &places).unwrap();
        let holds = |line: &str| read(&format!("code,where,of\n{line}\n"), &places).unwrap()[0].holds(&layout);
        assert!(holds("A,west,B") && holds("B,east,A") && holds("A,north,C") && holds("C,south,A"));
        assert!(!holds("A,east,B") && !holds("A,north,B"), "a tie is not north");
        assert!(
            holds("A,beside,C")
                && holds("A,edge,C")
                && !holds("A,edge,D")
                && !holds("A,beside,B")
                && holds("A,apart,B")
                && !holds("A,near,B")
        );
    }

    #[test]
    fn one_line_has_a_rule_for_each_place_that_it_names() {
        let places = Places::read(FOUR).unwrap();
        let rules = read("code,where,of\nA,north,C D\n", &places).unwrap();
        let words: Vec<String> = rules.iter().map(|rule| rule.words(&places)).collect();
        assert_eq!(words, ["A north C", "A north D"]);
    }

    #[test]
    fn a_rule_that_is_not_understood_is_named() {
        let places = Places::read(FOUR).unwrap();
        let complaint = |line: &str| read(&format!("code,where,of\n{line}\n"), &places).err().unwrap().to_string();
        assert_eq!(
            complaint("A,left,B"),
            "line 2: a place is west, east, north, south, edge, beside, near or apart, not `left`"
        );
        assert_eq!(complaint("A,west,X"), "line 2");
    }
}
