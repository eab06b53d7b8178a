//! The command line of `cargo tilegrid`.

use std::iter::Peekable;
use std::path::PathBuf;
use std::str::FromStr;

use anyhow::{Context, Result, bail, ensure};

use super::anneal::Schedule;
use super::weights::Weights;

/// The help. `cargo tilegrid` prints it after a wrong command line.
pub(crate) const HELP: &str = "\
usage: cargo tilegrid PLACES.csv --columns N --rows N --out GRID.csv [OPTIONS]
       cargo tilegrid --all

Makes a grid with one tile for each place. --all makes every grid of this repository again.

  --columns N, --rows N   the box; empty rows and columns at its edges are cut off
  --seed N                the seed of the random numbers: another seed makes another grid (1)
  --steps N               the number of moves (4000000); 0 only measures the start
  --hot N, --cold N       the heat at the beginning and at the end (0.6, 0.004)
  --visits N              how many moves of 100 bring a place to its neighbours (0)
  --more PLACES.csv       more places, in a table with the same columns
  --start GRID.csv        begin with this grid instead of the map; missing places begin as on the map
  --keep GROUP,...        groups whose tiles stay in the cells of that grid
  --pin CODE,...          tiles that stay in their cells
  --weight NAME=NUMBER    the weight of a goal, for example edge=26; can be repeated
  --rules RULES.csv       what readers know: code,where,of,weight; can be repeated
  --mend MENDS.csv        then move tiles by hand: code,row,col,why
  --svg PICTURE.svg       draw the grid as well

docs/grids.md describes the files and the measures.
";

/// An order: one grid to make.
#[derive(Debug, PartialEq)]
pub(crate) struct Order {
    /// The table of places.
    pub(crate) places: PathBuf,
    /// A table of more places.
    pub(crate) more: Option<PathBuf>,
    /// The width of the box in cells.
    pub(crate) columns: i32,
    /// The height of the box in cells.
    pub(crate) rows: i32,
    /// The seed of the random numbers.
    pub(crate) seed: u64,
    /// The number of moves and the heat.
    pub(crate) schedule: Schedule,
    /// The weights of the goals.
    pub(crate) weights: Weights,
    /// The grid at the start.
    pub(crate) start: Option<PathBuf>,
    /// The groups whose tiles stay in their cells.
    pub(crate) keep: Vec<String>,
    /// The codes of the pinned tiles.
    pub(crate) pins: Vec<String>,
    /// The files of rules.
    pub(crate) rules: Vec<PathBuf>,
    /// The file of mends.
    pub(crate) mend: Option<PathBuf>,
    /// The file for the grid.
    pub(crate) out: PathBuf,
    /// The file for a picture of the grid.
    pub(crate) svg: Option<PathBuf>,
}

