/*!
A map and a timeline of who has which status since when: bans of a company's equipment, lockdowns, laws.

This is the core of the `<ban-spread>` element. It reads a dataset of entities (countries, blocs, companies) with dated
statuses. From the dataset, the choices of the reader and a width it makes the picture, the texts beside the picture, and
data. It does not know documents. A shell does; the shell in the folder `www` is written in JavaScript.

# How the data flows

```text
text -> Dataset -> Index -> Snapshot -> Scene -> drawing
```

- [`Dataset::from_text`] reads and validates a text. The dataset that it returns is valid. An error contains all findings
  at once ([`InvalidDataset`]).
- [`Index`] knows who has which status on a day, since when, and what changed between two days.
- [`Chart`] has the dataset, the index and the choices of the reader. It takes [`Intent`]s and returns [`Update`]s,
  [`Scene`](scene::mark::Scene)s and [`Description`](describe::records::Description)s.
- [`render::paint::Painter`] draws a scene with any backend of plotters: on a canvas in browsers, as SVG natively.

# As a dependency

The package also contains the command `banspread`. A crate that uses only the library switches the command off:

```toml
[dependencies]
banspread = { version = "0.1", default-features = false }
```

With the feature `import` the library also turns sheets of other shapes into datasets (`banspread::import`). `import-excel`
adds XLSX, XLS and ODS, `import-encodings` text in encodings from before Unicode.

# Guide

For each section the folder `examples/` of the repository has a complete program. The tests run these programs.

## Read a dataset

A dataset is JSON or CSV. [`Dataset::check`] returns the dataset with its warnings, or all findings at once. A finding says
where the error is, what is wrong, and what would be right. `examples/findings.rs` prints the findings about files:
`cargo run --example findings -- events.csv`.

```
use banspread::Dataset;

let csv = "entity,date,status,source\nSweden,14/07/2020,banned,PTS\n";
let invalid = Dataset::from_text(csv).unwrap_err();
assert_eq!(
    invalid.to_string(),
    "events[0].date: not a date: \"14/07/2020\" at line 2, column 8 (did you mean \"2020-07-14\"?)"
);
```

## Ask who has which status on a day

[`Index::as_of`] returns the statuses of all entities, [`Index::spell_on`] the spell of one entity. A spell has the event
that began it, and the event has its sources. `examples/on_a_day.rs` prints all of this:
`cargo run --example on_a_day -- 2020-10-20`.

```
use banspread::{Dataset, Index, PartialDate};

let dataset = Dataset::huawei();
let index = Index::new(&dataset);
let australia = dataset.entity_id("AU").expect("Australia is in the dataset");
let day = "2019-01-01".parse::<PartialDate>()?.first();
let spell = index.spell_on(australia, day).expect("a status is documented");
assert_eq!(dataset.status(spell.status).id, "banned");
assert_eq!(dataset.event(spell.event).date.to_string(), "2018-08-23");
# Ok::<(), banspread::DateError>(())
```

## Draw the figure

An [`Intent`] is an action of the reader. A [`Chart`] applies intents, arranges the figure at a width, and then draws or
describes it. `examples/figure.rs` writes an SVG file: `cargo run --example figure -- 2020-10-20 680 figure.svg`.

```
use banspread::{Chart, Dataset, Estimate, Intent, PartialDate};
use banspread::render::svg;

let mut chart = Chart::new(Dataset::huawei(), Box::new(Estimate));
chart.apply(Intent::Day("2020-10-20".parse::<PartialDate>()?.first().number()));
chart.arrange(680.0);
assert!(svg::svg(&chart).contains("20 October 2020"));
assert!(chart.describe().spoken.text.starts_with("20 October 2020. "));
# Ok::<(), banspread::DateError>(())
```

## Make a dataset

Your own statuses, entities and map are rows of the same CSV file. `examples/from_csv.rs` declares two statuses, prints the
days of change, and writes the dataset as JSON: `cargo run --example from_csv`.

```
use banspread::{Dataset, Index};

let csv = "\
record,entity,date,status,label,color_light,color_dark,source
status,,,closed,Schools closed,#b3581b,#ec975a,
,Italy,2020-03-05,closed,,,,ANSA
";
let dataset = Dataset::from_text(csv)?;
assert_eq!(dataset.statuses()[0].label.own(), "Schools closed");
assert_eq!(Index::new(&dataset).change_days().len(), 1);
# Ok::<(), banspread::InvalidDataset>(())
```

# Units

Lengths are in CSS pixels. Days are civil days of the Gregorian calendar. Day 0 is 1970-01-01. A spell includes its first
day and ends just before its last.

# What is not supported

- times of day and time zones
- years outside of 0 to 9999
- two statuses of one entity at the same time
- pictures that depend on a clock, randomness, files or the network
*/

#![warn(clippy::missing_errors_doc, clippy::missing_panics_doc)]

pub mod base;
pub mod chart;
pub mod context;
pub mod describe;
pub mod diagnostics;
pub mod format;
pub mod i18n;
#[cfg(feature = "import")]
pub mod import;
pub mod layout;
pub mod model;
pub mod names;
#[cfg(feature = "publish")]
pub mod publish;
pub mod render;
pub mod scene;
pub mod theme;
pub mod validate;
pub mod view;
#[cfg(any(test, browser))]
pub mod wasm;

#[cfg(browser)]
use talc::{
    base::binning::{Binning, linear_extent_then_linearly_divided_exponential_binning},
    cell::TalcSyncCell,
    wasm::WasmGrowAndExtend,
};

pub use base::date::{DateError, Day, PartialDate};
pub use base::limits::Limits;
pub use base::text::Estimate;
pub use chart::Chart;
pub use diagnostics::diagnostic::{Diagnostic, InvalidDataset};
pub use model::dataset::Dataset;
pub use model::index::Index;
pub use view::intent::{Intent, Part};
pub use view::update::Update;

// The default allocator of the target, dlmalloc, is 1,700 bytes larger after brotli and no faster.
#[cfg(browser)]
#[global_allocator]
static ALLOCATOR: TalcSyncCell<WasmGrowAndExtend, Bins> = TalcSyncCell::new_wasm(WasmGrowAndExtend::new());

/// The sizes of free pieces of memory that the allocator keeps apart.
///
/// Datasets of one page come and go. With talc's own sizes for WebAssembly, two for each power of two, a piece is often up
/// to half larger than asked for. What is left of it is too small for the next dataset, and the memory grows.
#[cfg(browser)]
#[derive(Debug)]
struct Bins;

#[cfg(browser)]
impl Binning for Bins {
    type AvailabilityBitField = u64;

    fn size_to_bin(size: usize) -> u32 {
        linear_extent_then_linearly_divided_exponential_binning::<4, 4>(size)
    }
}
