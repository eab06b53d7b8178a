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
mod rules;
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

use anyhow::{Context, Result, ensure};

use anneal::{Costs, anneal};
use layout::{Cell, Layout};
use measures::Measures;
use options::{HELP, Order};
use pair_costs::PairCosts;
use places::{Place, Places};
use rules::Rule;
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
    let places = places(order)?;
    let rules = rules(order, &places)?;
    let costs = costs(order, &places, &rules);
    let layout = make(order, &places, &costs)?;
    write(&order.out, &file::write(&layout, &places))?;
    if let Some(svg) = &order.svg {
        write(svg, &picture::draw(&layout, &places))?;
    }
    print!("{}", Measures::of(&layout, &places));
    println!("cost: {:.3}", costs.of(&layout));
    let broken: Vec<String> =
        rules.iter().filter(|rule| !rule.holds(&layout)).map(|rule| rule.words(&places)).collect();
    if !rules.is_empty() {
        println!("of {} rules broken: {} {}", rules.len(), broken.len(), broken.join(", "));
    }
    Ok(())
}

/// The places that an order names.
fn places(order: &Order) -> Result<Places> {
    let mut text = read(&order.places)?;
    if let Some(path) = &order.more {
        let more = read(path)?;
        let (header, lines) = more.split_once('\n').unwrap_or_default();
        ensure!(text.starts_with(&format!("{header}\n")), "{}: other columns than those before", path.display());
        text.push_str(lines);
    }
    Places::read(&text).with_context(|| order.places.display().to_string())
}

/// The rules that an order names.
fn rules(order: &Order, places: &Places) -> Result<Vec<Rule>> {
    let mut rules = Vec::new();
    for path in &order.rules {
        rules.extend(rules::read(&read(path)?, places).with_context(|| path.display().to_string())?);
    }
    Ok(rules)
}

/// The costs of layouts of these places, with the weights and rules of an order.
fn costs(order: &Order, places: &Places, rules: &[Rule]) -> Costs {
    Costs { pairs: PairCosts::new(places, rules, &order.weights), whole: Whole::new(places, &order.weights) }
}

/// The grid for an order.
fn make(order: &Order, places: &Places, costs: &Costs) -> Result<Layout> {
    let (columns, rows) = (order.columns, order.rows);
    let mut start = match &order.start {
        Some(path) => file::part(&read(path)?, columns, rows, places).with_context(|| path.display().to_string())?,
        None => Layout::new(columns, rows, places.len())?,
    };
    let kept = |(place, cell): (&Place, &Cell)| {
        start.inside(*cell) && order.keep.iter().any(|name| *name == places.group_names[place.group])
    };
    let mut pinned: Vec<bool> = places.list.iter().zip(&start.at).map(kept).collect();
    start.fill(places);
    for code in &order.pins {
        pinned[places.find(code).context("--pin")?] = true;
    }
    let layout = anneal(start, places, &pinned, costs, &order.schedule, order.seed);
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
