//! The command line of `cargo tilegrid`.

use std::iter::Peekable;
use std::path::PathBuf;
use std::str::FromStr;

use anyhow::{Context, Result, bail, ensure};

use super::anneal::Schedule;
use super::weights::Weights;

/// What `cargo tilegrid` prints when it does not understand its arguments.
pub(crate) const HELP: &str = "\
usage: cargo tilegrid PLACES.csv --columns N --rows N --out GRID.csv [OPTIONS]
       cargo tilegrid --all

Lays places out as a grid of tiles, one each. --all makes every grid of this repository again.

  --columns N, --rows N   the box; what is left empty at its rim is cut off
  --seed N                another seed, another grid (1)
  --steps N               how many moves are tried (4000000); 0 measures the start
  --hot N, --cold N       the heat at the beginning and at the end (0.6, 0.004)
  --visits N              how many moves of a hundred bring a place to its neighbours (0)
  --more PLACES.csv       more places, in a table with the same columns
  --start GRID.csv        begin with this grid rather than with the map; places that it lacks begin as on the map
  --keep GROUP,...        groups whose tiles stay where that grid has them
  --pin CODE,...          tiles that stay where they are
  --weight NAME=NUMBER    what a goal weighs, for example edge=26; may be given again
  --rules RULES.csv       what readers know: code,where,of,weight; may be given again
  --mend MENDS.csv        then move tiles by hand: code,row,col,why
  --svg PICTURE.svg       draw the grid as well

docs/grids.md says what the files hold and what is measured.
";

/// One grid to make.
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
    /// What the random numbers follow from.
    pub(crate) seed: u64,
    /// How long and how hot to anneal.
    pub(crate) schedule: Schedule,
    /// How much each goal weighs.
    pub(crate) weights: Weights,
    /// The grid to begin with.
    pub(crate) start: Option<PathBuf>,
    /// The groups whose tiles stay where it has them.
    pub(crate) keep: Vec<String>,
    /// The codes of tiles that stay.
    pub(crate) pins: Vec<String>,
    /// What readers know of the places.
    pub(crate) rules: Vec<PathBuf>,
    /// The mends to make in the end.
    pub(crate) mend: Option<PathBuf>,
    /// Where the grid goes.
    pub(crate) out: PathBuf,
    /// Where a picture of it goes.
    pub(crate) svg: Option<PathBuf>,
}

impl Order {
    /// Reads the words that follow `cargo tilegrid`.
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
                _ => bail!("not understood: {option}"),
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
    words.next_if(|word| !word.starts_with("--")).with_context(|| format!("{option} lacks its value"))
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
    fn what_is_missing_or_wrong_is_said() {
        assert_eq!(parse("").unwrap_err(), "no table of places given");
        assert_eq!(parse("p.csv --rows 7 --out g.csv").unwrap_err(), "how many --columns?");
        assert_eq!(parse("p.csv --rows --out g.csv").unwrap_err(), "--rows lacks its value");
        assert_eq!(parse("p.csv --rows seven").unwrap_err(), "--rows cannot be `seven`");
        assert_eq!(parse("p.csv --hot 0").unwrap_err(), "--hot is above 0, not 0");
        assert_eq!(parse("p.csv --colour red").unwrap_err(), "not understood: --colour");
        assert!(parse("p.csv --weight ege=1").unwrap_err().starts_with("no weight is called `ege` (there are edge, "));
    }
}
