//! Which files of the library may use which. The table of rooms is compared with the paths in the sources.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use syn::visit::{self, Visit};

/// The rooms of `src`, the lowest first. A file uses its own room and the rooms before it.
const ROOMS: [&str; 18] = [
    "base",
    "diagnostics",
    "model",
    "names",
    "format",
    "validate",
    "import",
    "i18n",
    "view",
    "theme",
    "layout",
    "context",
    "describe",
    "scene",
    "chart",
    "render",
    "publish",
    "wasm",
];

/// A text that code must not contain, except in some rooms or files.
struct Ban {
    text: &'static str,
    but_in: &'static [&'static str],
    rule: &'static str,
}

const BANS: [Ban; 11] = [
    Ban {
        text: "wasm_bindgen",
        but_in: &["wasm", "base::compact"],
        rule: "only wasm speaks to JavaScript; numbers in words are pure",
    },
    Ban {
        text: "js_sys",
        but_in: &["wasm", "base::maths", "base::case", "base::compact"],
        rule: "only wasm speaks to JavaScript; maths and letters are pure",
    },
    Ban { text: "web_sys", but_in: &["wasm"], rule: "only wasm speaks to the browser" },
    Ban {
        text: "JsValue",
        but_in: &["wasm", "base::compact"],
        rule: "only wasm speaks to JavaScript; numbers in words are pure",
    },
    Ban { text: "plotters", but_in: &["render", "wasm"], rule: "only render and wasm know plotters" },
    Ban { text: "std::fs", but_in: &[], rule: "the library reads and writes no files" },
    Ban { text: "std::net", but_in: &[], rule: "the library uses no network" },
    Ban { text: "std::time", but_in: &[], rule: "the library has no clock" },
    Ban { text: "HashMap", but_in: &[], rule: "the same input gives the same bytes: no hash order" },
    Ban { text: "create_element", but_in: &[], rule: "the core creates no DOM node" },
    Ban { text: "add_event_listener", but_in: &[], rule: "the core listens to no DOM node" },
];

/// The text of each file of the library, by the path of its module, such as `model::dataset`.
type Sources = BTreeMap<String, String>;
/// For each module the modules that it uses.
type Graph = BTreeMap<String, BTreeSet<String>>;

#[test]
fn a_file_uses_only_its_own_room_and_earlier_rooms() {
    let breaches = breaches(&graph(&library()));
    assert!(breaches.is_empty(), "\n{}", breaches.join("\n"));
}

#[test]
fn there_are_no_circular_imports() {
    let circles = circles(&graph(&library()));
    assert!(circles.is_empty(), "\n{}", circles.join("\n"));
}

#[test]
fn no_room_has_a_text_that_is_banned_there() {
    let mut breaches = Vec::new();
    for (module, text) in library() {
        for (number, line) in code(&text) {
            for Ban { text, but_in, rule } in &BANS {
                if line.contains(text) && !but_in.iter().any(|allowed| module == *allowed || room(&module) == *allowed)
                {
                    breaches.push(format!("{module}:{number}: {text}: {rule}"));
                }
            }
        }
    }
    assert!(breaches.is_empty(), "\n{}", breaches.join("\n"));
}

#[test]
fn planted_breaches_are_found() {
    let planted = |module: &str, text: &str| {
        let mut sources = library();
        sources.entry(module.to_owned()).or_default().push_str(text);
        graph(&sources)
    };
    for (module, text, breach) in [
        ("base::date", "use crate::chart::Chart;", "base::date uses chart"),
        ("base::date", "use super::super::{model::{index as known}};", "base::date uses model::index"),
        ("scene::tiles", "fn f() -> crate::wasm::Engine {}", "scene::tiles uses wasm"),
        ("base::date", "fn f() { assert!(matches!(0, crate::chart::X)); }", "base::date uses chart"),
        ("attic", "use crate::base::date::Day;", "attic is no room"),
    ] {
        assert_eq!(breaches(&planted(module, text)), [breach], "{text}");
    }
    assert_eq!(circles(&planted("base::order", "use super::date::Day;")), ["base::date > base::order > base::date"]);
    assert!(breaches(&planted("base::date", "#[cfg(test)] mod more { use crate::chart::Chart; }")).is_empty());
}

/// The modules that use a room after their own, and the modules without a room.
fn breaches(graph: &Graph) -> Vec<String> {
    let place = |module: &str| ROOMS.iter().position(|known| *known == room(module));
    let mut found = Vec::new();
    for (module, used) in graph {
        match place(module) {
            None => found.push(format!("{module} is no room")),
            Some(own) => {
                let above = used.iter().filter(|other| place(other).is_none_or(|place| place > own));
                found.extend(above.map(|other| format!("{module} uses {other}")));
            }
        }
    }
    found
}

