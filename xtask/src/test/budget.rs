//! The size that a page may have to transfer.

use anyhow::{Result, bail};

use super::counts::Counts;
use crate::build::Package;
use crate::build::weigh::Weights;

/// Bytes of engine and script without data, brotli 11.
const CODE: usize = 82_500;

/// Bytes of the checker and its script without data, brotli 11.
const CHECKER: usize = 55_000;

/// Bytes of the default dataset with its sources and of the grids, brotli 11: some 145 an event.
const DATA: usize = 48_000;

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
    let (code, checker, data) = (weights.page.brotli(), weights.checker.brotli(), weights.page.data.brotli);
    let mut found = Vec::new();
    if weights.page.data.raw == 0 || weights.checker.data.raw == 0 {
        found.push("the data was not found in the modules, so its share is not known".to_owned());
    }
    if code > CODE {
        found.push(format!("engine and script: {code} bytes (budget: {CODE})"));
    }
    if checker > CHECKER {
        found.push(format!("checker and its script: {checker} bytes (budget: {CHECKER})"));
    }
    if data > DATA {
        found.push(format!("dataset: {data} bytes (budget: {DATA})"));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::weigh::{Share, Weight};

    fn share(script: usize, code: usize, data: usize) -> Share {
        let weight = |brotli| Weight { raw: 3 * brotli, gzip: 2 * brotli, brotli };
        Share { script: weight(script), wasm: weight(code + data), code: weight(code), data: weight(data) }
    }

    fn excess_of(page: Share, checker: Share) -> Vec<String> {
        excess(&Weights { page, checker })
    }

    #[test]
    fn the_budget_holds_to_the_byte() {
        let checker = || share(2_000, 53_000, 4_000);
        let page = |over, data| share(15_000, CODE - 15_000 + over, data);
        assert!(excess_of(page(0, DATA), checker()).is_empty());
        let found = excess_of(page(1, DATA), checker());
        assert_eq!(found, [format!("engine and script: {} bytes (budget: {CODE})", CODE + 1)]);
        let found = excess_of(page(0, DATA + 1), checker());
        assert_eq!(found, [format!("dataset: {} bytes (budget: {DATA})", DATA + 1)]);
        let found = excess_of(page(0, DATA), share(2_001, 53_000, 4_000));
        assert_eq!(found, ["checker and its script: 55001 bytes (budget: 55000)"]);
    }

    #[test]
    fn data_that_was_not_found_is_no_data_saved() {
        assert_eq!(excess_of(share(1, 1, 0), share(1, 1, 1)).len(), 1);
        assert_eq!(excess_of(share(1, 1, 1), share(1, 1, 0)).len(), 1);
    }
}
