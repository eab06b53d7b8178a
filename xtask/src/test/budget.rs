//! The size that a page may have to transfer.

use anyhow::{Result, bail};

use super::counts::Counts;
use crate::build::Package;
use crate::build::weigh::Weights;

/// Bytes of engine and script without data, brotli 11.
const CODE: usize = 75_000;

/// Bytes of the default dataset, brotli 11.
const DATA: usize = 25_000;

/// Weighs the package, prints what each part weighs and compares it with the budget.
pub fn check(package: &Package) -> Result<Counts> {
    let weights = package.weigh()?;
    println!();
    weights.print();
    let excess = excess(&weights);
    if !excess.is_empty() {
        bail!("{}", excess.join("\n"));
    }
    Ok(Counts::default())
}

/// What is wrong with the weights, one sentence each.
fn excess(weights: &Weights) -> Vec<String> {
    let code = weights.engine.brotli + weights.script.brotli;
    let data = weights.data.brotli;
    let mut found = Vec::new();
    if weights.data.raw == 0 {
        found.push("the dataset was not found in the module, so its share is not known".to_owned());
    }
    if code > CODE {
        found.push(format!("engine and script: {code} bytes (budget: {CODE})"));
    }
    if data > DATA {
        found.push(format!("dataset: {data} bytes (budget: {DATA})"));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::weigh::Weight;

    fn weights(script: usize, engine: usize, data: usize) -> Weights {
        let weight = |brotli| Weight { raw: 3 * brotli, gzip: 2 * brotli, brotli };
        Weights { script: weight(script), wasm: weight(engine + data), engine: weight(engine), data: weight(data) }
    }

    #[test]
    fn the_budget_holds_to_the_byte() {
        assert!(excess(&weights(15_000, 60_000, 25_000)).is_empty());
        assert_eq!(excess(&weights(15_000, 60_001, 25_000)), ["engine and script: 75001 bytes (budget: 75000)"]);
        assert_eq!(excess(&weights(15_000, 60_000, 25_001)), ["dataset: 25001 bytes (budget: 25000)"]);
    }

    #[test]
    fn data_that_was_not_found_is_no_data_saved() {
        assert_eq!(excess(&weights(1, 1, 0)).len(), 1);
    }
}
