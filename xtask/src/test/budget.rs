//! The size budget of the package.

use anyhow::{Result, bail};

use super::log::Log;
use crate::build::size::{PackageSizes, Size};
use crate::build::{NodeCommand, Package};

/// The maximal number of bytes of engine and script, after brotli. The other budgets have the same unit.
const CODE: usize = 101_500;

/// The checker and its script, without its names of places.
const CHECKER: usize = 55_700;

/// The engine as plain script, without the data for its memory.
const PLAIN: usize = 88_400;

/// The checker as plain script, without the data for its memory.
const PLAIN_CHECKER: usize = 64_600;

/// The command for Node.js: script and module. No page loads it.
const COMMAND: usize = 1_446_000;

/// The other scripts. The packed scripts contain modules that are already compressed with gzip, so brotli makes them
/// only a little smaller.
const OTHERS: [(&str, usize); 9] = [
    // The grids with the names and the population of their places. With the dataset they may have 52,000.
    ("banspread-places.txt", 3_440),
    // The default dataset with its sources. An event has about 140 bytes.
    ("banspread-data.txt", 48_600),
    ("banspread-supplement.js", 9_850),
    ("banspread.classic.js", 31_350),
    ("banspread.standalone.js", 171_100),
    ("npm/engine.js", 80_500),
    ("npm/checker.js", 65_600),
    ("embed.js", 3_090),
    ("frames.js", 1_000),
];

/// The modules, the worker and the script of the make page. No figure loads them.
const MAKE: [(&str, usize); 6] = [
    ("make/importer.wasm", 178_000),
    ("make/names.txt", 43_600),
    ("make/workbooks.wasm", 249_000),
    ("make/publisher.wasm", 103_000),
    ("make/worker.js", 9_000),
    ("make/make.js", 35_600),
];

/// The make page as a single file, without compression. It is opened from a disk.
const MAKE_FILE: usize = 2_340_000;

/// Measures the package, writes the size of each part to the log, and compares the sizes with the budgets.
pub fn check(package: &Package, command: &NodeCommand, log: &Log) -> Result<()> {
    let sizes = package.sizes()?;
    log.write(&(sizes.table() + &command.line()?));
    let mut excess = excess(&sizes);
    excess.extend(excess_of_command(command.size()?));
    if !excess.is_empty() {
        bail!("{}", excess.join("\n"));
    }
    Ok(())
}

fn excess_of_command(size: Size) -> Option<String> {
    let size = size.brotli;
    (size > COMMAND).then(|| format!("command for Node.js: {size} bytes (budget: {COMMAND})"))
}

