//! What the command refuses, and what it does not follow.

use std::fs;
use std::path::Path;

use super::{SAMPLE, URL, files, folder, list, package, published, refused, text};

#[test]
fn an_invalid_dataset_is_explained_and_nothing_is_written() {
    let folder = folder("invalid");
    let (package, site) = (package(&folder), folder.join("site"));
    let bad = "tests/data/invalid/unknown-status.json";
    let (package, out) = (text(&package), text(&site));
    let (code, said) = refused(&["publish", bad, "--url", URL, "--package", package, "--out", out]);
    assert_eq!(code, Some(1));
    assert!(said.contains("error[unknown-status]"), "{said}");
    assert!(!site.exists());
}

#[test]
fn a_missing_or_damaged_package_is_refused_with_advice() {
    let folder = folder("package");
    let (package, site) = (package(&folder), folder.join("site"));
    let publish =
        |package: &Path| refused(&["publish", "--url", URL, "--package", text(package), "--out", text(&site)]);
    let (code, said) = publish(&folder.join("nothing"));
    assert_eq!(code, Some(2));
    assert!(said.contains("cargo xtask build") && said.contains("node_modules/banspread"), "{said}");

    fs::write(package.join("embed.js"), "another").unwrap();
    let (code, said) = publish(&package);
    assert_eq!(code, Some(2));
    assert!(said.contains("embed.js is not the hash in integrity.json"), "{said}");

    fs::remove_file(package.join("frames.js")).unwrap();
    fs::write(package.join("embed.js"), "embed.js").unwrap();
    let (code, said) = publish(&package);
    assert_eq!(code, Some(2));
    assert!(said.contains("frames.js is missing"), "{said}");

    list(&package);
    let (code, said) = publish(&package);
    assert_eq!(code, Some(2));
    assert!(said.contains("integrity.json does not list frames.js"), "{said}");

    fs::remove_file(package.join("integrity.json")).unwrap();
    let (code, said) = publish(&package);
    assert_eq!(code, Some(2));
    assert!(said.contains("integrity.json is missing"), "{said}");
    assert!(!site.exists());
}

#[test]
fn an_invalid_url_is_wrong_usage() {
    let folder = folder("url");
    let package = package(&folder);
    for url in ["paper.example", "https://paper.example/?story=1"] {
        let (code, said) = refused(&["snippet", "--url", url, "--package", text(&package)]);
        assert_eq!(code, Some(2), "{said}");
    }
    let (code, said) =
        refused(&["snippet", "--url", "http://paper.example", "--form", "amp", "--package", text(&package)]);
    assert_eq!(code, Some(2));
    assert!(said.contains("https://"), "{said}");
}

