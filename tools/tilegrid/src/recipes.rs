//! The grids of this repository, made again.

use std::{env, fs};

use anyhow::{Context, Result};

use super::options::Order;
use crate::places;

/// The orders, one a line, that make them.
pub(super) const RECIPES: &str = "datasets/grids/recipes.txt";

/// Fills every order from the root of the repository and says of each grid whether it came out as it was.
pub(super) fn all() -> Result<()> {
    env::set_current_dir(places::root())?;
    let text = fs::read_to_string(RECIPES).context(RECIPES)?;
    for order in orders(&text)? {
        let before = fs::read(&order.out).unwrap_or_default();
        println!("{}", order.out.display());
        super::fill(&order)?;
        let same = fs::read(&order.out)? == before;
        println!("{}\n", if same { "as it was" } else { "not as it was" });
    }
    Ok(())
}

/// The orders of a list of recipes; `#` begins a line of words.
pub(super) fn orders(text: &str) -> Result<Vec<Order>> {
    let lines = text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    lines.map(|line| Order::parse(line.split_whitespace()).with_context(|| line.to_owned())).collect()
}
