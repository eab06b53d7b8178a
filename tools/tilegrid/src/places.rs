//! The places to lay out, as a table lists them.

use std::collections::HashMap;

use anyhow::{Result, bail, ensure};

use super::pairs::{Pair, Pairs};
use super::table::{Line, Table};

/// The columns that every table of places needs.
const NEEDED: [&str; 5] = ["code", "name", "latitude", "longitude", "neighbours"];

/// One place that gets a tile.
pub(crate) struct Place {
    /// The code: the text on the tile, and the name of the place in other files.
    pub(crate) code: String,
    /// The name for readers.
    pub(crate) name: String,
    /// Degrees north.
    pub(crate) latitude: f64,
    /// Degrees east. More than 180 or less than -180 if the place is drawn at the other end of the map.
    pub(crate) longitude: f64,
    /// The area in square kilometres. 0 if it is unknown.
    pub(crate) area: f64,
    /// The number of its group. The tiles of a group should be connected.
    pub(crate) group: usize,
    /// The side of the ocean.
    pub(crate) side: Side,
    /// Whether the place is an island, separate from the mainland of its group.
    pub(crate) island: bool,
    /// Whether the place does not count as a neighbour of islands.
    pub(crate) minor: bool,
}

/// The sides of an ocean. There are some columns between west and east. Tiles of the west touch no tiles of the other
/// two sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// The western shore.
    West,
    /// The eastern shore.
    East,
    /// Neither shore, or there is no ocean.
    None,
}

/// All places, with the facts about their pairs.
pub(crate) struct Places {
    /// The places in the order of their table.
    pub(crate) list: Vec<Place>,
    /// The number of groups.
    pub(crate) groups: usize,
    /// Their names.
    pub(crate) group_names: Vec<String>,
    /// The facts about each pair of places.
    pub(crate) pairs: Pairs,
}

impl Places {
    /// Reads a table of places. An error names the line.
    pub(crate) fn read(text: &str) -> Result<Self> {
        let table = Table::read(text, &NEEDED)?;
        let mut groups: Vec<&str> = Vec::new();
        let mut list: Vec<Place> = Vec::new();
        for line in table.lines() {
            let group = line.text("group");
            let group = groups.iter().position(|name| *name == group).unwrap_or_else(|| {
                groups.push(group);
                groups.len() - 1
            });
            list.push(place(&line, group)?);
        }
        ensure!(list.len() >= 3, "a grid needs three places, and there are {}", list.len());
        let mut at: HashMap<String, usize> = HashMap::new();
        for (i, place) in list.iter().enumerate() {
            ensure!(at.insert(place.code.clone(), i).is_none(), "{} is listed twice", place.code);
        }
        let mut pairs = Pairs::estimate(&list, table.has("near"));
        for (i, line) in table.lines().enumerate() {
            for word in line.text("neighbours").split_whitespace() {
                let (other, km) = link(word, &at, &line)?;
                pairs.set(i, other, Pair { border: km.unwrap_or(1.0).max(1.0), gap: 0.0 });
            }
            for word in line.text("near").split_whitespace() {
                let (other, Some(km)) = link(word, &at, &line)? else {
                    bail!("line {}: `{word}` has no kilometres: write them as in `{word}:120`", line.number);
                };
                pairs.set(i, other, Pair { border: 0.0, gap: km });
            }
        }
        let group_names = groups.iter().map(|name| (*name).to_owned()).collect();
        Ok(Self { list, groups: groups.len(), group_names, pairs })
    }

    /// The number of places.
    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    /// The place with this code.
    pub(crate) fn find(&self, code: &str) -> Result<usize> {
        match self.list.iter().position(|place| place.code == code) {
            Some(i) => Ok(i),
            None => bail!("`{code}` is not a place of the table"),
        }
    }

    /// The difference of two places in degrees, to the east and to the north. A degree to the east has the length of a
    /// degree of latitude.
    pub(crate) fn way(&self, a: usize, b: usize) -> (f64, f64) {
        let (p, q) = (&self.list[a], &self.list[b]);
        let narrowed = ((p.latitude + q.latitude) / 2.0).to_radians().cos();
        ((q.longitude - p.longitude) * narrowed, q.latitude - p.latitude)
    }