#[test]
fn files_that_a_package_does_not_list_are_not_published() {
    let folder = folder("unlisted");
    let (package, site) = (package(&folder), folder.join("site"));
    fs::write(package.join("unlisted.js"), "alert(1)").unwrap();
    fs::write(package.join("a\n  X-Header: y.js"), "alert(1)").unwrap();
    published(&package, &site, &[]);
    let headers = fs::read_to_string(site.join("_headers")).unwrap();
    assert!(!headers.contains("X-Header"), "{headers}");
    assert!(files(&site).keys().all(|path| !text(path).contains("unlisted.js") && !text(path).contains('\n')));
    let listed = fs::read_to_string(package.join("integrity.json")).unwrap();
    let damaged = listed.replace("{", r#"{"b\n  X-Header: y.wasm": "sha384-x", "../pkg/embed.js": "sha384-x","#);
    fs::write(package.join("integrity.json"), damaged).unwrap();
    published(&package, &site, &[]);
    assert_eq!(fs::read_to_string(site.join("_headers")).unwrap(), headers);
}

#[cfg(unix)]
#[test]
fn a_link_in_a_package_or_in_the_folder_is_not_followed() {
    use std::os::unix::fs::symlink;
    let folder = folder("links");
    let (package, site) = (package(&folder), folder.join("site"));
    published(&package, &site, &[]);
    fs::write(folder.join("secret"), "secret").unwrap();
    fs::remove_file(site.join("data.json")).unwrap();
    symlink(folder.join("secret"), site.join("data.json")).unwrap();
    let publish = || {
        refused(&["publish", SAMPLE, "--url", URL, "--package", text(&package), "--out", text(&site), "--width", "280"])
    };
    let (code, said) = publish();
    assert!(code == Some(2) && said.contains("data.json is a link, not a regular file"), "{said}");
    assert_eq!(fs::read_to_string(folder.join("secret")).unwrap(), "secret");
    fs::remove_file(site.join("data.json")).unwrap();

    fs::remove_file(package.join("embed.js")).unwrap();
    fs::write(folder.join("embed.js"), "embed.js").unwrap();
    symlink(folder.join("embed.js"), package.join("embed.js")).unwrap();
    let (code, said) = publish();
    assert!(code == Some(2) && said.contains("embed.js is not a regular file"), "{said}");
}

#[test]
fn the_sites_that_may_frame_the_page_can_be_set() {
    let folder = folder("ancestors");
    let (package, site) = (package(&folder), folder.join("site"));
    published(&package, &site, &[]);
    assert!(!fs::read_to_string(site.join("_headers")).unwrap().contains("frame-ancestors"));
    published(&package, &site, &["--frame-ancestors", "'self',https://*.paper.example"]);
    let headers = fs::read_to_string(site.join("_headers")).unwrap();
    let rule = "/story/*\n  Access-Control-Allow-Origin: *\n  X-Content-Type-Options: nosniff\n  \
        Content-Security-Policy: frame-ancestors 'self' https://*.paper.example\n";
    assert!(headers.starts_with(rule), "{headers}");
    let fixed = ["publish", SAMPLE, "--url", URL, "--package", text(&package), "--out", text(&site)];
    for wrong in ["*", "https://a.example; script-src *", "https://a.example\n  X: y", "paper.example"] {
        let (code, _) = refused(&[&fixed[..], &["--frame-ancestors", wrong]].concat());
        assert_eq!(code, Some(2), "{wrong}");
    }
    for wrong in ["'none','self'", "https://paper.example,none"] {
        let (code, said) = refused(&[&fixed[..], &["--frame-ancestors", wrong]].concat());
        assert!(code == Some(2) && said.contains("cannot be combined with other values"), "{wrong}: {said}");
    }
    published(&package, &site, &["--frame-ancestors", "none"]);
    assert!(fs::read_to_string(site.join("_headers")).unwrap().contains("frame-ancestors 'none'\n"));
}

#[test]
fn an_address_that_is_a_rule_or_leads_out_of_its_folder_is_wrong_usage() {
    let folder = folder("rules");
    let package = package(&folder);
    for url in [
        "https://paper.example/*/",
        "https://paper.example/a/../b",
        "https://paper.example//evil.example/",
        "https://paper.example:99999/",
        "https://paper.example/:splat/",
        "https://me@paper.example/",
        "https://paper.example/a b",
        "https://paper.example/a\n  X: y",
        "https://paper.example/\u{1b}",
    ] {
        let (code, said) = refused(&["snippet", "--url", url, "--package", text(&package)]);
        assert_eq!(code, Some(2), "{url:?}: {said}");
    }
    for title in ["a\nb", "a\u{202e}b", "\u{202e}"] {
        let (code, _) = refused(&["snippet", "--url", URL, "--package", text(&package), "--title", title]);
        assert_eq!(code, Some(2), "{title:?}");
    }
    let (code, _) = refused(&["snippet", "--url", URL, "--package", text(&package), "--title", "a\u{9b}b"]);
    assert_eq!(code, Some(2), "a title of the command line is one line");
}

#[test]
fn live_data_needs_an_address_and_a_pause_that_servers_can_bear() {
    let folder = folder("live-refused");
    let (package, site) = (package(&folder), folder.join("site"));
    let fixed = ["publish", SAMPLE, "--url", URL, "--package", text(&package), "--out", text(&site)];
    for (words, why) in [
        (&["--live", "sheet.csv"][..], "write the address of a dataset"),
        (&["--live", "https://live.example/a.csv", "--refresh", "5"], "5 is not in 15..=86400"),
        (&["--refresh", "60"], "--live"),
        (&["--live", "http://live.example/a.csv"], "pages with https load live data only with https"),
    ] {
        let (code, said) = refused(&[&fixed, words].concat());
        assert!(code == Some(2) && said.contains(why), "{words:?}: {said}");
        assert!(!site.exists());
    }
}

#[test]
fn a_snippet_of_a_frame_has_no_live_data_in_it() {
    let folder = folder("frame-options");
    let package = package(&folder);
    let fixed = ["snippet", SAMPLE, "--url", URL, "--package", text(&package)];
    for form in ["iframe", "amp", "wordpress"] {
        let options = ["--form", form, "--live", "https://live.example/a.csv"];
        let (code, said) = refused(&[&fixed[..], &options].concat());
        assert!(
            code == Some(2) && said.contains("the frame shows the published page: give --live to publish"),
            "{form}: {said}"
        );
    }
    let (code, said) = refused(&[&fixed[..], &["--form", "script", "--live", "http://live.example/a.csv"]].concat());
    assert!(code == Some(2) && said.contains("only with https"), "{said}");
}

#[test]
fn a_view_that_the_dataset_does_not_have_is_refused_with_its_name() {
    let folder = folder("no-view");
    let (package, site) = (package(&folder), folder.join("site"));
    let file = "demo/datasets/death-penalty.json";
    let common = ["publish", file, "--url", URL, "--package", text(&package), "--out", text(&site)];
    let (code, said) = refused(&[&common[..], &["--view", "groups"]].concat());
    assert_eq!(code, Some(2));
    assert!(said.contains("--view groups: all entities are on the map"), "{said}");
    assert!(!site.exists());
}
