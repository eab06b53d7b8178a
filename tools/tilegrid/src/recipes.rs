//! The grids of this repository, made again from their recipes.

use std::path::Path;
use std::{env, fs};

use anyhow::{Context, Result};

use super::options::Order;

/// The orders, one a line, that make them.
pub(crate) const RECIPES: &str = "datasets/grids/recipes.txt";

/// Fills every order from the root of the repository and says of each grid whether it came out as it was.
pub(crate) fn all() -> Result<()> {
    env::set_current_dir(root())?;
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

/// The root of the repository.
pub(crate) fn root() -> &'static Path {
    let tilegrid = Path::new(env!("CARGO_MANIFEST_DIR"));
    tilegrid.ancestors().nth(2).unwrap_or(tilegrid)
}

/// The orders of a list of recipes; `#` begins a line of words.
pub(crate) fn orders(text: &str) -> Result<Vec<Order>> {
    let lines = text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    lines.map(|line| Order::parse(line.split_whitespace()).with_context(|| line.to_owned())).collect()
}
