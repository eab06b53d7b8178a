//! Pages that show pictures: the gallery, and the page with differences.

use crate::cases::{Case, Section};

const STYLE: &str = "\
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 2rem auto; padding: 0 1rem; max-width: 1480px; }
h1, h2 { line-height: 1.2; }
h2 { margin-top: 3rem; }
.pictures { display: flex; flex-wrap: wrap; gap: 2rem 1.5rem; align-items: flex-end; }
figure { margin: 0; max-width: 100%; }
figcaption { max-width: 34rem; margin-top: .4rem; font-size: .85rem; }
figcaption code { font-weight: bold; }
.frame { display: block; overflow-x: auto; border: 1px solid #8886; padding: 12px; }
img { display: block; }
.both { position: relative; isolation: isolate; filter: brightness(3); }
.both img + img { position: absolute; inset: 0; mix-blend-mode: difference; }
.three { display: flex; gap: 1rem; overflow-x: auto; }
.three p { margin: 0 0 .3rem; font-size: .85rem; }
";

fn page(title: &str, lead: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n<style>\n{STYLE}</style>\n\
         <h1>{title}</h1>\n<p>{lead}</p>\n{body}</html>\n"
    )
}

/// Every case with its name and caption.
pub(crate) fn gallery(sections: &[Section]) -> String {
    let mut body = String::new();
    for Section { title, zoom, cases } in sections {
        body += &format!("<h2>{title}</h2>\n<div class=\"pictures\">\n");
        for case in cases {
            let [width, height] = case.size().map(|side| side * zoom);
            body += &format!(
                "<figure id=\"{name}\"><a class=\"frame\" style=\"background:{ground}\" href=\"{name}.svg\">\
                 <img src=\"{name}.svg\" width=\"{width}\" height=\"{height}\" alt=\"\" loading=\"lazy\"></a>\
                 <figcaption><code>{name}</code> {caption}</figcaption></figure>\n",
                name = case.name,
                ground = case.ground,
                caption = case.caption,
            );
        }
        body += "</div>\n";
    }
    let count: usize = sections.iter().map(|section| section.cases.len()).sum();
    let lead = format!(
        "Every part and state of the picture, drawn by the core without a browser: {count} references that \
         <code>cargo xtask test</code> compares with what is drawn now."
    );
    page("Gallery of references", &lead, &body)
}

/// The page with the pictures that differ from their references. `true` means that a case has a reference.
pub(crate) fn differences(differing: &[(&Case, bool)]) -> String {
    let mut body = String::new();
    for (case, has_reference) in differing {
        let [width, height] = case.size();
        let picture = |which: &str| {
            format!("<img src=\"{}.{which}.svg\" width=\"{width}\" height=\"{height}\" alt=\"{which}\">", case.name)
        };
        let (expected, actual) = (picture("expected"), picture("actual"));
        body += &format!("<h2><code>{}</code></h2>\n<p>{}</p>\n<div class=\"three\">\n", case.name, case.caption);
        if *has_reference {
            body += &format!("<div><p>Expected</p>{expected}</div>\n");
            body += &format!("<div><p>Difference</p><div class=\"both\">{expected}{actual}</div></div>\n");
        }
        body += &format!("<div><p>Actual</p>{actual}</div>\n</div>\n");
    }
    let lead = "Black is what is the same; what is not shows three times as bright as it is. If the change is meant: <code>cargo xtask bless</code>.";
    page("Pictures that are not their references", lead, &body)
}