fn circles(graph: &Graph) -> Vec<String> {
    fn follow<'g>(
        module: &'g str,
        path: &mut Vec<&'g str>,
        done: &mut BTreeSet<&'g str>,
        graph: &'g Graph,
        found: &mut Vec<String>,
    ) {
        if let Some(start) = path.iter().position(|known| *known == module) {
            found.push([&path[start..], &[module]].concat().join(" > "));
        } else if !done.contains(module) {
            path.push(module);
            for other in graph.get(module).into_iter().flatten() {
                follow(other, path, done, graph, found);
            }
            path.pop();
            done.insert(module);
        }
    }
    let (mut found, mut done) = (Vec::new(), BTreeSet::new());
    for module in graph.keys() {
        follow(module, &mut Vec::new(), &mut done, graph, &mut found);
    }
    found
}

fn room(module: &str) -> &str {
    module.split("::").next().unwrap_or_default()
}

fn graph(sources: &Sources) -> Graph {
    let edges = |(module, text): (&String, &String)| {
        let mut paths = Paths { module, named: BTreeSet::new() };
        paths.visit_file(&syn::parse_file(text).unwrap());
        let used = paths.named.iter().filter_map(|path| file_of(path, sources)).filter(|other| other != module);
        (module.clone(), used.collect())
    };
    sources.iter().map(edges).collect()
}

/// The module to which a path leads: the longest start of the path that has a file.
fn file_of(path: &str, sources: &Sources) -> Option<String> {
    let ends = path.match_indices("::").map(|(end, _)| end).chain([path.len()]);
    ends.map(|end| &path[..end]).filter(|start| sources.contains_key(*start)).last().map(str::to_owned)
}

/// The paths in a file, from the root of the library on. The paths in its tests do not count.
struct Paths<'s> {
    module: &'s str,
    named: BTreeSet<String>,
}

impl Paths<'_> {
    /// Adds a path from the source, with `crate`, `self` and `super` replaced.
    fn add(&mut self, written: &[String]) {
        let mut here: Vec<&str> = self.module.split("::").collect();
        match written.first().map(String::as_str) {
            Some("crate") => here.clear(),
            Some("self") => {}
            Some("super") => _ = here.pop(),
            _ => return,
        }
        for step in &written[1..] {
            if step == "super" { _ = here.pop() } else { here.push(step) }
        }
        self.named.insert(here.join("::"));
    }

    fn add_tree(&mut self, tree: &syn::UseTree, before: &[String]) {
        let with = |name: &syn::Ident| [before, &[name.to_string()]].concat();
        match tree {
            syn::UseTree::Path(path) => self.add_tree(&path.tree, &with(&path.ident)),
            syn::UseTree::Name(name) => self.add(&with(&name.ident)),
            syn::UseTree::Rename(rename) => self.add(&with(&rename.ident)),
            syn::UseTree::Glob(_) => self.add(before),
            syn::UseTree::Group(group) => group.items.iter().for_each(|tree| self.add_tree(tree, before)),
        }
    }
}

impl<'ast> Visit<'ast> for Paths<'_> {
    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        let is_tests = |attribute: &syn::Attribute| {
            attribute.path().is_ident("cfg")
                && matches!(&attribute.meta, syn::Meta::List(list) if list.tokens.to_string().contains("test"))
        };
        if !module.attrs.iter().any(is_tests) {
            visit::visit_item_mod(self, module);
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.add_tree(&item.tree, &[]);
    }

    /// The arguments of a macro are tokens and not yet syntax, so the paths in them are found as text.
    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        let text = call.tokens.to_string().replace(' ', "");
        for (start, _) in text.match_indices("crate::") {
            let path = text[start..].split(|letter: char| !letter.is_alphanumeric() && !matches!(letter, '_' | ':'));
            let steps: Vec<String> = path.take(1).flat_map(|path| path.split("::")).map(str::to_owned).collect();
            self.add(&steps);
        }
        visit::visit_macro(self, call);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let steps: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        self.add(&steps);
        visit::visit_path(self, path);
    }
}

/// The files of the library, except its root, which names every module.
fn library() -> Sources {
    let root = Path::new("src");
    let mut found = Sources::new();
    for file in files(root) {
        let inside = file.strip_prefix(root).unwrap().with_extension("");
        let steps: Vec<&str> = inside.iter().map(|step| step.to_str().unwrap()).collect();
        if !matches!(steps[0], "lib" | "bin") {
            found.insert(steps.join("::"), fs::read_to_string(&file).unwrap());
        }
    }
    assert!(found.len() > 60, "the sources were not found");
    found
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found
}

/// The lines with code and their numbers, the first line being 1. Comments and tests are left out.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .take_while(|(_, line)| *line != "mod tests {")
        .map(|(index, line)| (index + 1, line.trim()))
        .filter(|(_, line)| !line.starts_with("//") && !line.starts_with('*') && !line.starts_with("/*"))
}
