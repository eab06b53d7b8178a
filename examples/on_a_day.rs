//! Prints the status of each entity on a day, the date since which it holds, and its sources.
//!
//! ```text
//! cargo run --example on_a_day -- 2020-10-20
//! ```

use std::env;
use std::error::Error;

use banspread::{Dataset, Index, PartialDate};

fn main() -> Result<(), Box<dyn Error>> {
    let date = env::args().nth(1).unwrap_or_else(|| "2020-10-20".to_owned());
    // A month or a year is a date too. It means its first day.
    let day = date.parse::<PartialDate>()?.first();
    let dataset = Dataset::huawei();
    let snapshot = Index::new(&dataset).as_of(day);
    for status in dataset.status_ids() {
        println!("{} on {day}:", dataset.status(status).label.own());
        for entity in dataset.entity_ids() {
            // Without a spell there is no data: no status is documented yet.
            let Some(spell) = snapshot.spell(entity).filter(|spell| spell.status == status) else { continue };
            let event = dataset.event(spell.event);
            let outlets: Vec<&str> = event.sources.iter().map(|source| source.outlet.as_str()).collect();
            println!("  {} since {} ({})", dataset.entity(entity).name.own(), event.date, outlets.join(", "));
        }
    }
    Ok(())
}
