//! Publishing: what is written, what is left alone, and what is refused.
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha384};

const SAMPLE: &str = "tests/widget/pages/sample.json";
const URL: &str = "https://paper.example/story";

fn banspread(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_banspread")).args(arguments).output().unwrap()
}

/// An empty folder of a test's own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("publish").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// A package of files that only have names.
fn package(folder: &Path) -> PathBuf {
    let package = folder.join("pkg");
    fs::create_dir_all(&package).unwrap();
    for name in ["banspread.js", "banspread.wasm", "embed.js", "embed.css", "frames.js", "embed.html", "index.d.ts"] {
        fs::write(package.join(name), name).unwrap();
    }
    fs::write(package.join("banspread.standalone.js"), "run('</script><!--')").unwrap();
    fs::create_dir_all(package.join("messages")).unwrap();
    fs::write(package.join("messages/de.json"), r#"{"lang": "de", "words": {"play": "</script>"}}"#).unwrap();
    list(&package);
    package
}

/// Writes the hashes of the files that a package has now.
fn list(package: &Path) {
    let mut hashes = BTreeMap::new();
    for (path, bytes) in files(package) {
        let name = text(path.strip_prefix(package).unwrap()).to_owned();
        hashes.insert(name, format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes))));
    }
    hashes.remove("integrity.json");
    fs::write(package.join("integrity.json"), serde_json::to_string(&hashes).unwrap()).unwrap();
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// Publishes the sample at a small size, which must succeed; what is printed.
fn published(package: &Path, out: &Path, more: &[&str]) -> String {
    let fixed = ["publish", SAMPLE, "--url", URL, "--width", "280", "--package", text(package), "--out", text(out)];
    told(&[&fixed, more].concat())
}

/// What the command prints, which must succeed.
fn told(arguments: &[&str]) -> String {
    let output = banspread(arguments);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The exit code and what is said on standard error.
fn refused(arguments: &[&str]) -> (Option<i32>, String) {
    let output = banspread(arguments);
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

/// Every file below a folder with its bytes.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.insert(path.clone(), fs::read(&path).unwrap());
        }
    }
    found
}

/// The folder of the engine in a published one.
fn engine(site: &Path) -> PathBuf {
    let mut folders = fs::read_dir(site).unwrap().map(|entry| entry.unwrap().path());
    folders.find(|path| text(path).contains("engine-")).unwrap()
}

