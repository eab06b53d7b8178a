//! Makes the grids of this repository again from their recipes.

use std::path::Path;
use std::{env, fs};

use anyhow::{Context, Result};

use super::options::Order;

/// The orders for the grids, one on each line.
pub(crate) const RECIPES: &str = "datasets/grids/recipes.txt";

/// Makes every grid at the root of the repository. Prints for each grid whether it is the same as before.
pub(crate) fn all() -> Result<()> {
    env::set_current_dir(root())?;
    let text = fs::read_to_string(RECIPES).context(RECIPES)?;
    for order in orders(&text)? {
        let before = fs::read(&order.out).unwrap_or_default();
        println!("{}", order.out.display());
        super::fill(&order)?;
        let same = fs::read(&order.out)? == before;
        println!("{}\n", if same { "unchanged" } else { "changed" });
    }
    Ok(())
}

/// The root of the repository.
pub(crate) fn root() -> &'static Path {
    let tilegrid = Path::new(env!("CARGO_MANIFEST_DIR"));
    tilegrid.ancestors().nth(2).unwrap_or(tilegrid)
}

/// The orders in a list of recipes. A line that begins with `#` is a comment.
pub(crate) fn orders(text: &str) -> Result<Vec<Order>> {
    let lines = text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    lines.map(|line| Order::parse(line.split_whitespace()).with_context(|| line.to_owned())).collect()
}
