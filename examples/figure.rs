//! Draws the figure of a day at a width, as SVG.
//!
//! ```text
//! cargo run --example figure -- 2020-10-20 680 figure.svg
//! ```

use std::error::Error;
use std::{env, fs};

use banspread::render::svg;
use banspread::{Chart, Dataset, Estimate, Intent, PartialDate};

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = env::args().skip(1).collect();
    let [date, width, file] = &words[..] else { return Err("write a date, a width and a file".into()) };
    let day = date.parse::<PartialDate>()?.first();
    // `Estimate` replaces the browser, which measures text.
    let mut chart = Chart::new(Dataset::huawei(), Box::new(Estimate));
    chart.apply(Intent::Day(day.number()));
    // In CSS pixels, without the margins of the figure.
    chart.arrange(width.parse()?);
    fs::write(file, svg::svg(&chart))?;
    println!("{}", chart.describe().spoken);
    Ok(())
}
