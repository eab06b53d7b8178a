//! Inputs of an attacker. The command refuses them with a finding or reads them without harm, and none takes it long.
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use banspread::base::color::Color;
use banspread::base::geom::{Point, Rect, Size};
use banspread::format::write;
use banspread::scene::mark::{Anchor, Group, Mark, Scene};
use banspread::{Dataset, Limits};

const FOLDER: &str = "tests/hostile";

fn banspread(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_banspread")).args(arguments).output().unwrap()
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hostile").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// The codes of the findings about a file, and the exit code.
fn codes(file: &str, more: &[&str]) -> (Option<i32>, Vec<String>) {
    let output = banspread(&[&["check", "--json", file], more].concat());
    let findings: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let code = |found: &serde_json::Value| found["code"].as_str().unwrap().to_owned();
    (output.status.code(), findings.as_array().unwrap().iter().map(code).collect())
}

#[test]
fn huge_numbers_are_refused() {
    for (name, expected) in [
        ("column-of-1e18.json", vec!["wrong-kind"]),
        ("row-of-minus-1e18.json", vec!["wrong-kind"]),
        ("row-of-1e308.json", vec!["wrong-kind"; 2]),
        ("column-of-4294967296.json", vec!["wrong-kind"; 2]),
        ("format-of-1e999.json", vec!["syntax"]),
        ("source-65535.csv", vec!["unknown-column"]),
    ] {
        let (exit, mut found) = codes(&format!("{FOLDER}/{name}"), &[]);
        found.retain(|code| code != "missing-field" && code != "missing-cell" && code != "duplicate-field");
        assert_eq!((exit, found), (Some(1), expected.into_iter().map(str::to_owned).collect()), "{name}");
    }
}

#[test]
fn the_largest_numbers_of_the_format_are_drawn() {
    let out = folder("last-tile").join("figure.svg");
    let file = format!("{FOLDER}/last-tile.json");
    for width in ["120", "4000"] {
        let output = banspread(&["render", &file, "--width", width, "--out", text(&out)]);
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    }
    for wrong in ["4001", "65535", "0", "-1", "1e9"] {
        let output = banspread(&["render", &file, "--width", wrong, "--out", text(&out)]);
        assert_eq!(output.status.code(), Some(2), "{wrong}");
    }
}

#[test]
fn a_number_that_is_minus_zero_is_zero_in_csv() {
    let tile = r#", "tiles": [{"entity": "c1", "row": -0, "column": 0}]"#;
    let text = dataset(&country_of(1), &event("c1", ""), tile);
    let tree = Dataset::tree(&text, &|_| None).unwrap();
    let csv = write::csv(&tree, &Limits::default()).unwrap();
    assert_eq!(Dataset::from_text(&csv).unwrap().grids()[0].tiles[0].row, 0, "{csv}");
}

#[test]
fn each_position_is_a_number_whatever_the_width_and_the_font_size() {
    for width in [0.0, -1.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX] {
        for em in [0.0, f64::NAN, f64::INFINITY, 16.0] {
            let mut chart = banspread::Chart::new(Dataset::huawei(), Box::new(banspread::Estimate));
            chart.enlarge(em);
            let layout = chart.arrange(width);
            let cells = layout.map.tiles.iter().map(|tile| tile.cell);
            for rect in cells.chain([layout.timeline.plot]) {
                let finite = [rect.x, rect.y, rect.width, rect.height].iter().all(|number| number.is_finite());
                assert!(finite && rect.width > 0.0 && rect.height > 0.0, "{width} px, font of {em} px: {rect:?}");
            }
        }
    }
}

const HEAD: &str = r##""format": 1, "id": "x", "title": "T", "updated": "2020", "actors": {"one": "a", "other": "b"},
    "statuses": [{"id": "banned", "label": "Banned", "color": {"light": "#6e0b2a", "dark": "#c04259"}}]"##;

fn list(count: usize, item: impl Fn(usize) -> String) -> String {
    (0..count).map(item).collect::<Vec<_>>().join(",")
}

fn country_of(n: usize) -> String {
    format!(r#"{{"id": "c{n}", "name": "C{n}", "kind": "country"}}"#)
}

fn event(entity: &str, more: &str) -> String {
    format!(
        r#"{{"entity": "{entity}", "date": "2020", "status": "banned", "title": "T", "sources": [{{"outlet": "O"}}]{more}}}"#
    )
}

/// The JSON of a dataset with these entities, events and further fields.
fn dataset(entities: &str, events: &str, more: &str) -> String {
    format!(r#"{{{HEAD}, "entities": [{entities}], "events": [{events}]{more}}}"#)
}

/// Datasets over a limit, each with the name of the limit.
fn excesses() -> Vec<(&'static str, String)> {
    let sources = list(100_000, |_| r#"{"outlet": "O"}"#.to_owned());
    let corrections = list(101, |_| r#"{"field": "date", "was": "a", "now": "b", "reason": "c"}"#.to_owned());
    let link = list(1_000, |n| format!("\"c{n}\""));
    let steps = list(1_000, |_| r#"{"date": "2020", "title": "T"}"#.to_owned());
    let tiles = list(5_000, |n| format!(r#"{{"entity": "c{n}", "row": 0, "column": 0}}"#));
    let langs = list(1_000, |n| format!("\"aa-{n:04}\": \"x\""));
    let statuses = list(1_000, |n| {
        format!(r##"{{"id": "s{n}", "label": "S", "color": {{"light": "#6e0b2a", "dark": "#c04259"}}}}"##)
    });
    let one = country_of(1);
    vec![
        ("entities", dataset(&list(10_000, country_of), "", "")),
        ("events", dataset(&one, &list(30_000, |_| event("c1", "")), "")),
        ("sources", dataset(&one, &event("c1", "").replace(r#"{"outlet": "O"}"#, &sources), "")),
        ("corrections", dataset(&one, &event("c1", &format!(r#", "corrections": [{corrections}]"#)), "")),
        ("countries", dataset(&format!(r#"{{"id": "b", "name": "B", "kind": "bloc", "acts_in": [{link}]}}"#), "", "")),
        (
            "name-letters",
            dataset(&format!(r#"{{"id": "{}", "name": "B", "kind": "bloc"}}"#, "b".repeat(20_000)), "", ""),
        ),
        ("name-letters", dataset("", "", "").replace("\"Banned\"", &format!("\"{}\"", "L ".repeat(2_500)))),
        ("letters", dataset("", "", &format!(r#", "license": "{}""#, "l".repeat(20_000)))),
        ("steps", dataset("", "", &format!(r#", "tour": [{steps}]"#))),
        ("tiles", dataset("", "", &format!(r#", "tiles": [{tiles}]"#))),
        ("languages", dataset("", "", &format!(r#", "license": {{"en": "x", {langs}}}"#))),
        ("statuses", dataset("", "", "").replace("\"statuses\": [", &format!("\"statuses\": [{statuses},"))),
        ("columns", format!("entity,date{}\nSweden,2020\n", ",x".repeat(20_000))),
        ("rows", format!("entity,date,status,source\n{}", "Sweden,2020,banned,PTS\n".repeat(100_000))),
        (
            "entities",
            format!("entity,kind,date,status,source\n{}", lines(5_000, |n| format!("c{n},company,2020,banned,A"))),
        ),
        (
            "entities",
            format!(
                "record,entity,name,kind,date,acts_in\n{}",
                lines(7_800, |n| format!("entity,e{n},n,company,,\"{}\"", "q;".repeat(300)))
            ),
        ),
        (
            "entities",
            format!(
                "record,lang,entity,name,kind,status,label,color_light,color_dark,date\ndataset,de,,,,,,,,\n{}\
                 status,,,,,b,Verboten,#6e0b2a,#c04259,\n",
                lines(2_100, |n| format!("entity,,e{n},n,company,,,,,"))
            ),
        ),
        ("cells", format!("entity,date{}\n{}", numbered("source", 900), lines(1_000, |_| ",a".repeat(902)))),
        ("sources", format!("entity,date,status{}\nSweden,2020,banned{}\n", numbered("source", 900), ",a".repeat(900))),
        (
            "corrections",
            format!("entity,date,status{}\nSweden,2020,banned{}\n", numbered("correction", 900), ",a".repeat(900)),
        ),
        // Long ids that each event uses: without the limit, the tree would repeat them for each event.
        ("name-letters", repeated(&"i".repeat(5_000), "z")),
        ("name-letters", repeated("i", &"中".repeat(5_000))),
        ("bytes", "x".repeat(6_000_000)),
    ]
}

/// CSV with a short name for the entity and a short label for the status. The events use these.
fn repeated(entity: &str, status: &str) -> String {
    let events = lines(19_990, |n| format!(",,,,,Q,,{},L,P", 1000 + n % 1000));
    format!(
        "record,label,color_light,color_dark,name,entity,kind,date,status,source\n\
         status,L,#6e0b2a,#c04259,,,,,{status},\nentity,,,,Q,{entity},company,,,\n{events}"
    )
}

/// The columns of a list with numbers from 1, each after a comma.
fn numbered(name: &str, count: usize) -> String {
    (1..=count).map(|n| format!(",{name}_{n}")).collect()
}

fn lines(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).map(|n| line(n) + "\n").collect()
}

#[test]
fn more_than_a_limit_is_refused_with_one_finding() {
    for (limit, text) in excesses() {
        let found = Dataset::from_text(&text).unwrap_err().diagnostics;
        let less = match limit {
            "bytes" => "shorten the dataset",
            "letters" | "name-letters" => "shorten the text",
            _ => "remove some",
        };
        let help = format!("{less}, or raise the limit: --limit {limit}=NUMBER");
        let helps: Vec<&str> = found.iter().filter_map(|found| found.help.as_deref()).collect();
        assert_eq!(helps, [help.as_str()], "{limit}: {found:?}");
        assert_eq!((found.len(), found[0].fault.code()), (1, "limit"), "{limit}");
    }
}

#[test]
fn deeply_nested_lists_do_not_overflow_the_stack() {
    for depth in [100, 100_000] {
        let text = format!("{{\"a\": {}{}}}", "[".repeat(depth), "]".repeat(depth));
        assert!(Dataset::from_text(&text).is_err());
    }
}

/// Without limits, with so many entities, events and other items that work would not end if it grew with their square.
#[test]
fn work_grows_with_the_input() {
    const MANY: usize = 8_000;
    let day = |n: usize| banspread::Day::from_number(n as i32).to_string();
    let dated = |n: usize| event("c1", "").replace("\"2020\"", &format!("\"{}\"", day(n)));
    let note =
        |n: usize| format!(r#"{{"entity": "c1", "date": "2020", "title": "T{n}", "sources": [{{"outlet": "O"}}]}}"#);
    let everybody = list(MANY, |n| format!("\"c{n}\""));
    let tiles = list(MANY, |n| format!(r#"{{"entity": "c{n}", "row": {}, "column": {}}}"#, n / 1000, n % 1000));
    let company = |n: usize| format!("Firm {n},company,2020,banned,A");
    let head = "entity,kind,date,status,source\n";
    let sources = numbered("source", 500);
    let acting = list(MANY, |n| format!("q{n}")).replace(',', ";");
    let texts = [
        dataset(&list(MANY, country_of), &list(MANY, |n| event(&format!("c{n}"), "")), ""),
        dataset(&list(MANY, country_of), &list(MANY, |n| event(&format!("x{n}"), "")), ""),
        dataset(&list(MANY, |_| country_of(1)), "", ""),
        dataset(&country_of(1), &list(MANY, |_| event("c1", "")), ""),
        dataset(&country_of(1), &list(MANY, dated), ""),
        dataset(&country_of(1), &list(MANY, note), ""),
        dataset(&list(MANY, country_of), "", &format!(r#", "tiles": [{tiles}]"#)),
        dataset(
            &format!(
                r#"{},{{"id": "b", "name": "B", "kind": "bloc", "acts_in": [{everybody}]}}"#,
                list(MANY, country_of)
            ),
            "",
            "",
        ),
        dataset("", "", &format!(",{}", list(MANY, |n| format!("\"u{n}\": 1")))),
        format!("{{\"{}\": 1}}", ".".repeat(MANY)),
        format!("{head}{}", lines(MANY, company)),
        format!("{head}{}", lines(MANY, |_| "Sweden,,2020,banned,A".to_owned())),
        format!("{head}{}", lines(MANY, |n| format!("Nobody {n},,2020,banned,A"))),
        format!(
            "{head}{}",
            lines(MANY, |n| format!("{}!{},company,2020,banned,A", "!".repeat(n % 100), "?".repeat(n / 100)))
        ),
        format!("record,entity,name,kind,acts_in\n{}", lines(10, |n| format!("entity,e{n},N,bloc,{acting}"))),
        format!("entity,date,status{sources}\n{}", lines(100, |_| format!("Sweden,2020,banned{}", ",A".repeat(500)))),
    ];
    let mut limits = Limits::none();
    limits.set("findings", 100);
    for text in texts {
        let found =
            Dataset::check(&text, &|_| None, &limits).map_or_else(|error| error.diagnostics, |good| good.warnings);
        assert!(found.len() <= 201, "{}", found.len());
    }
}

#[test]
fn limits_can_be_raised_and_alike_findings_are_only_counted() {
    let file = folder("raised").join("dataset.json");
    let events = list(3_000, |n| event(&format!("x{n}"), ""));
    fs::write(&file, dataset(&list(3_000, country_of), &events, "")).unwrap();
    let output = banspread(&["check", text(&file), "--limit", "entities=3000", "--limit=events=3000"]);
    let said = String::from_utf8(output.stderr).unwrap();
    let suggestions = said.matches("did you mean").count();
    assert!((1..=20).contains(&suggestions), "{said}");
    assert_eq!(said.matches("error[unknown-entity]").count(), suggestions + 1, "{said}");
    assert!(String::from_utf8(output.stdout).unwrap().ends_with("invalid, 3000 errors\n"));
    let (_, all) = codes(text(&file), &["--limit", "entities=3000"]);
    assert_eq!(all.len(), suggestions + 1);
    for wrong in ["events", "events=", "events=0", "events=-1", "event=5", "=5"] {
        assert_eq!(banspread(&["check", text(&file), "--limit", wrong]).status.code(), Some(2), "{wrong}");
    }
}

#[test]
fn an_endless_file_is_read_up_to_the_limit() {
    let output = banspread(&["check", "/dev/zero"]);
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(
        String::from_utf8(output.stderr)
            .unwrap()
            .contains("error[limit]: the dataset is too large: the limit in bytes is 5000000")
    );
}

#[test]
fn very_long_names_and_values_are_shortened_in_findings() {
    let file = folder("long").join("dataset.json");
    let long = "k".repeat(1_000_000);
    let unknown = list(10_000, |n| format!("\"u{n}\": 1"));
    fs::write(&file, format!(r#"{{"format": 1, "title": {{"{long}": {{{unknown}}}}}}}"#)).unwrap();
    let output = banspread(&["check", text(&file)]);
    assert!(output.stderr.len() < 100_000, "{} bytes", output.stderr.len());
    fs::write(&file, format!("entity,date,{long}\nSweden,2020,x\n")).unwrap();
    let output = banspread(&["check", text(&file)]);
    assert!((300..3_000).contains(&output.stderr.len()), "{} bytes", output.stderr.len());
    let long = event("c1", "").replace("2020", &"2".repeat(4_900));
    fs::write(&file, dataset(&country_of(1), &list(100, |_| long.clone()), "")).unwrap();
    let found = String::from_utf8(banspread(&["check", "--json", text(&file)]).stdout).unwrap();
    assert!(found.len() < 100_000 && found.contains('…'), "{} bytes", found.len());
}

#[test]
fn text_of_another_direction_moves_nothing_around_it() {
    let file = format!("{FOLDER}/right-to-left.json");
    let said = |arguments: &[&str]| String::from_utf8(banspread(arguments).stdout).unwrap();
    let isolated = |text: &str| format!("\u{2068}{text}\u{2069}");
    let described = said(&["describe", &file, "--date", "2020-06"]);
    let line = format!("{}: {} since 2020", isolated("אבגד 99"), isolated("אסור 7"));
    assert!(described.contains(&line), "{described}");
    let story = said(&["describe", &file, "--story"]);
    assert!(story.contains(&format!("first “{}”: {} (2020)", isolated("אסור 7"), isolated("אבגד 99"))), "{story}");
    let out = folder("right-to-left").join("figure.svg");
    assert_eq!(banspread(&["render", &file, "--out", text(&out)]).status.code(), Some(0));
    let svg = fs::read_to_string(&out).unwrap();
    let count = |letter| svg.chars().filter(|other| *other == letter).count();
    assert!(count('\u{2068}') > 2 && count('\u{2068}') == count('\u{2069}'), "{svg}");
}

#[test]
fn no_control_character_reaches_a_picture() {
    let chart = banspread::Chart::new(Dataset::huawei(), Box::new(banspread::Estimate));
    let scene = Scene {
        size: Size { width: 10.0, height: 10.0 },
        groups: vec![Group {
            bounds: Rect::new(0.0, 0.0, 10.0, 10.0),
            marks: vec![Mark::Text {
                at: Point::new(0.0, 0.0),
                text: "a\u{1}\u{1b}b\u{202e}\u{85}".to_owned(),
                size: 10.0,
                bold: false,
                color: Color::hex(0),
                anchor: Anchor::Left,
            }],
        }],
    };
    let svg = banspread::render::svg::svg_of(&scene, chart.theme(), "\u{1}title\u{202e}");
    assert!(svg.contains(">title</title>") && svg.contains("ab"), "{svg}");
    let allowed = |letter: char| !letter.is_control() || letter == '\n';
    assert!(svg.chars().all(|letter| allowed(letter) && letter != '\u{202e}'), "{svg:?}");
}

#[test]
fn no_command_prints_control_characters_to_a_terminal() {
    let escape = format!("{FOLDER}/escape.csv");
    let finding = format!("{FOLDER}/escape-in-status.csv");
    let breaks = format!("{FOLDER}/line-break-in-title.json");
    for arguments in [
        vec!["check", &escape],
        vec!["check", &finding],
        vec!["check", "--json", &finding],
        vec!["describe", &escape, "--json"],
        vec!["describe", &escape, "--story"],
        vec!["changes", &escape, "--from", "2020-01-01"],
        vec!["first", &escape],
        vec!["describe", &escape],
        vec!["describe", &breaks],
        vec!["describe", &breaks, "--story"],
        vec!["changes", &breaks],
        vec!["first", &breaks],
        vec!["first", &breaks, "--status", "\u{1b}[2J"],
        vec!["counts", &breaks],
        vec!["check", "no\u{1b}[2Jfile.json"],
    ] {
        let output = banspread(&arguments);
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        let raw = |letter: char| letter.is_control() && letter != '\n';
        // The parser of the command line reports wrong arguments, and it also escapes control characters.
        assert!(!said.contains(raw), "{arguments:?}: {said:?}");
    }
    let first = String::from_utf8(banspread(&["first", &breaks]).stdout).unwrap();
    assert_eq!(first.lines().count(), 1, "a title begins no line of its own: {first}");
    let found = String::from_utf8(banspread(&["check", &finding]).stderr).unwrap();
    assert!(
        found.contains("unknown status: \"\\u{1b}]0;owned\\u{7}\\u{9b}2J\"") && found.contains("␛]0;owned␇·2J"),
        "{found}"
    );
    let json = banspread(&["check", "--json", &finding]).stdout;
    let found: serde_json::Value = serde_json::from_slice(&json).unwrap();
    assert!(found[1]["message"].as_str().unwrap().contains("\u{9b}2J"), "machines read what is in the file: {found}");
}

#[test]
fn no_cell_of_a_converted_dataset_is_a_formula_and_all_are_read_back() {
    let json = fs::read_to_string(format!("{FOLDER}/formulas.json")).unwrap();
    let folder = folder("formulas");
    let (csv, back) = (folder.join("a.csv"), folder.join("a.json"));
    let convert = |from: &str, to: &Path| banspread(&["convert", from, "--out", text(to)]).status.code();
    assert_eq!(convert(&format!("{FOLDER}/formulas.json"), &csv), Some(0));
    let sheet = fs::read_to_string(&csv).unwrap();
    for part in ["'=HYPERLINK", "''=1+1", "'-A", "'@SUM", "'＝cmd", "'\"\"=1", "'''-2"] {
        assert!(sheet.contains(part), "{part}: {sheet}");
    }
    assert_eq!(convert(text(&csv), &back), Some(0));
    let tree = |text: &str| write::json(&Dataset::tree(text, &|_| None).unwrap());
    assert_eq!(fs::read_to_string(&back).unwrap(), tree(&json));
}

/// A process that ends with the test.
struct Running(std::process::Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A column for each language of each correction, and a cell in it for each event.
#[test]
fn nothing_is_converted_into_a_file_that_could_not_be_read() {
    let reason =
        list(59, |n| format!(r#""{}{}": "x""#, (b'a' + (n / 10) as u8) as char, (b'a' + (n % 10) as u8) as char));
    let corrections = list(20, |_| {
        format!(r#"{{"field": "date", "was": "2", "now": "3", "since": "2020", "reason": {{"en": "x", {reason}}}}}"#)
    });
    let first = event("c1", &format!(r#", "corrections": [{corrections}]"#));
    let later =
        |n: usize| event("c1", "").replace("\"2020\"", &format!("\"{}\"", banspread::Day::from_number(n as i32)));
    let given = dataset(&country_of(1), &format!("{first},{}", list(500, later)), "");
    let made = folder("convert");
    let (file, out) = (made.join("dataset.json"), made.join("dataset.csv"));
    fs::write(&file, &given).unwrap();
    let output = banspread(&["convert", text(&file), "--out", text(&out)]);
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!((output.status.code(), out.exists()), (Some(2), false), "{told}");
    let expected = "the file would exceed the limit of 1000 columns; keep the dataset as JSON, or raise the \
                    limit: --limit columns=NUMBER\n";
    assert!(told.ends_with(expected), "{told}");
    let tree = Dataset::tree(&given, &|_| None).unwrap();
    let within = |name: &str, most: usize| {
        let mut limits = Limits::none();
        limits.set(name, most);
        limits
    };
    for (name, most) in [("columns", 1_000), ("bytes", 100_000), ("rows", 500), ("cells", 3_000)] {
        let excess = write::csv(&tree, &within(name, most)).unwrap_err();
        assert_eq!((excess.limit.name(), excess.most), (name, most));
    }
    let (broken, whole) = (write::json(&tree).len(), write::csv(&tree, &Limits::none()).unwrap().len());
    assert!(whole > 500_000, "{whole}");
    let json = |most| write::json_within(&tree, &within("bytes", most));
    assert_eq!(json(broken).unwrap().len(), broken);
    // Without line breaks it is shorter.
    let line = json(broken - 1).unwrap();
    assert_eq!((line.contains('\n'), Dataset::from_text(&line).is_ok()), (false, true));
    assert_eq!(json(line.len() - 1).unwrap_err().limit.name(), "bytes");
}

#[test]
fn a_dataset_from_a_pipe_is_read_and_a_pipe_is_never_written_to() {
    let folder = folder("pipe");
    let pipe = folder.join("figure.svg");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    // If the command opened the pipe, it would wait for a reader for ever.
    let output = banspread(&["render", &format!("{FOLDER}/last-tile.json"), "--out", text(&pipe)]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("not a regular file"));
    let mut child = Running(
        Command::new(env!("CARGO_BIN_EXE_banspread"))
            .args(["check", "/dev/stdin"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap(),
    );
    let mut stdin = child.0.stdin.take().unwrap();
    std::io::Write::write_all(&mut stdin, fs::read(format!("{FOLDER}/last-tile.json")).unwrap().as_slice()).unwrap();
    drop(stdin);
    assert_eq!(child.0.wait().unwrap().code(), Some(0));
}

/// Runs the command with a limit of its memory in kilobytes.
#[cfg(target_os = "linux")]
fn within_memory(kilobytes: u32, arguments: &[&str]) -> Output {
    let script = format!("ulimit -v {kilobytes}; exec \"$0\" \"$@\"");
    Command::new("bash").args(["-c", &script, env!("CARGO_BIN_EXE_banspread")]).args(arguments).output().unwrap()
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_of_a_gigabyte_is_refused_before_it_is_read() {
    let file = folder("gigabyte").join("sheet.csv");
    fs::File::create(&file).unwrap().set_len(1_000_000_000).unwrap();
    for (command, exit, expected) in [
        ("check", 1, "error[limit]: the dataset is too large: the limit in bytes is 5000000"),
        ("import", 2, "it has more than 500000000 bytes"),
    ] {
        let output = within_memory(400_000, &[command, text(&file)]);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(told.contains(expected), "{command}: {told}");
        assert_eq!(output.status.code(), Some(exit), "{command}: {told}");
    }
    fs::remove_file(&file).unwrap();
}

#[cfg(target_os = "linux")]
#[test]
fn a_dataset_at_the_limits_takes_at_most_forty_times_its_size() {
    let file = folder("memory").join("dataset.json");
    let long = "t".repeat(180);
    let told = |n: usize| {
        let date = banspread::Day::from_number(n as i32);
        event(&format!("c{}", n % 2_000), "")
            .replace("\"2020\"", &format!("\"{date}\""))
            .replace("\"T\"", &format!("\"{long}\""))
    };
    fs::write(&file, dataset(&list(2_000, country_of), &list(15_000, told), "")).unwrap();
    let size = fs::metadata(&file).unwrap().len();
    assert!((4_000_000..5_000_000).contains(&size), "{size} bytes");
    // The program itself and its stack take 100 MB of addresses.
    let kilobytes = 100_000 + u32::try_from(size * 40 / 1_000).unwrap();
    let output = within_memory(kilobytes, &["check", text(&file)]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
}
