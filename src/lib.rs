/*!
A map and a timeline of who has which status since when: bans of a company's equipment, lockdowns, laws.

This is the core of the `<ban-spread>` element. It holds a dataset of entities (countries, blocs, companies) with dated
statuses and turns it, the reader's choices and a width into a finished picture, the words that go with it, and data.
It never touches a document: a shell does, and the one that is written in JavaScript lives in `www`.

# The way of the data

```text
text -> Dataset -> Index -> Snapshot -> Scene -> drawing
```

- [`Dataset::from_text`] reads and validates; what it returns keeps its promises, what it refuses comes with every
  finding at once ([`InvalidDataset`]).
- [`Index`] answers who has which status on a day, since when, and what changed between two days.
- [`Chart`] holds these with what the reader has chosen. [`Intent`]s go in; [`Update`]s, [`Scene`](scene::mark::Scene)s and
  [`Description`](describe::records::Description)s come out.
- [`render::paint::Painter`] draws a scene on any backend of plotters: a canvas in browsers, SVG natively.

# As a dependency

The package also contains the command `banspread`. A crate that uses the library alone leaves it out:

```toml
[dependencies]
banspread = { version = "0.1", default-features = false }
```

# Guide

Each step has a whole program in the folder `examples/` of the repository. The tests run them all.

## Read a dataset

A dataset is JSON or CSV. [`Dataset::check`] returns it with its warnings, or all findings at once: each says where, what
is wrong and what would be right. `examples/findings.rs` prints them for files:
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

[`Index::as_of`] answers for all entities, [`Index::spell_on`] for one. A spell says which event began it, and the event
names its sources. `examples/on_a_day.rs` prints all of that: `cargo run --example on_a_day -- 2020-10-20`.

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

A [`Chart`] takes what a reader does as [`Intent`]s. It is arranged at a width and then drawn or put into words.
`examples/figure.rs` writes an SVG file: `cargo run --example figure -- 2020-10-20 680 figure.svg`.

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

Statuses, entities and a map of your own are rows of the same CSV file. `examples/from_csv.rs` declares two statuses,
prints the days on which something changes and writes the dataset as JSON: `cargo run --example from_csv`.

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

Lengths are CSS pixels. Days are civil days of the Gregorian calendar, numbered from 1970-01-01. Spells are half-open.

# What is not supported

Times of day and time zones; years outside of 0 to 9999; statuses that overlap for one entity; drawing that depends on
a clock, randomness, files or the network.
*/

#![warn(clippy::missing_errors_doc, clippy::missing_panics_doc)]

pub mod base;
pub mod chart;
pub mod context;
pub mod describe;
pub mod diagnostics;
pub mod format;
pub mod i18n;
pub mod layout;
pub mod model;
pub mod render;
pub mod scene;
pub mod theme;
pub mod validate;
pub mod view;
#[cfg(any(test, target_arch = "wasm32"))]
pub mod wasm;

pub use base::date::{DateError, Day, PartialDate};
pub use base::limits::Limits;
pub use base::text::Estimate;
pub use chart::Chart;
pub use diagnostics::diagnostic::{Diagnostic, InvalidDataset};
pub use model::dataset::Dataset;
pub use model::index::Index;
pub use view::intent::{Intent, Part};
pub use view::update::Update;