    /// Whether east and west of two places are the same in both directions around the globe.
    pub(crate) fn ordered(&self, a: usize, b: usize) -> bool {
        (self.list[b].longitude - self.list[a].longitude).abs() <= 180.0
    }

    /// The places that place `i` belongs with: its land borders, and those nearest to an island.
    pub(crate) fn kin(&self, i: usize) -> Vec<usize> {
        let mut kin: Vec<usize> = (0..self.len()).filter(|&j| self.pairs.border(i, j)).collect();
        if self.list[i].island {
            kin.extend(self.nearest(i));
        }
        kin
    }

    /// The up to four places nearest to place `i` that are not much farther than the first.
    pub(crate) fn nearest(&self, i: usize) -> Vec<usize> {
        let gap = |j: usize| self.pairs.gap(i, j);
        let mut near: Vec<usize> = (0..self.len()).filter(|&j| j != i && !self.list[j].minor).collect();
        near.sort_by(|&a, &b| gap(a).total_cmp(&gap(b)));
        near.truncate(4);
        let reach = near.first().map_or(0.0, |&first| (1.5 * gap(first)).max(200.0));
        near.retain(|&j| gap(j) <= reach);
        near
    }
}

/// The place on a line.
fn place(line: &Line, group: usize) -> Result<Place> {
    let (latitude, longitude): (f64, f64) = (line.number("latitude")?, line.number("longitude")?);
    let (number, code) = (line.number, line.text("code"));
    ensure!(!code.is_empty(), "line {number}: there is no code");
    ensure!((-90.0..=90.0).contains(&latitude), "line {number}: latitude is -90 to 90, not {latitude}");
    ensure!((-360.0..=360.0).contains(&longitude), "line {number}: longitude is -360 to 360, not {longitude}");
    Ok(Place {
        code: code.to_owned(),
        name: line.text("name").to_owned(),
        latitude,
        longitude,
        area: if line.text("area").is_empty() { 0.0 } else { line.number("area")? },
        group,
        side: match line.text("side") {
            "" => Side::None,
            "west" => Side::West,
            "east" => Side::East,
            other => bail!("line {number}: side must be west, east or empty, not `{other}`"),
        },
        island: line.flag("island")?,
        minor: line.flag("minor")?,
    })
}

/// The place and the kilometres that a word such as `FR:646` or `FR` names.
fn link(word: &str, at: &HashMap<String, usize>, line: &Line) -> Result<(usize, Option<f64>)> {
    let (number, own) = (line.number, line.text("code"));
    let (code, km) = match word.split_once(':') {
        Some((code, km)) => (code, Some(km)),
        None => (word, None),
    };
    let Some(&other) = at.get(code) else {
        bail!("line {number}: {own} names `{code}`, which is not a place of the table");
    };
    ensure!(code != own, "line {number}: {own} names itself");
    let km: Option<f64> = match km.map(str::parse) {
        None => None,
        Some(Ok(km)) if (0.0..20_100.0).contains(&km) => Some(km),
        Some(_) => bail!("line {number}: `{word}` does not end with a number of kilometres"),
    };
    Ok((other, km))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::FOUR;

    #[test]
    fn a_border_named_on_one_side_counts_on_both() {
        let places = Places::read(FOUR).unwrap();
        assert!(places.pairs.border(0, 1) && places.pairs.border(1, 0));
        assert!(!places.pairs.border(0, 3));
    }

    #[test]
    fn gaps_that_are_not_given_are_estimated_from_the_centres() {
        let places = Places::read(FOUR).unwrap();
        let gap = places.pairs.gap(0, 3);
        assert!((150.0..160.0).contains(&gap), "{gap}");
    }

    #[test]
    fn a_wrong_line_is_named() {
        let complaint = |line: &str| {
            let text = format!("{FOUR}{line}\n");
            Places::read(&text).err().unwrap().to_string()
        };
        assert_eq!(complaint("A,Aye,1,1,"), "A is listed twice");
        assert_eq!(complaint("E,Ee,1,1,X"), "line 6: E names `X`, which is not a place of the table");
        assert_eq!(complaint("E,Ee,1,1,E"), "line 6: E names itself");
        assert_eq!(complaint("E,Ee,1,1,A:far"), "line 6: `A:far` does not end with a number of kilometres");
        assert_eq!(complaint("E,Ee,100,1,"), "line 6: latitude is -90 to 90, not 100");
    }
}
