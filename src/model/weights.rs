//! What the weights of entities count, such as people or votes.

use crate::base::date::PartialDate;
use crate::model::event::Source;
use crate::model::grid::codes;
use crate::model::localized_text::LocalizedText;
use crate::model::places;

/// The declaration of the weights of a dataset.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    /// The word for what is counted, with plural forms: vote, votes. `None` for people: each language has its own word.
    pub unit: Option<LocalizedText>,
    /// The date of the numbers.
    pub date: Option<PartialDate>,
    /// The report of the numbers.
    pub source: Option<Source>,
}

/// The date of the built-in population, in EDTF.
const DATE: &str = "2024-07-01";
const OUTLET: &str = "United Nations, World Population Prospects 2024";
const ADDRESS: &str = "https://population.un.org/wpp/";

impl Weights {
    /// The declaration of the built-in population.
    pub(crate) fn population() -> Self {
        let source = Source { outlet: OUTLET.to_owned(), date: None, url: Some(ADDRESS.to_owned()) };
        Self { unit: None, date: DATE.parse().ok(), source: Some(source) }
    }
}

/// The population of the place with this code; `None` if it is not known. It is packed as four digits for each place,
/// in the order of the codes of the world with its territories.
pub(crate) fn population(code: &str) -> Option<f64> {
    let place = codes().as_bytes().chunks(2).position(|known| known == code.as_bytes())?;
    let digits = places::part(places::POPULATION).as_bytes().get(place * 4..place * 4 + 4)?;
    let mut number = 0.0;
    for digit in &digits[..3] {
        number = number * 10.0 + f64::from(digit - b'0');
    }
    for _ in b'0'..digits[3] {
        number *= 10.0;
    }
    (number > 0.0).then_some(number)
}

#[cfg(all(test, not(browser)))]
mod tests {
    use super::*;

    #[test]
    fn the_population_is_that_of_its_file() {
        let mut sum = 0.0;
        for line in include_str!("../../datasets/population/places.csv").lines().skip(1) {
            let fields: Vec<&str> = line.split(',').collect();
            let number = population(fields[0]);
            assert_eq!(number, fields[2].parse().ok(), "{line}");
            sum += number.unwrap();
        }
        assert!((8.15e9..8.17e9).contains(&sum), "{sum} is not the population of the world");
        assert_eq!(["AX", "PN", "ZZ", "", "C", "CNN"].map(population), [None; 6]);
    }

    #[test]
    fn every_place_of_the_world_has_a_population() {
        let world = &crate::model::grid::built_in(crate::model::grid::WORLD).unwrap()[0];
        assert!(world.iter().all(|place| population(place.code).is_some()));
        assert_eq!(population("VA"), Some(496.0));
    }

    #[test]
    fn the_date_of_the_population_is_a_date() {
        assert_eq!(Weights::population().date.map(|date| date.to_string()).as_deref(), Some(DATE));
    }
}