/// A sentence for each size over its budget.
fn excess(sizes: &PackageSizes) -> Vec<String> {
    let (code, checker) = (sizes.page.brotli(), sizes.checker.brotli());
    let mut found = Vec::new();
    if sizes.page.data.raw > 0 {
        found.push("the engine contains names of places".to_owned());
    }
    if sizes.checker.data.raw == 0 {
        found.push("the checker does not contain the names of places, so the size of its code is unknown".to_owned());
    }
    if code > CODE {
        found.push(format!("engine and script: {code} bytes (budget: {CODE})"));
    }
    if checker > CHECKER {
        found.push(format!("checker and its script: {checker} bytes (budget: {CHECKER})"));
    }
    for (what, size, budget) in [
        ("engine as plain script", sizes.plain.code.brotli, PLAIN),
        ("checker as plain script", sizes.plain_checker.code.brotli, PLAIN_CHECKER),
    ] {
        if size > budget {
            found.push(format!("{what}: {size} bytes (budget: {budget})"));
        }
    }
    if sizes.make_file > MAKE_FILE {
        found.push(format!("make.html as a single file: {} bytes (budget: {MAKE_FILE})", sizes.make_file));
    }
    for (name, budget) in OTHERS.into_iter().chain(MAKE) {
        match sizes.others.iter().chain(&sizes.make).find(|other| other.0 == name).map(|other| other.1.brotli) {
            Some(size) if size > budget => found.push(format!("{name}: {size} bytes (budget: {budget})")),
            Some(_) => {}
            None => found.push(format!("{name} is not in the package")),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::size::{Share, Twin};

    fn size(brotli: usize) -> Size {
        Size { raw: 3 * brotli, gzip: 2 * brotli, brotli }
    }

    fn share(script: usize, code: usize, data: usize) -> Share {
        Share { script: size(script), wasm: size(code + data), code: size(code), data: size(data) }
    }

    fn excess_of(page: Share, checker: Share) -> Vec<String> {
        excess(&PackageSizes { page, checker, ..fitting() })
    }

    /// A size that is exactly the budget.
    fn fitting() -> PackageSizes {
        PackageSizes {
            page: share(1, 1, 0),
            checker: share(1, 1, 1),
            plain: Twin { script: size(PLAIN), code: size(PLAIN) },
            plain_checker: Twin { script: size(PLAIN_CHECKER), code: size(PLAIN_CHECKER) },
            others: OTHERS.map(|(name, budget)| (name, size(budget))).into(),
            make: MAKE.map(|(name, budget)| (name, size(budget))).into(),
            make_file: MAKE_FILE,
        }
    }

    #[test]
    fn plain_scripts_have_budgets_too() {
        assert!(excess(&fitting()).is_empty());
        let plain = Twin { script: size(PLAIN + 1), code: size(PLAIN + 1) };
        let found = excess(&PackageSizes { plain, ..fitting() });
        assert_eq!(found, [format!("engine as plain script: {} bytes (budget: {PLAIN})", PLAIN + 1)]);
    }

    #[test]
    fn the_command_for_node_has_a_budget_too() {
        assert_eq!(excess_of_command(size(COMMAND)), None);
        let found = excess_of_command(size(COMMAND + 1)).unwrap();
        assert_eq!(found, format!("command for Node.js: {} bytes (budget: {COMMAND})", COMMAND + 1));
    }

    #[test]
    fn the_make_page_as_a_single_file_has_a_budget_too() {
        let found = excess(&PackageSizes { make_file: MAKE_FILE + 1, ..fitting() });
        assert_eq!(found, [format!("make.html as a single file: {} bytes (budget: {MAKE_FILE})", MAKE_FILE + 1)]);
    }

    #[test]
    fn a_script_that_is_too_large_or_missing_is_named() {
        let mut sizes = fitting();
        sizes.others[7].1.brotli += 1;
        sizes.others.remove(3);
        sizes.make.remove(4);
        let found = excess(&sizes);
        let missing = ["banspread.classic.js", "make/worker.js"].map(|name| format!("{name} is not in the package"));
        let [classic, worker] = missing;
        assert_eq!(found, [classic, "embed.js: 3091 bytes (budget: 3090)".to_owned(), worker]);
    }

    #[test]
    fn the_budget_holds_to_the_byte() {
        let checker = || share(2_000, CHECKER - 2_000, 4_000);
        let page = |over| share(15_000, CODE - 15_000 + over, 0);
        assert!(excess_of(page(0), checker()).is_empty());
        let found = excess_of(page(1), checker());
        assert_eq!(found, [format!("engine and script: {} bytes (budget: {CODE})", CODE + 1)]);
        let found = excess_of(page(0), share(2_001, CHECKER - 2_000, 4_000));
        assert_eq!(found, [format!("checker and its script: {} bytes (budget: {CHECKER})", CHECKER + 1)]);
    }

    #[test]
    fn names_are_in_the_checker_and_not_in_the_engine() {
        assert_eq!(excess_of(share(1, 1, 1), share(1, 1, 1)).len(), 1);
        assert_eq!(excess_of(share(1, 1, 0), share(1, 1, 0)).len(), 1);
    }
}
