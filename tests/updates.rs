//! An update names all parts of the picture that changed, and no layout is made twice.
#![cfg(not(target_arch = "wasm32"))]

#[expect(dead_code, unused_imports, reason = "other tests use the rest")]
mod samples;

use std::cell::Cell;
use std::rc::Rc;

use banspread::base::text::TextMeasure;
use banspread::i18n::messages::Messages;
use banspread::theme::ThemeOptions;
use banspread::validate::read::HUAWEI;
use banspread::view::intent::Tab;
use banspread::{Chart, Dataset, Estimate, Intent, Part, Update};
use proptest::prelude::*;
use samples::{intent, theme_options};

const PARTS: [Part; 3] = [Part::Map, Part::Timeline, Part::Cursor];

/// Any intent, as a shell writes it.
fn any_intent() -> impl Strategy<Value = Intent> {
    let place = (prop_oneof![Just("map"), Just("timeline"), Just("cursor")], 0..720, 0..700);
    let at = place.prop_map(|(part, x, y)| format!(r#"{{"part": "{part}", "x": {x}, "y": {y}}}"#));
    let at = at.boxed();
    let id = prop_oneof![Just("\"AU\""), Just("\"GB\""), Just("\"nobody\""), Just("null")];
    let status = prop_oneof![Just("\"banned\""), Just("\"permitted\""), Just("null")];
    prop_oneof![
        (17_000..19_500).prop_map(|day| format!(r#"{{"day": {day}}}"#)),
        prop_oneof![(17_000..19_500).prop_map(|day: i32| day.to_string()), Just("null".to_owned())]
            .prop_map(|day| format!(r#"{{"compare": {day}}}"#)),
        prop_oneof![Just("0"), Just("2"), Just("null")].prop_map(|step| format!(r#"{{"tour": {step}}}"#)),
        prop_oneof![Just("day"), Just("other")].prop_map(|handle| format!(r#"{{"hold": "{handle}"}}"#)),
        (0..680).prop_map(|x| format!(r#"{{"grab": {x}}}"#)),
        (0..680).prop_map(|x| format!(r#"{{"scrub": {x}}}"#)),
        (-3..4).prop_map(|step| format!(r#"{{"step": {step}}}"#)),
        (-9..9).prop_map(|days| format!(r#"{{"nudge": {days}}}"#)),
        at.clone().prop_map(|at| format!(r#"{{"hover": {at}}}"#)),
        at.prop_map(|at| format!(r#"{{"tap": {at}}}"#)),
        id.prop_map(|id| format!(r#"{{"select": {id}}}"#)),
        status.prop_map(|id| format!(r#"{{"filter": {id}}}"#)),
        prop_oneof![Just("map"), Just("lanes"), Just("lanes"), Just("groups"), Just("table")]
            .prop_map(|view| format!(r#"{{"view": "{view}"}}"#)),
        prop_oneof![Just("[]"), Just("null"), Just(r#"["review"]"#), Just(r#"["GB", "AU"]"#)]
            .prop_map(|ids| format!(r#"{{"sort": {ids}}}"#)),
        (-40..2_000).prop_map(|scroll| format!(r#"{{"scroll": {scroll}}}"#)),
        prop_oneof![Just("in"), Just("out"), Just("left"), Just("down"), Just("last")]
            .prop_map(|focus| format!(r#"{{"focus": "{focus}"}}"#)),
        prop_oneof![Just("play"), Just("pause"), Just("first"), Just("last"), Just("leave")]
            .prop_map(|word| format!("\"{word}\"")),
        (0..400).prop_map(|time| format!(r#"{{"advance": {time}}}"#)),
    ]
    .prop_map(|json| intent(&json))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(24) })]

    #[test]
    fn every_part_that_has_changed_is_in_the_update(intents in prop::collection::vec(any_intent(), 1..40)) {
        let mut chart = Chart::new(Dataset::huawei(), Box::new(Estimate));
        // Tiles must fade here, because a fade also changes the picture.
        chart.restyle(ThemeOptions { still: false, ..theme_options("light") });
        let mut before = PARTS.map(|part| chart.scene(part));
        for intent in intents {
            let told = format!("{intent:?}");
            let update = chart.apply(intent);
            let after = PARTS.map(|part| chart.scene(part));
            for part in PARTS {
                let differs = before[part as usize] != after[part as usize];
                prop_assert!(!differs || update.draws(part), "{told} changes {part:?}, and says {update:?}");
            }
            before = after;
        }
    }
}

#[test]
fn a_date_does_not_draw_the_timeline_and_a_tile_draws_only_the_map() {
    let mut chart = Chart::new(Dataset::huawei(), Box::new(Estimate));
    let drawn = |update: Update| PARTS.map(|part| update.draws(part));
    assert_eq!(drawn(chart.apply(Intent::Step(-1))), [true, false, true]);
    assert_eq!(drawn(chart.apply(Intent::Select(Some("AU".to_owned())))), [true, false, false]);
    assert_eq!(drawn(chart.apply(Intent::Select(Some("AU".to_owned())))), [false; 3]);
    assert_eq!(drawn(chart.apply(Intent::Filter(Some("banned".to_owned())))), [true, true, false]);
    assert_eq!(drawn(chart.apply(intent(r#"{"view": "groups"}"#))), [true; 3]);
}

/// A text measure that counts its calls.
struct Counter(Rc<Cell<usize>>);

impl TextMeasure for Counter {
    fn width(&self, text: &str, size: f64, bold: bool) -> f64 {
        self.0.set(self.0.get() + 1);
        Estimate.width(text, size, bold)
    }
}

#[test]
fn setting_messages_theme_and_width_makes_one_layout() {
    let asked = Rc::new(Cell::new(0));
    let taken = || asked.replace(0);
    let mut chart = Chart::new(Dataset::huawei(), Box::new(Counter(Rc::clone(&asked))));
    chart.translate(Messages::default());
    chart.restyle(theme_options("dark"));
    assert_eq!(taken(), 0);
    chart.arrange(680.0);
    let layout = taken();
    assert!(layout > 200, "each name and label is measured: {layout}");

    for part in PARTS {
        chart.scene(part);
    }
    chart.apply(Intent::Step(-1));
    chart.apply(Intent::Filter(Some("banned".to_owned())));
    chart.arrange(680.0);
    assert_eq!(taken(), 0, "neither dates nor filters change the layout");

    chart.apply(intent(r#"{"focus": "out"}"#));
    chart.translate(Messages::default());
    chart.apply(intent(r#"{"focus": "out"}"#));
    chart.restyle(theme_options("light"));
    assert_eq!(taken(), 0);
    chart.measure_with(Box::new(Counter(Rc::clone(&asked))));
    chart.arrange(680.0);
    assert_eq!(taken(), layout);
    chart.arrange(360.0);
    assert!(taken() > 200);
}

/// A text measure with wide letters.
struct Wide;

impl TextMeasure for Wide {
    fn width(&self, text: &str, size: f64, bold: bool) -> f64 {
        2.0 * Estimate.width(text, size, bold)
    }
}

/// A name, and a change of a chart.
type Step<'s> = (&'s str, &'s dyn Fn(&mut Chart));

#[test]
fn an_outdated_layout_is_made_again() {
    let sheet = "entity,kind,date,status,source\nAcme,company,2020-01-01,banned,AP\nItaly,,2021-01-01,banned,AP\n";
    let told = HUAWEI.replace("Vodafone", "Vodafone by another name");
    let german = || Messages::read(&r#"[["lang", "de"], ["companies", "Unternehmen"]]"#.parse().unwrap());
    let steps: [Step<'_>; 6] = [
        ("another dataset", &|chart| _ = chart.load(Dataset::from_text(sheet).unwrap())),
        ("other texts", &|chart| _ = chart.replace_texts(Dataset::from_text(&told).unwrap())),
        ("other words", &|chart| _ = chart.translate(german())),
        ("another font", &|chart| _ = chart.measure_with(Box::new(Wide))),
        ("another view", &|chart| _ = chart.apply(Intent::View(Tab::Map))),
        ("another width", &|chart| _ = chart.arrange(360.0)),
    ];
    for (what, step) in steps {
        let [mut seen, mut fresh] = [0; 2].map(|_| Chart::new(Dataset::huawei(), Box::new(Estimate)));
        // The texts and words of this test are those of the groups.
        for chart in [&mut seen, &mut fresh] {
            chart.apply(Intent::View(Tab::Groups));
        }
        let before = PARTS.map(|part| seen.scene(part));
        step(&mut seen);
        step(&mut fresh);
        let after = PARTS.map(|part| seen.scene(part));
        assert!(after != before, "{what} changes the picture");
        assert!(after == PARTS.map(|part| fresh.scene(part)), "{what}: the layout is the old one");
    }
}
