//! Makes grids of tiles: one square for each place. Neighbours are together, and the west is in the west.
//!
//! A text becomes places and pairs (`table`, `places`, `pairs`). Weights turn these into costs (`weights`,
//! `pair_costs`, `whole`). A layout is annealed with these costs (`layout`, `moves`, `anneal`), changed by hand
//! (`file`) and measured (`measures`).

mod anneal;
mod file;
mod layout;
mod measures;
mod moves;
mod options;
mod pair_costs;
mod pairs;
mod picture;
mod places;
mod recipes;
mod rng;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod shipped;
mod table;
mod weights;
mod whole;

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use anyhow::{Context, Result};

use anneal::{Costs, anneal};
use layout::Layout;
use measures::Measures;
use options::{HELP, Order};
use pair_costs::PairCosts;
use places::Places;
use whole::Whole;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let result = if arguments == ["--all"] {
        recipes::all()
    } else {
        match Order::parse(arguments.iter().map(String::as_str)) {
            Ok(order) => fill(&order),
            Err(error) => {
                eprint!("{error}\n\n{HELP}");
                return ExitCode::from(2);
            }
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Makes a grid, writes it and prints its measures.
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

/// The costs of layouts of these places, with the weights of an order.
fn costs(order: &Order, places: &Places) -> Costs {
    Costs { pairs: PairCosts::new(places, &order.weights), whole: Whole::new(places, &order.weights) }
}

/// The grid for an order.
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
