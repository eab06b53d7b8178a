//! Makes a dataset from CSV, prints its changes and writes it as JSON.
//!
//! ```text
//! cargo run --example from_csv
//! ```

use std::error::Error;

use banspread::format::write;
use banspread::{Chart, Dataset, Estimate, Index};

/// One row for each event. Rows with a `record` declare the rest: here two statuses, each with a label and its colours
/// on light and on dark pages.
const CSV: &str = "\
record,entity,date,status,label,color_light,color_dark,source,source_url
status,,,closed,Schools closed,#b3581b,#ec975a,,
status,,,open,Schools open,#17588c,#508ec8,,
,Italy,2020-03-05,closed,,,,ANSA,https://www.ansa.it/
,Denmark,2020-03-16,closed,,,,DR,https://www.dr.dk/
,Denmark,2020-04-15,open,,,,DR,https://www.dr.dk/
";

fn main() -> Result<(), Box<dyn Error>> {
    let dataset = Dataset::from_text(CSV)?;
    for day in Index::new(&dataset).change_days() {
        println!("{day}");
    }
    let chart = Chart::new(dataset, Box::new(Estimate));
    println!("{}", chart.info().story);
    println!("{}", write::json(&Dataset::tree(CSV, &|_| None)?));
    Ok(())
}
