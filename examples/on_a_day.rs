//! Prints who has which status on a day, since when, and who says so.
//!
//! ```text
//! cargo run --example on_a_day -- 2020-10-20
//! ```

use std::env;
use std::error::Error;

use banspread::{Dataset, Index, PartialDate};

fn main() -> Result<(), Box<dyn Error>> {
    let date = env::args().nth(1).unwrap_or_else(|| "2020-10-20".to_owned());
    // A month or a year is a date, too; its first day is meant.
    let day = date.parse::<PartialDate>()?.first();
    let dataset = Dataset::huawei();
    let snapshot = Index::new(&dataset).as_of(day);
    for (id, status) in dataset.statuses().iter().enumerate() {
        println!("{} on {day}:", status.label.own());
        for (number, entity) in dataset.entities().iter().enumerate() {
            // No spell is no data: nobody has reported a status yet.
            let Some(spell) = snapshot.spell(number).filter(|spell| spell.status == id) else { continue };
            let event = &dataset.events()[spell.event];
            let outlets: Vec<&str> = event.sources.iter().map(|source| source.outlet.as_str()).collect();
            println!("  {} since {} ({})", entity.name.own(), event.date, outlets.join(", "));
        }
    }
    Ok(())
}