impl Order {
    /// Reads the arguments after `cargo tilegrid`.
    pub(crate) fn parse<'a>(words: impl IntoIterator<Item = &'a str>) -> Result<Self> {
        let mut words = words.into_iter().peekable();
        let places = words.next_if(|word| !word.starts_with('-')).context("no table of places given")?;
        let (mut columns, mut rows, mut out) = (None, None, None);
        let mut order = Self {
            places: places.into(),
            more: None,
            columns: 0,
            rows: 0,
            seed: 1,
            schedule: Schedule { steps: 4_000_000, hot: 0.6, cold: 0.004, visits: 0 },
            weights: Weights::default(),
            start: None,
            keep: Vec::new(),
            pins: Vec::new(),
            rules: Vec::new(),
            mend: None,
            out: PathBuf::new(),
            svg: None,
        };
        while let Some(option) = words.next() {
            match option {
                "--columns" => columns = Some(number(option, &mut words)?),
                "--rows" => rows = Some(number(option, &mut words)?),
                "--out" => out = Some(value(option, &mut words)?.into()),
                "--seed" => order.seed = number(option, &mut words)?,
                "--steps" => order.schedule.steps = number(option, &mut words)?,
                "--hot" => order.schedule.hot = heat(option, &mut words)?,
                "--cold" => order.schedule.cold = heat(option, &mut words)?,
                "--visits" => order.schedule.visits = number(option, &mut words)?,
                "--start" => order.start = Some(value(option, &mut words)?.into()),
                "--keep" => order.keep.extend(value(option, &mut words)?.split(',').map(str::to_owned)),
                "--more" => order.more = Some(value(option, &mut words)?.into()),
                "--pin" => order.pins.extend(value(option, &mut words)?.split(',').map(str::to_owned)),
                "--rules" => order.rules.push(value(option, &mut words)?.into()),
                "--mend" => order.mend = Some(value(option, &mut words)?.into()),
                "--svg" => order.svg = Some(value(option, &mut words)?.into()),
                "--weight" => weigh(&mut order.weights, value(option, &mut words)?)?,
                _ => bail!("unknown option: {option}"),
            }
        }
        order.columns = columns.context("how many --columns?")?;
        order.rows = rows.context("how many --rows?")?;
        order.out = out.context("where does the grid go? (--out)")?;
        Ok(order)
    }
}

type LocalizedText<'w, I> = &'w mut Peekable<I>;

fn value<'a, I: Iterator<Item = &'a str>>(option: &str, words: LocalizedText<I>) -> Result<&'a str> {
    words.next_if(|word| !word.starts_with("--")).with_context(|| format!("{option} needs a value"))
}

fn number<'a, T: FromStr, I: Iterator<Item = &'a str>>(option: &str, words: LocalizedText<I>) -> Result<T> {
    let word = value(option, words)?;
    word.parse().ok().with_context(|| format!("{option} cannot be `{word}`"))
}

fn heat<'a, I: Iterator<Item = &'a str>>(option: &str, words: LocalizedText<I>) -> Result<f64> {
    let heat: f64 = number(option, words)?;
    ensure!(heat > 0.0 && heat.is_finite(), "{option} is above 0, not {heat}");
    Ok(heat)
}

fn weigh(weights: &mut Weights, word: &str) -> Result<()> {
    let (name, number) = word.split_once('=').with_context(|| format!("--weight is NAME=NUMBER, not `{word}`"))?;
    *weights.named(name)? = number.parse().ok().with_context(|| format!("`{number}` is not a weight"))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Order, String> {
        Order::parse(line.split_whitespace()).map_err(|error| error.to_string())
    }

    #[test]
    fn an_order_names_its_box_and_its_weights() {
        let order =
            parse("p.csv --columns 9 --rows 7 --out g.csv --pin A,B --weight edge=26 --steps 0 --rules r.csv").unwrap();
        assert_eq!((order.columns, order.rows, order.schedule.steps), (9, 7, 0));
        assert_eq!((order.pins, order.rules), (vec!["A".to_owned(), "B".to_owned()], vec!["r.csv".into()]));
        assert_eq!((order.weights.edge, order.weights.touch), (26.0, Weights::default().touch));
    }

    #[test]
    fn missing_or_wrong_options_are_reported() {
        assert_eq!(parse("").unwrap_err(), "no table of places given");
        assert_eq!(parse("p.csv --rows 7 --out g.csv").unwrap_err(), "how many --columns?");
        assert_eq!(parse("p.csv --rows --out g.csv").unwrap_err(), "--rows needs a value");
        assert_eq!(parse("p.csv --rows seven").unwrap_err(), "--rows cannot be `seven`");
        assert_eq!(parse("p.csv --hot 0").unwrap_err(), "--hot is above 0, not 0");
        assert_eq!(parse("p.csv --colour red").unwrap_err(), "unknown option: --colour");
        assert!(parse("p.csv --weight ege=1").unwrap_err().starts_with("unknown weight: `ege` (one of: edge, "));
    }
}
