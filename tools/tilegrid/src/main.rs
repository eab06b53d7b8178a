//! Makes grids of tiles: one square for each place, neighbours together, west in the west.
//!
//! Text becomes places and pairs (`table`, `places`, `pairs`); weights make wishes of them (`weights`, `wishes`, `whole`);
//! a layout is annealed under those (`layout`, `moves`, `anneal`), mended by hand (`file`) and measured (`measures`).

mod anneal;
mod file;
mod layout;
mod measures;
mod moves;
mod options;
mod pairs;
mod picture;
mod places;
mod quick;
mod recipes;
mod rng;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod shipped;
mod table;
mod weights;
mod whole;
mod wishes;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use anneal::{Costs, anneal};
use layout::Layout;
use measures::Measures;
use options::{HELP, Order};
use places::Places;
use whole::Whole;
use wishes::Wishes;

/// Does what the words after `cargo xtask grid` say; `false` when they are not understood or it went wrong elsewhere.
pub fn run(arguments: &[String]) -> Result<bool> {
    let all = arguments == ["--all"];
    if !all && let Err(complaint) = Order::parse(arguments.iter().map(String::as_str)) {
        eprint!("{complaint}\n\n{HELP}");
        return Ok(false);
    }
    if !quick::is_quick() {
        return quick::run(arguments);
    }
    if all {
        recipes::all()?;
    } else {
        fill(&Order::parse(arguments.iter().map(String::as_str))?)?;
    }
    Ok(true)
}

/// Makes a grid, writes it and prints what it measures.
fn fill(order: &Order) -> Result<()> {
    let places = Places::read(&read(&order.places)?).with_context(|| order.places.display().to_string())?;
    let costs = costs(order, &places);
    let layout = make(order, &places, &costs)?;
    write(&order.out, &file::write(&layout, &places))?;
    if let Some(svg) = &order.svg {
        write(svg, &picture::draw(&layout, &places))?;
    }
    print!("{}", Measures::of(&layout, &places));
    println!("cost: {:.3}", costs.of(&layout));
    Ok(())
}

/// What layouts of these places cost under an order's weights.
fn costs(order: &Order, places: &Places) -> Costs {
    Costs { pairs: Wishes::new(places, &order.weights), whole: Whole::new(places, &order.weights) }
}

/// The grid that an order asks for.
fn make(order: &Order, places: &Places, costs: &Costs) -> Result<Layout> {
    let (columns, rows) = (order.columns, order.rows);
    let start = match &order.start {
        Some(path) => file::read(&read(path)?, columns, rows, places).with_context(|| path.display().to_string())?,
        None => Layout::scatter(columns, rows, places)?,
    };
    let mut pinned = vec![false; places.len()];
    for code in &order.pins {
        pinned[places.find(code).context("--pin")?] = true;
    }
    let layout = anneal(start, &pinned, costs, &order.schedule, order.seed);
    match &order.mend {
        Some(path) => file::mend(&layout, &read(path)?, places).with_context(|| path.display().to_string()),
        None => Ok(layout),
    }
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

fn write(path: &Path, text: &str) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
}
