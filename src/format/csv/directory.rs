//! Who is known, and under which names.

use crate::base::order::{find, ordered};

/// The places of entities or statuses by what they are called: with a kind or without, as written or capitals apart.
///
/// The standard library's map would be several times this code.
#[derive(Default)]
pub(crate) struct Directory {
    keys: Vec<(String, usize)>,
    /// Numbers of keys in the order of these. No two runs are of one length, so that there are few.
    runs: Vec<Vec<usize>>,
}

/// What a key is about; a kind is neither of these.
const ID: &str = "\u{1}";
const DECLARED: &str = "\u{2}";
const STEM: &str = "\u{3}";

impl Directory {
    /// Notes an id that an entity has.
    pub(crate) fn add_id(&mut self, id: &str) {
        self.add(key(ID, id), 0);
    }

    /// Whether an entity has this id.
    pub(crate) fn has_id(&self, id: &str) -> bool {
        self.number(&key(ID, id)).is_some()
    }

    /// Notes the id of an entity that has a row of its own.
    pub(crate) fn declare(&mut self, id: &str) {
        self.add(key(DECLARED, id), 0);
    }

    /// Whether the entity of this id has a row of its own.
    pub(crate) fn is_declared(&self, id: &str) -> bool {
        self.number(&key(DECLARED, id)).is_some()
    }

    /// Notes what an entity is called. Who was called that before stays the first.
    pub(crate) fn call(&mut self, entity: usize, kind: &str, name: &str) {
        for kind in [kind, ""] {
            self.add(key(kind, name), entity);
            self.add(alike(kind, name), entity);
        }
    }

    /// The first entity that is called so, of this kind unless that is empty; capitals apart where none is called just so.
    pub(crate) fn called(&self, name: &str, kind: &str) -> Option<usize> {
        let number = self.number(&key(kind, name)).or_else(|| self.number(&alike(kind, name)))?;
        Some(self.keys[number].1)
    }

    /// An id that no entity has: this one, or else with the next number behind it.
    pub(crate) fn free(&mut self, stem: String) -> String {
        let last = self.add(key(STEM, &stem), 1);
        let mut id = stem.clone();
        while self.has_id(&id) {
            self.keys[last].1 += 1;
            id = format!("{stem}-{}", self.keys[last].1);
        }
        id
    }

    /// The number of a key, made where there is none.
    fn add(&mut self, key: String, place: usize) -> usize {
        if let Some(number) = self.number(&key) {
            return number;
        }
        let number = self.keys.len();
        self.keys.push((key, place));
        let mut run = vec![number];
        while self.runs.last().is_some_and(|last| last.len() == run.len()) {
            run.extend(self.runs.pop().unwrap_or_default());
            let order = ordered(run.len(), &|a, b| self.keys[run[a]].0 > self.keys[run[b]].0);
            run = order.into_iter().map(|place| run[place]).collect();
        }
        self.runs.push(run);
        number
    }

    fn number(&self, key: &str) -> Option<usize> {
        self.runs.iter().find_map(|run| find(run, key, &|number| &self.keys[number].0))
    }
}

fn key(kind: &str, name: &str) -> String {
    format!("{kind}\u{0}{name}")
}

/// The key of a name whatever its capitals.
fn alike(kind: &str, name: &str) -> String {
    key(kind, &name.to_ascii_lowercase()) + "\u{0}"
}
