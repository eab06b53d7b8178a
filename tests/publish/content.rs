//! The contents of published folders and single files.

use std::fs;
use std::path::{Path, PathBuf};

use super::{SAMPLE, URL, banspread, files, folder, list, package, published, text, told};

/// The folder of the engine in a published folder.
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
    let mut names = vec![
        "banspread-hashes.json",
        "banspread-places.txt",
        "banspread-supplement.js",
        "banspread.js",
        "banspread.wasm",
        "embed.css",
        "embed.js",
        "frames.js",
        "de.json",
    ];
    let held = |folder: &Path| -> Vec<String> {
        files(folder).keys().map(|path| path.file_name().unwrap().to_str().unwrap().to_owned()).collect()
    };
    assert_eq!(held(&engine_folder), names);
    let built_in = folder.join("built-in");
    let options = ["publish", "--lang", "de", "--url", URL, "--width", "280"];
    told(&[&options[..], &["--package", text(&package), "--out", text(&built_in)]].concat());
    names.insert(0, "banspread-data.txt");
    assert_eq!(held(&engine(&built_in)), names, "only a page without a dataset of its own loads the default one");
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
fn a_page_declares_its_language_and_a_single_file_contains_its_messages() {
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
fn texts_are_escaped_everywhere() {
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
fn without_scripts_a_table_has_the_statuses_and_sources() {
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
fn texts_of_a_table_in_other_languages_are_tagged() {
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
fn snippet_prints_the_published_markup() {
    let folder = folder("snippet");
    let (package, site) = (package(&folder), folder.join("site"));
    published(&package, &site, &[]);
    for form in ["iframe", "script", "amp", "wordpress"] {
        let fixed = ["snippet", SAMPLE, "--url", URL, "--width", "280", "--package", text(&package), "--form", form];
        assert_eq!(told(&fixed), fs::read_to_string(site.join(format!("snippets/{form}.html"))).unwrap());
    }
}

#[test]
fn a_single_file_contains_everything_and_nothing_in_it_ends_it_early() {
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

#[test]
fn a_title_in_brackets_runs_no_shortcode_of_wordpress() {
    let folder = folder("shortcode");
    let (package, file) = (package(&folder), "tests/hostile/shortcode.json");
    let snippet = told(&["snippet", file, "--url", URL, "--package", text(&package), "--form", "wordpress"]);
    assert!(snippet.contains("&#91;gallery ids=&quot;1&quot;&#93; &#91;/caption&#93;"), "{snippet}");
    assert!(!snippet.contains(['[', ']']), "{snippet}");
}

#[test]
fn live_data_stands_before_its_copy_and_the_page_may_load_it() {
    let folder = folder("live");
    let (package, site) = (package(&folder), folder.join("site"));
    let live = "https://docs.google.com/spreadsheets/d/e/x/pub?gid=0&output=csv";
    published(&package, &site, &["--live", live, "--refresh", "300", "--date", "2020-06"]);
    let read = |name: &str| fs::read_to_string(site.join(name)).unwrap();
    let (page, escaped) = (read("index.html"), live.replace('&', "&amp;"));
    let element = format!("<ban-spread src=\"{escaped}\" fallback-src=\"data.json\" refresh=\"300\" date=\"2020-06\">");
    assert!(page.contains(&element), "{page}");
    let sources = "https://docs.google.com https://*.googleusercontent.com";
    assert!(page.contains(&format!("connect-src 'self' https://paper.example {sources};")), "{page}");
    assert!(page.contains(&format!("<meta name=\"ban-spread-sources\" content=\"{sources}\">")), "{page}");
    let snippet = read("snippets/script.html");
    let copy = format!("<ban-spread src=\"{escaped}\" fallback-src=\"{URL}/data.json\" refresh=\"300\"");
    assert!(snippet.contains(&copy), "{snippet}");
    assert!(site.join("data.json").exists());

    let printed = ["snippet", SAMPLE, "--url", URL, "--package", text(&package), "--form", "script", "--live", live];
    let printed = told(&printed);
    assert!(printed.contains("fallback-src") && !printed.contains("refresh"), "{printed}");
}

#[test]
fn without_live_data_a_page_loads_nothing_from_elsewhere() {
    let folder = folder("not-live");
    let (package, site) = (package(&folder), folder.join("site"));
    published(&package, &site, &[]);
    let page = fs::read_to_string(site.join("index.html")).unwrap();
    assert!(!page.contains("ban-spread-sources") && !page.contains("fallback-src"), "{page}");
    assert!(page.contains("connect-src 'self' https://paper.example;"), "{page}");
}

#[test]
fn readers_do_not_load_the_answers_of_the_import() {
    let folder = folder("answers");
    let (package, site, data) = (package(&folder), folder.join("site"), folder.join("answers.json"));
    let answered = fs::read_to_string(SAMPLE).unwrap().replacen('{', "{ \"import\": { \"title\": \"Answer\" },", 1);
    fs::write(&data, answered).unwrap();
    told(&["publish", text(&data), "--url", URL, "--width", "280", "--package", text(&package), "--out", text(&site)]);
    let of_sample = folder.join("other");
    published(&package, &of_sample, &[]);
    let read = |site: &Path| fs::read_to_string(site.join("data.json")).unwrap();
    assert_eq!(read(&site), read(&of_sample));
}

#[test]
fn the_view_at_the_start_is_that_of_the_page_of_its_snippets_and_of_its_pictures() {
    let folder = folder("view");
    let (package, map, lanes) = (package(&folder), folder.join("map"), folder.join("lanes"));
    published(&package, &map, &[]);
    published(&package, &lanes, &["--view", "lanes"]);
    let read = |site: &Path, name: &str| fs::read_to_string(site.join(name)).unwrap();
    assert!(!read(&map, "index.html").contains(" view="));
    for name in ["index.html", "snippets/script.html"] {
        assert!(read(&lanes, name).contains(" view=\"lanes\""), "{name}");
    }
    assert_ne!(read(&lanes, "figure.svg"), read(&map, "figure.svg"));
    let (rows, file) = (folder.join("rows.svg"), folder.join("story.html"));
    told(&["render", SAMPLE, "--width", "280", "--view", "lanes", "--out", text(&rows)]);
    assert_eq!(read(&lanes, "figure.svg"), fs::read_to_string(&rows).unwrap());
    told(&["standalone", SAMPLE, "--view", "table", "--package", text(&package), "--out", text(&file)]);
    assert!(fs::read_to_string(&file).unwrap().contains("<ban-spread src=\"#events\" view=\"table\">"));
}