/// Width and height of a PNG.
fn pixels(png: &[u8]) -> (u32, u32) {
    assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"));
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

#[test]
fn a_site_written_twice_is_the_same_and_leaves_other_files_alone() {
    let folder = folder("twice");
    let (package, site) = (package(&folder), folder.join("site"));
    let first = published(&package, &site, &[]);
    assert!(first.lines().all(|line| line.starts_with("written ")), "{first}");
    let before = files(&site);
    assert_eq!(before.len(), first.lines().count());

    fs::write(site.join("photo.jpg"), "a photo").unwrap();
    fs::write(site.join("index.html"), "an older page").unwrap();
    let second = published(&package, &site, &[]);
    let replaced: Vec<&str> = second.lines().filter(|line| !line.starts_with("unchanged ")).collect();
    assert_eq!(replaced, [format!("replaced  {}", site.join("index.html").display())]);
    let mut after = files(&site);
    assert_eq!(after.remove(&site.join("photo.jpg")).as_deref(), Some(b"a photo".as_slice()));
    assert!(after == before);
}

#[test]
fn the_folder_of_the_engine_has_what_browsers_load_and_a_name_that_changes_with_it() {
    let folder = folder("engine");
    let (package, site, other) = (package(&folder), folder.join("site"), folder.join("other"));
    published(&package, &site, &[]);
    let engine_folder = engine(&site);
    let names: Vec<&str> = ["banspread.js", "banspread.wasm", "embed.css", "embed.js", "frames.js", "de.json"].into();
    assert_eq!(
        files(&engine_folder).keys().map(|path| path.file_name().unwrap().to_str().unwrap()).collect::<Vec<_>>(),
        names
    );
    fs::write(package.join("embed.css"), "p {}").unwrap();
    list(&package);
    published(&package, &other, &[]);
    assert_ne!(engine(&other).file_name(), engine_folder.file_name());
}

#[test]
fn pictures_have_two_pixels_to_a_css_pixel_and_the_same_bytes_each_time() {
    let folder = folder("pictures");
    let (light, again, svg) = (folder.join("a.png"), folder.join("b.PNG"), folder.join("a.svg"));
    for out in [&light, &again, &svg] {
        told(&["render", SAMPLE, "--width", "280", "--out", text(out)]);
    }
    let png = fs::read(&light).unwrap();
    assert!(png == fs::read(&again).unwrap());
    let svg = fs::read_to_string(&svg).unwrap();
    let height: u32 = svg.split("height=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap();
    assert_eq!(pixels(&png), (560, 2 * height));
}

#[test]
fn a_page_says_its_language_and_a_single_file_has_its_words() {
    let folder = folder("languages");
    let (package, site, single) = (package(&folder), folder.join("site"), folder.join("single.html"));
    published(&package, &site, &["--lang", "de-AT"]);
    let page = fs::read_to_string(site.join("index.html")).unwrap();
    assert!(page.contains(r#"<html lang="de-AT" dir="ltr">"#), "{page}");
    assert!(page.contains(r#"<ban-spread src="data.json">"#), "{page}");
    let snippet = fs::read_to_string(site.join("snippets/script.html")).unwrap();
    assert!(snippet.contains(r#"/data.json" lang="de-AT""#), "{snippet}");

    let fixed = ["standalone", SAMPLE, "--package", text(&package), "--out", text(&single)];
    told(&[&fixed[..], &["--lang", "de-AT"]].concat());
    let german = fs::read_to_string(&single).unwrap();
    assert!(german.contains(r##"<ban-spread src="#events" words-src="#words">"##), "{german}");
    assert!(german.contains(r#"{"lang": "de", "words": {"play": "\u003c/script>"}}"#), "{german}");
    told(&[&fixed[..], &["--lang", "fa-IR"]].concat());
    let persian = fs::read_to_string(&single).unwrap();
    assert!(persian.contains(r#"<html lang="fa-IR" dir="rtl">"#) && !persian.contains("#words"), "{persian}");
    for wrong in ["de_DE", "german", ""] {
        let refused = banspread(&[&fixed[..], &["--lang", wrong]].concat());
        let why = String::from_utf8(refused.stderr).unwrap();
        assert!(refused.status.code() == Some(2) && why.contains("not a language tag"), "{wrong}: {why}");
    }
}

#[test]
fn words_are_escaped_wherever_they_stand() {
    let folder = folder("words");
    let (package, site) = (package(&folder), folder.join("site"));
    let title = "\"Who\" <bans> & since when";
    published(&package, &site, &["--title", title, "--date", "2020-06", "--provider", "The <Tile>"]);
    let escaped = "&quot;Who&quot; &lt;bans&gt; &amp; since when";
    let read = |name: &str| fs::read_to_string(site.join(name)).unwrap();
    let page = read("index.html");
    assert!(page.contains(&format!("<title>{escaped}</title>")) && page.contains("The &lt;Tile&gt;"), "{page}");
    assert!(page.contains("<ban-spread src=\"data.json\" date=\"2020-06\">"), "{page}");
    assert!(page.contains("alt=\"1 June 2020. 1 country bans it and 1 permits it.\""), "{page}");
    for form in ["iframe", "amp", "wordpress"] {
        let snippet = read(&format!("snippets/{form}.html"));
        assert!(snippet.contains(&format!("title=\"{escaped}\"")), "{snippet}");
    }
    let oembed: serde_json::Value = serde_json::from_str(&read("oembed.json")).unwrap();
    assert_eq!((&oembed["title"], &oembed["provider_name"]), (&title.into(), &"The <Tile>".into()));
    assert!(oembed["html"].as_str().unwrap().contains(&format!("title=\"{escaped}\"")), "{oembed}");
}

#[test]
fn where_no_script_runs_a_table_says_who_has_which_status_and_who_says_so() {
    let folder = folder("table");
    let (package, site, file) = (package(&folder), folder.join("site"), folder.join("story.html"));
    published(&package, &site, &["--date", "2020-09"]);
    told(&["standalone", SAMPLE, "--date", "2020-09", "--package", text(&package), "--out", text(&file)]);
    for page in [site.join("index.html"), file] {
        let html = fs::read_to_string(page).unwrap();
        let (_, inside) = html.split_once("<ban-spread").unwrap();
        let (inside, _) = inside.split_once("</ban-spread>").unwrap();
        assert!(
            inside.contains("<caption><bdi>How a ban spreads between neighbours</bdi>, 1 September 2020</caption>"),
            "{inside}"
        );
        let germany = "<tr><th scope=\"row\"><bdi>Germany</bdi></th><td><bdi>Banned</bdi></td><td>20 August 2020</td>\
            <td><a href=\"https://zeitung.example/ban\"><bdi>Die Zeitung</bdi></a>; <bdi>The Wire</bdi></td>\
            <td><bdi>Permitted</bdi>, by May 2020</td></tr>";
        assert!(inside.contains(germany), "{inside}");
        assert!(
            inside.find(">France<") < inside.find(">Germany<"),
            "of one status who came first stands first: {inside}"
        );
        assert!(!inside.contains(">Example Works<"), "of it nothing is documented yet: {inside}");
    }
}

#[test]
fn what_is_not_english_in_a_table_says_which_language_it_is() {
    let folder = folder("german-table");
    let (package, file, dataset) = (package(&folder), folder.join("story.html"), folder.join("german.csv"));
    let sheet = "record,lang,title,status,label,color_light,color_dark,entity,date,source\n\
        dataset,de,Wer es verbietet,,,,,,,\n\
        status,,,banned,Verboten,#6e0b2a,#c04259,,,\n\
        ,,Italien verbietet es,banned,,,,Italy,2020-10-07,ANSA\n";
    fs::write(&dataset, sheet).unwrap();
    told(&["standalone", text(&dataset), "--package", text(&package), "--out", text(&file)]);
    let html = fs::read_to_string(&file).unwrap();
    for part in [
        "<caption><bdi lang=\"de\">Wer es verbietet</bdi>, 7 October 2020</caption>",
        "<tr><th scope=\"row\"><bdi>Italy</bdi></th><td><bdi lang=\"de\">Verboten</bdi></td><td>7 October 2020</td>",
    ] {
        assert!(html.contains(part), "{html}");
    }
}

#[test]
fn a_snippet_is_the_one_that_is_published() {
    let folder = folder("snippet");
    let (package, site) = (package(&folder), folder.join("site"));
    published(&package, &site, &[]);
    for form in ["iframe", "script", "amp", "wordpress"] {
        let fixed = ["snippet", SAMPLE, "--url", URL, "--width", "280", "--package", text(&package), "--form", form];
        assert_eq!(told(&fixed), fs::read_to_string(site.join(format!("snippets/{form}.html"))).unwrap());
    }
}

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
fn a_package_that_is_missing_or_damaged_is_refused_with_what_to_do() {
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
fn a_url_that_is_none_is_wrong_usage() {
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
fn a_single_file_has_everything_inside_and_nothing_in_it_ends_it_early() {
    let folder = folder("standalone");
    let (package, out) = (package(&folder), folder.join("story.html"));
    let data = folder.join("data.json");
    let sample = fs::read_to_string(SAMPLE).unwrap().replace("France bans it", "</script><script>alert(1)</script>");
    fs::write(&data, sample).unwrap();
    told(&["standalone", text(&data), "--package", text(&package), "--out", text(&out)]);
    let html = fs::read_to_string(&out).unwrap();
    assert_eq!(html.matches("</script>").count(), 2, "{html}");
    assert_eq!(html.matches("<script").count(), 2, "{html}");
    assert!(html.contains(r"run('<\/script><\!--')") && html.contains(r"\u003c/script>\u003cscript>alert(1)"));
    assert!(html.contains("<ban-spread src=\"#events\">") && html.contains("</svg>"), "{html}");
    let leads_out = html.matches("<a href=\"http").count();
    assert!(!html.contains("src=\"http") && html.matches("href=").count() == leads_out, "{html}");
}

/// The bytes of what readers see of a published folder.
fn seen(site: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut seen = files(site);
    seen.retain(|path, _| !text(path).contains("/.banspread-new"));
    seen
}

/// Publishes under a shell's limit for the size of files, in blocks of 512 or 1,024 bytes. A write beyond it ends the
/// process, or fails as on a full disk where the signal is left alone.
#[cfg(unix)]
fn published_within(blocks: u32, signal: &str, package: &Path, out: &Path) -> Option<i32> {
    let command = format!(
        "trap '{signal}' XFSZ; ulimit -f {blocks}; exec {} publish {SAMPLE} --url {URL} --width 300 --title New --package {} --out {}",
        env!("CARGO_BIN_EXE_banspread"),
        text(package),
        text(out),
    );
    Command::new("bash").args(["-c", &command]).output().unwrap().status.code()
}

#[cfg(unix)]
#[test]
fn a_write_that_is_ended_or_finds_the_disk_full_leaves_the_old_folder_whole() {
    let folder = folder("whole");
    let (package, site) = (package(&folder), folder.join("site"));
    published(&package, &site, &["--title", "Old"]);
    let before = files(&site);
    fs::write(package.join("embed.js"), vec![b' '; 300_000]).unwrap();
    list(&package);
    for blocks in [1, 40] {
        assert_eq!(published_within(blocks, "-", &package, &site), None, "{blocks}: ended by the signal");
        assert!(seen(&site) == before, "{blocks}: ended");
        assert_eq!(published_within(blocks, "", &package, &site), Some(2), "{blocks}: an error is told");
        assert!(files(&site) == before, "{blocks}: full, and nothing is left over");
    }
    published(&package, &site, &["--title", "New"]);
    assert!(!site.join(".banspread-new").exists());
    assert!(fs::read_to_string(site.join("index.html")).unwrap().contains("<title>New</title>"));
}

#[cfg(unix)]
#[test]
fn whenever_a_write_is_killed_every_file_is_the_old_or_the_new_one() {
    let folder = folder("killed");
    let (package, site, other) = (package(&folder), folder.join("site"), folder.join("other"));
    let arguments = |title: &'static str, out: &Path| {
        let fixed = ["publish", SAMPLE, "--url", URL, "--width", "280", "--title", title];
        let mut all: Vec<String> = fixed.map(str::to_owned).to_vec();
        all.extend(["--package", text(&package), "--out", text(out)].map(str::to_owned));
        all
    };
    published(&package, &other, &["--title", "New"]);
    published(&package, &site, &["--title", "Old"]);
    let inside = |files: BTreeMap<PathBuf, Vec<u8>>, root: &Path| -> BTreeMap<PathBuf, Vec<u8>> {
        files.into_iter().map(|(path, bytes)| (path.strip_prefix(root).unwrap().to_owned(), bytes)).collect()
    };
    let (old, new) = (inside(seen(&site), &site), inside(seen(&other), &other));
    // It is killed as soon as so many of its files wait, or are there.
    for waiting in [0, 1, 6] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_banspread")).args(arguments("New", &site)).spawn().unwrap();
        let stage = site.join(".banspread-new");
        let count = || fs::read_dir(&stage).map_or(0, Iterator::count);
        while child.try_wait().unwrap().is_none() && (!stage.exists() || count() < waiting) {
            std::thread::sleep(std::time::Duration::from_micros(100));
        }
        let _ = child.kill();
        child.wait().unwrap();
        let now = inside(seen(&site), &site);
        for (path, bytes) in &now {
            assert!([old.get(path), new.get(path)].contains(&Some(bytes)), "{waiting}: {} is whole", path.display());
        }
        assert!(now.len() >= old.len(), "{waiting}: nothing is missing");
        published(&package, &site, &["--title", "Old"]);
        assert!(inside(files(&site), &site) == old, "{waiting}: the next one mends what is left over");
    }
}

#[test]
fn what_is_not_in_the_list_of_a_package_is_not_published() {
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
fn who_may_show_the_page_in_a_frame_can_be_said() {
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
fn an_address_that_is_a_rule_or_leads_elsewhere_is_wrong_usage() {
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
    let (code, _) = refused(&["snippet", "--url", URL, "--package", text(&package), "--title", "a\nb"]);
    assert_eq!(code, Some(2), "a title of the command line is one line");
}

#[test]
fn a_title_in_brackets_runs_no_shortcode_of_wordpress() {
    let folder = folder("shortcode");
    let (package, file) = (package(&folder), "tests/hostile/shortcode.json");
    let snippet = told(&["snippet", file, "--url", URL, "--package", text(&package), "--form", "wordpress"]);
    assert!(snippet.contains("&#91;gallery ids=&quot;1&quot;&#93; &#91;/caption&#93;"), "{snippet}");
    assert!(!snippet.contains(['[', ']']), "{snippet}");
}
