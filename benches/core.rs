//! The time of the steps from text to picture, natively. The first step of each group is the baseline of its other
//! steps.
//!
//! `cargo bench --no-default-features --bench core`; with `--features import` also the import. `-- of_size` measures the
//! datasets S, M and L of `docs/performance.md`, and needs about a minute.

// The benchmark is native only, but `wasm-pack test` compiles all targets for browsers.
#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    divan::main();
}

#[cfg(not(target_arch = "wasm32"))]
#[path = "../tests/generated/mod.rs"]
mod generated;

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use banspread::format::write;
    use banspread::render::svg;
    use banspread::validate::read::HUAWEI;
    use banspread::{Chart, Dataset, Day, Estimate, Index, Intent, Limits, Part, Update};
    use divan::{Bencher, black_box};

    fn chart() -> Chart {
        Chart::new(Dataset::huawei(), Box::new(Estimate))
    }

    /// The day in the middle of the story.
    fn day() -> Day {
        Day::from_number(18_458)
    }

    /// The status of each entity on a day.
    mod status_on_a_day {
        use super::*;

        #[divan::bench]
        fn a_scan_of_all_events(bencher: Bencher<'_, '_>) {
            let dataset = Dataset::huawei();
            bencher.bench_local(|| {
                let mut held = vec![None; dataset.entities().len()];
                for event in dataset.events() {
                    if event.date.first() <= black_box(day()) && event.status.is_some() {
                        held[event.entity.index()] = event.status;
                    }
                }
                held
            });
        }

        #[divan::bench]
        fn as_of(bencher: Bencher<'_, '_>) {
            let index = Index::new(&Dataset::huawei());
            bencher.bench_local(|| index.as_of(black_box(day())));
        }

        #[divan::bench]
        fn counts(bencher: Bencher<'_, '_>) {
            let index = Index::new(&Dataset::huawei());
            bencher.bench_local(|| index.counts(black_box(day())).len());
        }
    }

    /// Once for each dataset.
    mod reading {
        use super::*;

        #[divan::bench]
        fn json_alone() -> serde_json::Value {
            serde_json::from_str(black_box(HUAWEI)).unwrap()
        }

        #[divan::bench]
        fn json_validated() -> Dataset {
            Dataset::from_text(black_box(HUAWEI)).unwrap()
        }

        #[divan::bench]
        fn csv_validated(bencher: Bencher<'_, '_>) {
            let csv = write::csv(&Dataset::tree(HUAWEI, &|_| None).unwrap(), &Limits::default()).unwrap();
            bencher.bench_local(|| Dataset::from_text(black_box(&csv)).unwrap());
        }

        #[divan::bench]
        fn index(bencher: Bencher<'_, '_>) {
            let dataset = Dataset::huawei();
            bencher.bench_local(|| Index::new(black_box(&dataset)));
        }
    }

    /// A panel of 200,000 rows. Its cells alone are the baseline.
    #[cfg(feature = "import")]
    mod importing {
        use banspread::import::{Choices, Workbook, import};

        use super::*;

        /// 200 entities on 1,000 days, with a change on every 50th.
        fn panel() -> String {
            let mut text = "Country,Code,Date,Status\n".to_owned();
            let first = Day::from_ymd(2020, 1, 1).expect("a day of the calendar");
            let codes = ["DE", "FR", "IT", "ES", "PT", "PL", "SE", "NO", "FI", "DK"];
            for entity in 0..200 {
                for day in 0..1_000 {
                    let status = ["open", "advised", "closed"][(entity + day as usize / 50) % 3];
                    let (code, date) = (codes[entity % codes.len()], first.plus(day));
                    text += &format!("Place {entity},{code},{date},{status}\n");
                }
            }
            text
        }

        #[divan::bench]
        fn cells(bencher: Bencher<'_, '_>) {
            let text = panel();
            bencher.bench_local(|| Workbook::read(black_box(text.as_bytes())).unwrap());
        }

        #[divan::bench]
        fn whole(bencher: Bencher<'_, '_>) {
            let text = panel();
            let choices: Choices =
                serde_json::from_str(r#"{"source": {"title": "WHO"}, "conflicts": "last"}"#).unwrap();
            bencher.bench_local(|| {
                let workbook = Workbook::read(black_box(text.as_bytes())).unwrap();
                import(&workbook, &choices).report.events
            });
        }
    }

    /// The steps from the text to the picture, for datasets of three sizes.
    mod of_size {
        use std::collections::HashMap;
        use std::sync::{LazyLock, Mutex};

        use banspread::format::json;

        use super::*;
        use crate::generated::{self, Random, Size, period};

        const SIZES: [&str; 3] = ["S", "M", "L"];

        fn size(name: &str) -> Size {
            match name {
                "S" => generated::S,
                "M" => generated::M,
                _ => generated::L,
            }
        }

        /// The text of a dataset. It is generated once and stays in memory.
        fn text(name: &str) -> &'static str {
            static TEXTS: LazyLock<Mutex<HashMap<String, &'static str>>> = LazyLock::new(Mutex::default);
            let mut texts = TEXTS.lock().unwrap();
            texts.entry(name.to_owned()).or_insert_with(|| generated::json(size(name)).leak())
        }

        fn dataset(name: &str) -> Dataset {
            Dataset::check(text(name), &|_| None, &Limits::none()).unwrap().dataset
        }

        fn chart(name: &str) -> Chart {
            let mut chart = Chart::new(dataset(name), Box::new(Estimate));
            chart.arrange(960.0);
            chart
        }

        #[divan::bench(args = SIZES, max_time = 3)]
        fn a_parsing(bencher: Bencher<'_, '_>, name: &str) {
            let text = text(name);
            bencher.bench_local(|| drop(json::native(black_box(text)).unwrap()));
        }

        #[divan::bench(args = SIZES, max_time = 3)]
        fn b_parsing_and_validation(bencher: Bencher<'_, '_>, name: &str) {
            let text = text(name);
            bencher.bench_local(|| Dataset::check(black_box(text), &|_| None, &Limits::none()).unwrap());
        }

        #[divan::bench(args = SIZES, max_time = 3)]
        fn c_the_same_as_csv(bencher: Bencher<'_, '_>, name: &str) {
            let text = generated::csv(size(name));
            bencher.bench_local(|| Dataset::check(black_box(&text), &|_| None, &Limits::none()).unwrap());
        }

        #[divan::bench(args = SIZES, max_time = 3)]
        fn d_index(bencher: Bencher<'_, '_>, name: &str) {
            let dataset = dataset(name);
            bencher.bench_local(|| Index::new(black_box(&dataset)));
        }

        #[divan::bench(args = SIZES, max_time = 3)]
        fn e_as_of_a_random_day(bencher: Bencher<'_, '_>, name: &str) {
            let index = Index::new(&dataset(name));
            let (mut random, (first, last)) = (Random(1), period());
            let days = f64::from(last.since(first));
            bencher.bench_local(|| index.as_of(first.plus(random.below(days))));
        }

        #[divan::bench(args = SIZES, max_time = 3)]
        fn f_layout(bencher: Bencher<'_, '_>, name: &str) {
            let mut chart = chart(name);
            let mut width = 960.0;
            bencher.bench_local(|| {
                width = 1921.0 - width;
                chart.arrange(black_box(width)).width
            });
        }

        /// A day in no order: the intent, the words, and the parts that have changed.
        #[divan::bench(args = SIZES, max_time = 3)]
        fn g_a_frame(bencher: Bencher<'_, '_>, name: &str) {
            let mut chart = chart(name);
            let (mut random, (first, last)) = (Random(1), period());
            let days = f64::from(last.since(first));
            bencher.bench_local(|| {
                let update = chart.apply(Intent::Day(first.plus(random.below(days)).number()));
                let parts = [Part::Map, Part::Timeline, Part::Cursor].into_iter();
                let scenes: Vec<_> = parts.filter(|part| update.draws(*part)).map(|part| chart.scene(part)).collect();
                (scenes, chart.describe())
            });
        }

        #[divan::bench(args = SIZES, max_time = 3)]
        fn h_the_timeline(bencher: Bencher<'_, '_>, name: &str) {
            let chart = chart(name);
            bencher.bench_local(|| black_box(&chart).scene(Part::Timeline));
        }

        #[divan::bench(args = SIZES, max_time = 3)]
        fn i_the_figure_as_svg(bencher: Bencher<'_, '_>, name: &str) {
            let chart = chart(name);
            bencher.bench_local(|| svg::svg(black_box(&chart)));
        }

        #[divan::bench(args = SIZES, max_time = 3)]
        fn j_writing_json(bencher: Bencher<'_, '_>, name: &str) {
            let tree = json::native(text(name)).unwrap();
            bencher.bench_local(|| write::json(black_box(&tree)));
        }

        #[divan::bench(args = SIZES, max_time = 3)]
        fn k_writing_csv(bencher: Bencher<'_, '_>, name: &str) {
            let tree = json::native(text(name)).unwrap();
            bencher.bench_local(|| write::csv(black_box(&tree), &Limits::none()).unwrap());
        }
    }

    /// From a drag to the picture: an intent, the words, and the parts of the picture.
    mod a_frame {
        use super::*;

        fn drag(bencher: Bencher<'_, '_>, drawn: impl Fn(Update, Part) -> bool) {
            let mut chart = chart();
            let mut x = 0.0;
            bencher.bench_local(|| {
                x = (x + 7.0) % 600.0;
                let update = chart.apply(Intent::Scrub(black_box(x)));
                let parts = [Part::Map, Part::Timeline, Part::Cursor].into_iter();
                let scenes: Vec<_> = parts.filter(|part| drawn(update, *part)).map(|part| chart.scene(part)).collect();
                (scenes, chart.describe())
            });
        }

        #[divan::bench]
        fn that_draws_all_parts(bencher: Bencher<'_, '_>) {
            drag(bencher, |_, _| true);
        }

        #[divan::bench]
        fn that_draws_the_changed_parts(bencher: Bencher<'_, '_>) {
            drag(bencher, Update::draws);
        }
    }

    /// Once for each interaction, except the figure.
    mod drawing {
        use super::*;

        #[divan::bench]
        fn the_whole_figure(bencher: Bencher<'_, '_>) {
            let chart = chart();
            bencher.bench_local(|| black_box(&chart).figure());
        }

        #[divan::bench]
        fn the_map(bencher: Bencher<'_, '_>) {
            let chart = chart();
            bencher.bench_local(|| black_box(&chart).scene(Part::Map));
        }

        #[divan::bench]
        fn what_changed_in_the_map(bencher: Bencher<'_, '_>) {
            let mut chart = chart();
            let before = chart.scene(Part::Map);
            chart.apply(Intent::Step(-1));
            let after = chart.scene(Part::Map);
            bencher.bench_local(|| black_box(&after).changed_since(&before));
        }

        #[divan::bench]
        fn the_words(bencher: Bencher<'_, '_>) {
            let chart = chart();
            bencher.bench_local(|| black_box(&chart).describe());
        }

        #[divan::bench]
        fn svg(bencher: Bencher<'_, '_>) {
            let chart = chart();
            bencher.bench_local(|| svg::svg(black_box(&chart)));
        }

        #[divan::bench]
        fn a_new_width(bencher: Bencher<'_, '_>) {
            let mut chart = chart();
            let mut width = 720.0;
            bencher.bench_local(|| {
                // The layout is kept while the width stays the same.
                width = 1441.0 - width;
                chart.arrange(black_box(width)).width
            });
        }
    }
}
