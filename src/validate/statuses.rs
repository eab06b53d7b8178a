//! Statuses: their ids, texts and colours.

use crate::base::color::Color;
use crate::diagnostics::fault::Fault;
use crate::diagnostics::findings::{Findings, Trail, help};
use crate::format::fields::PATTERNS;
use crate::format::node::Node;
use crate::model::status::{Pattern, Status};
#[cfg(explain)]
use crate::validate::colors;
use crate::validate::values::{color, filled, filled_localized, localized, unique, word};

/// The least contrast between a tile and the page: WCAG 2.2, 1.4.11.
const STANDS_OUT: f64 = 3.0;

pub(crate) fn statuses(node: &Node, root: &Trail<'_>, findings: &mut Findings) -> Vec<Status> {
    let list = root.field("statuses");
    let mut statuses = Vec::new();
    for (index, node) in node.items_of("statuses").iter().enumerate() {
        let item = list.item(index);
        let colors = item.field("color");
        let mut shown = |scheme, page| {
            let color = color(node, scheme)?;
            stands_out(color, page, &colors.field(scheme), findings);
            Some(color)
        };
        let light = shown("light", Color::LIGHT_PAGE);
        let dark = shown("dark", Color::DARK_PAGE);
        statuses.push(Status {
            id: filled(node, "id"),
            label: filled_localized(node, "label", &findings.lang),
            // A missing colour has a finding, so the dataset is refused and the replacement is never drawn.
            light: light.unwrap_or(Color::DARK_PAGE),
            dark: dark.unwrap_or(Color::LIGHT_PAGE),
            pattern: Pattern::ALL[word(node, "pattern", &PATTERNS)],
            lead: localized(node, "lead", &findings.lang),
            clause: localized(node, "clause", &findings.lang),
        });
    }
    let ids: Vec<&str> = statuses.iter().map(|status| status.id.as_str()).collect();
    unique(&ids, &list, findings);
    #[cfg(explain)]
    colors::apart(node.items_of("statuses"), &list, findings);
    statuses
}

fn stands_out(color: Color, page: Color, at: &Trail<'_>, findings: &mut Findings) {
    let contrast = color.contrast(page);
    if contrast < STANDS_OUT {
        findings.error(at, || {
            let instead = if page == Color::LIGHT_PAGE { "use a darker colour" } else { "use a lighter colour" };
            let (color, page) = (color.to_string(), page.to_string());
            (Fault::Contrast { color, page, tenths: (contrast * 10.0) as u32 }, help(instead))
        });
    }
}
