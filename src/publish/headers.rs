//! `_headers`: the HTTP headers of the files. Netlify and Cloudflare Pages read this file from the root of a site.

use std::fmt::Write;

use crate::publish::frame_ancestor::Ancestor;
use crate::publish::host::Host;
use crate::publish::package::Package;

/// Browsers keep these files for a year: the name of their folder changes with their contents.
const LONG: &str = "public, max-age=31536000, immutable";
/// Browsers ask for these files again after five minutes.
const BRIEF: &str = "public, max-age=300";
/// The files that change when an editor changes the dataset. The empty name is the folder itself.
const CHANGING: [&str; 8] =
    ["", "index.html", "data.json", "oembed.json", "figure.svg", "figure-dark.svg", "figure.png", "figure-dark.png"];

/// The rules: paths with their headers. No two rules give a file the same header, because hosts join the values of such
/// rules.
pub(crate) fn text(package: &Package, host: &Host<'_>) -> String {
    let (path, folder) = (host.address.path(), package.folder());
    let mut text = String::new();
    let mut rule = |path: &str, headers: &[(&str, &str)]| {
        text.push_str(path);
        for (name, value) in headers {
            let _ = write!(text, "\n  {name}: {value}");
        }
        text.push('\n');
    };
    // A frame with `sandbox` and without `allow-same-origin` has an origin of its own. All files that it loads come
    // from another origin, so they need the first of these headers.
    let ancestors: Vec<&str> = host.framed_by.iter().map(Ancestor::as_str).collect();
    let policy = format!("frame-ancestors {}", ancestors.join(" "));
    let mut all = vec![("Access-Control-Allow-Origin", "*"), ("X-Content-Type-Options", "nosniff")];
    if !ancestors.is_empty() {
        all.push(("Content-Security-Policy", &policy));
    }
    rule(&format!("{path}*"), &all);
    rule(&format!("{path}{folder}/*"), &[("Cache-Control", LONG)]);
    for (name, _) in package.files().filter(|(name, _)| name.ends_with(".wasm")) {
        rule(&format!("{path}{folder}/{name}"), &[("Content-Type", "application/wasm")]);
    }
    for name in CHANGING {
        rule(&format!("{path}{name}"), &[("Cache-Control", BRIEF)]);
    }
    text
}
