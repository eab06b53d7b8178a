//! The TypeScript declarations of everything that crosses the border: `www/core.d.ts`.
//!
//! The records come from ts-rs. The methods are read from the sources that wasm-bindgen reads, with its attributes.

mod layout;
mod methods;

use std::collections::BTreeMap;

use ts_rs::{Config, TS, TypeVisitor};

use crate::describe::records::{Description, Info, NewestEvents, Tooltip};
use crate::describe::table::Row;
use crate::view::intent::{Intent, Part};
use crate::view::update::Update;
use crate::wasm::records::{Arrangement, Settings};
use crate::wasm::report::Report;

/// The beginning of the file.
const HEAD: &str = "\
/*
 * The records that cross the border between shell and core, and the methods that take and return them.
 * Generated from the Rust sources by `cargo xtask bless`; a test fails while the two differ.
 */
";

/// The whole file.
fn declarations() -> String {
    let mut records = Records { config: Config::default(), texts: BTreeMap::new() };
    records.visit::<Settings>();
    records.visit::<Part>();
    records.visit::<Intent>();
    records.visit::<Update>();
    records.visit::<Arrangement<'static>>();
    records.visit::<Description>();
    records.visit::<NewestEvents>();
    records.visit::<Info>();
    records.visit::<Row>();
    records.visit::<Tooltip>();
    records.visit::<Report>();
    let engine = methods::engine(include_str!("engine.rs"));
    let checker = methods::checker(include_str!("checker.rs"));
    let records: String = records.texts.into_values().collect();
    format!("{HEAD}{records}{engine}{checker}")
}

/// Records by name. They are sorted, because ts-rs visits the records inside a record in an order that changes from
/// build to build.
struct Records {
    config: Config,
    texts: BTreeMap<String, String>,
}

impl TypeVisitor for Records {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        let name = T::name(&self.config);
        // A type without a file in ts-rs is a type of TypeScript itself.
        if T::output_path().is_none() || self.texts.contains_key(&name) {
            return;
        }
        let text = layout::record(T::docs().as_deref().unwrap_or_default(), &T::decl(&self.config));
        self.texts.insert(name, text);
        T::visit_dependencies(self);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;
    use std::{env, fs};

    use serde::Serialize;

    use super::*;
    use crate::format::node::{Member, Node, Value};
    use crate::i18n::messages::Messages;
    use crate::theme::{Palette, Scheme, ThemeOptions};
    use crate::view::intent::{Focus, Handle, Place, Tab};

