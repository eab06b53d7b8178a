/*!
A map and a timeline of who has which status since when: bans of a company's equipment, lockdowns, laws.

This is the core of the `<ban-spread>` element. It holds a dataset of entities (countries, blocs, companies) with dated
statuses and turns it, the reader's choices and a width into a finished picture, the words that go with it, and data.
It never touches a document: a shell does, and the one that is written in JavaScript lives in `www`.

# The way of the data

```text
text -> Dataset -> Index -> Snapshot -> Scene -> ink
```

- [`Dataset::from_text`] reads and validates; what it returns keeps its promises, what it refuses comes with every
  finding at once ([`InvalidDataset`]).
- [`Index`] answers who has which status on a day, since when, and what changed between two days.
- [`Chart`] holds these with what the reader has chosen. [`Intent`]s go in; [`Update`]s, [`Scene`](scene::Scene)s and
  [`Description`](describe::Description)s come out.
- [`render::paint::Painter`] inks a scene on any backend of plotters: a canvas in browsers, SVG natively.

# Example

```
use banspread::{Dataset, Index, PartialDate};

let dataset = Dataset::huawei();
let index = Index::new(&dataset);
let australia = dataset.entity("AU").expect("Australia is in the dataset");
let day = "2019-01-01".parse::<PartialDate>()?.first();
let status = index.as_of(day).status(australia).expect("a status is documented");
assert_eq!(dataset.statuses()[status].id, "banned");
# Ok::<(), banspread::DateError>(())
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
