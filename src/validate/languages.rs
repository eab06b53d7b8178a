//! Whether the texts of every picture exist in the same languages.

use crate::base::language::alike;
use crate::base::limits::Limit;
use crate::diagnostics::fault::Fault;
use crate::diagnostics::findings::{Findings, Trail, help};
use crate::model::localized_text::LocalizedText;
use crate::model::scope::Scope;
use crate::model::status::Status;

/// Warns if the title, the actors, the statuses or the scopes lack languages that others of them have. Does nothing if
/// there are errors, which are more urgent.
pub(crate) fn complete(
    title: Option<&LocalizedText>,
    actors: Option<&LocalizedText>,
    labelled: (&[Status], &[Scope]),
    root: &Trail<'_>,
    findings: &mut Findings,
) {
    if findings.errors {
        return;
    }
    let most = findings.limits.of(Limit::Languages);
    let mut all: Vec<String> = Vec::new();
    visit(title, actors, labelled, root, &mut |_, langs| {
        for lang in langs {
            if all.len() <= most && !all.iter().any(|known| alike(known, lang)) {
                all.push((*lang).to_owned());
            }
        }
    });
    if findings.exceeds(Limit::Languages, all.len(), root) {
        return;
    }
    visit(title, actors, labelled, root, &mut |at, langs| {
        let missing: Vec<&str> =
            all.iter().map(String::as_str).filter(|lang| !langs.iter().any(|known| alike(known, lang))).collect();
        if !missing.is_empty() {
            let why =
                "add the translation: a sentence is shown in a language only if all its texts exist in that language";
            findings.warn(at, || (Fault::Untranslated(missing.join(", ")), help(why)));
        }
    });
}

/// Calls `each` with the path and the languages of each text.
fn visit(
    title: Option<&LocalizedText>,
    actors: Option<&LocalizedText>,
    (statuses, scopes): (&[Status], &[Scope]),
    root: &Trail<'_>,
    each: &mut dyn FnMut(&Trail<'_>, &[&str]),
) {
    if let Some(title) = title {
        each(&root.field("title"), &title.langs());
    }
    if let Some(actors) = actors {
        each(&root.field("actors"), &actors.langs());
    }
    let list = root.field("statuses");
    for (index, status) in statuses.iter().enumerate() {
        let item = list.item(index);
        each(&item.field("label"), &status.label.langs());
        for (name, clause) in [("lead", &status.lead), ("clause", &status.clause)] {
            if let Some(clause) = clause {
                each(&item.field(name), &clause.langs());
            }
        }
    }
    let list = root.field("scopes");
    for (index, scope) in scopes.iter().enumerate() {
        each(&list.item(index).field("label"), &scope.label.langs());
    }
}
