//! The time of the steps from text to picture, natively. The first step of each group is the baseline of its other
//! steps.
//!
//! `cargo bench --no-default-features --bench core`; with `--features import` also the import

// The benchmark is native only, but `wasm-pack test` compiles all targets for browsers.
#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    divan::main();
}

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