    /// A value in the form in which it comes from JavaScript.
    fn node(value: &impl Serialize) -> Node<'static> {
        serde_json::to_string(value).unwrap().parse().unwrap()
    }

    /// The name of an intent or of a similar value: the text itself, or the name of its only field.
    fn name<'n>(node: &'n Node<'_>) -> &'n str {
        match &node.value {
            Value::Text(name) => name,
            Value::Object(members) => &members[0].name,
            _ => panic!("{node:?} has no name"),
        }
    }

    /// The names of the members of a union.
    fn declared<T: TS>() -> BTreeSet<String> {
        let union = T::inline(&Config::default());
        let name = |member: &String| member.split('"').nth(1).map(str::to_owned);
        layout::alternatives(&union).iter().filter_map(name).collect()
    }

    fn intents() -> Vec<Intent> {
        let place = Place { part: Part::Cursor, x: 1.5, y: -2.0 };
        let mut intents = vec![
            Intent::Day(18_000),
            Intent::Compare(Some(-1)),
            Intent::Compare(None),
            Intent::CompareSomehow,
            Intent::Tour(Some(2)),
            Intent::Tour(None),
            Intent::Hold(Handle::Day),
            Intent::Hold(Handle::Other),
            Intent::Grab(0.5),
            Intent::Scrub(0.5),
            Intent::Step(-2),
            Intent::Nudge(3),
            Intent::Quarter(-4),
            Intent::First,
            Intent::Last,
            Intent::Hover(place),
            Intent::Leave,
            Intent::Tap(place),
            Intent::Select(Some("GB".to_owned())),
            Intent::Select(None),
            Intent::Filter(Some("banned".to_owned())),
            Intent::Filter(None),
            Intent::Weighted(true),
            Intent::Weighted(false),
            Intent::View(Tab::Map),
            Intent::View(Tab::Lanes),
            Intent::View(Tab::Groups),
            Intent::View(Tab::Table),
            Intent::Sort(Some(vec!["banned".to_owned()])),
            Intent::Sort(None),
            Intent::Scroll(12.5),
            Intent::Play,
            Intent::Pause,
            Intent::Firm(true),
            Intent::Advance(16.7),
        ];
        intents.extend(focuses().into_iter().map(Intent::Focus));
        intents
    }

    fn focuses() -> Vec<Focus> {
        let at = Focus::At("GB".to_owned());
        let away = [Focus::In, Focus::Out, Focus::First, Focus::Last, at];
        [Focus::Left, Focus::Right, Focus::Up, Focus::Down].into_iter().chain(away).collect()
    }

    #[test]
    fn the_declarations_are_those_of_the_sources() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/core.d.ts");
        let (kept, made) = (fs::read_to_string(&file).unwrap_or_default(), declarations());
        if kept != made && env::var_os("BLESS").is_some() {
            fs::write(&file, &made).unwrap();
        }
        let differs = kept.lines().zip(made.lines()).position(|(kept, made)| kept != made);
        let line = differs.unwrap_or_else(|| kept.lines().count().min(made.lines().count())) + 1;
        assert!(kept == made, "www/core.d.ts is stale from line {line} on: `cargo xtask bless` writes it anew");
    }

    #[test]
    fn every_declared_intent_is_read() {
        for intent in intents() {
            assert_eq!(Intent::read(&node(&intent)), Some(intent.clone()), "{:?}", node(&intent));
        }
        let tried: BTreeSet<_> = intents().iter().map(|intent| name(&node(intent)).to_owned()).collect();
        assert_eq!(tried, declared::<Intent>());
        let tried: BTreeSet<_> = focuses().iter().map(|focus| name(&node(focus)).to_owned()).collect();
        assert_eq!(tried, declared::<Focus>());
        assert!(Intent::inline(&Config::default()).contains("{ \"compare\": true }"));
    }

    /// Tries each text of the file that reads intents as a name, with values of all kinds.
    #[test]
    fn every_intent_that_is_read_is_declared_by_that_name() {
        let values: Vec<Node> = intents().iter().map(node).chain([Value::Null.into()]).collect();
        let with =
            |name: &'static str, node: &Node<'static>| Node::from(Value::Object(vec![Member::new(name, node.clone())]));
        let mut read = BTreeSet::new();
        for text in include_str!("../view/intent.rs").split('"') {
            let values = values
                .iter()
                .map(|node| if let Value::Object(members) = &node.value { &members[0].node } else { node });
            for tried in values.map(|value| with(text, value)).chain([Value::Text(text.into()).into()]) {
                if let Some(intent) = Intent::read(&tried) {
                    assert_eq!(name(&node(&intent)), text, "{tried:?}");
                    read.insert(text.to_owned());
                }
                if let Some(Intent::Focus(focus)) = Intent::read(&with("focus", &tried)) {
                    assert_eq!(name(&node(&focus)), text, "{tried:?}");
                }
            }
        }
        assert_eq!(read, declared::<Intent>());
    }

    #[test]
    fn settings_are_read_as_they_are_declared() {
        let color = Some("#0a0b0c".parse().unwrap());
        let colors = Palette { page: color, ink: color, muted: color, rule: color, accent: color };
        for scheme in [Scheme::Light, Scheme::Dark, Scheme::Print] {
            let options =
                ThemeOptions { scheme, font: "serif".to_owned(), colors, forced: true, patterns: true, still: true };
            let messages = Messages::read(&node(&[["lang", "de"], ["and", " und "]]));
            let written =
                Value::Object(vec![Member::new("theme", node(&options)), Member::new("messages", node(&messages))]);
            let read = Settings::read(&written.into(), None);
            assert_eq!(format!("{:?}", read.theme), format!("{:?}", Some(options)));
            assert_eq!(format!("{:?}", read.messages), format!("{:?}", Some(messages)));
            assert_eq!((read.width, read.timeline_width), (None, None));
        }
        let fields = Settings::inline(&Config::default());
        assert!(fields.contains("theme?: ThemeOptions") && fields.contains("messages?: Messages"), "{fields}");
    }

    #[test]
    fn a_text_is_written_as_it_is_declared() {
        use crate::describe::records::TaggedText;
        let said = |lang: Option<&str>| TaggedText { text: "Verboten".to_owned(), lang: lang.map(str::to_owned) };
        assert_eq!(node(&said(None)).value, Value::Text("Verboten".into()));
        let fields = [("text", "Verboten"), ("lang", "de")];
        let both = fields.map(|(name, text)| Member::new(name, Value::Text(text.into())));
        assert_eq!(node(&said(Some("de"))).value, Value::Object(both.to_vec()));
        assert_eq!(TaggedText::inline(&Config::default()), "string | { text: string, lang: string }");
    }
}
