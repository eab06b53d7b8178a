//! The command: its output and its exit codes.
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]

use std::io::Write;
use std::process::{Command, Output, Stdio};

fn banspread(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_banspread")).args(arguments).output().unwrap()
}

/// The same, with a text as standard input.
fn banspread_reading(text: &str, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_banspread"));
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

fn folder() -> std::path::PathBuf {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("command");
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn describe_prints_every_status_as_data() {
    let output = banspread(&["describe", "--date", "2020-10-20", "--json"]);
    assert_eq!(output.status.code(), Some(0));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["date"], "2020-10-20");
    let entities = report["entities"].as_array().unwrap();
    for (status, count) in report["counts"].as_object().unwrap() {
        let countries = entities.iter().filter(|entity| entity["kind"] == "country" && entity["status"] == **status);
        assert_eq!(count.as_u64().unwrap() as usize, countries.count(), "{status}");
    }
    let find = |id: &str| entities.iter().find(|entity| entity["id"] == id).unwrap();
    let kingdom = find("GB");
    assert_eq!(
        (&kingdom["name"], &kingdom["status"], &kingdom["since"]),
        (&"United Kingdom".into(), &"banned".into(), &"2020-07-14".into())
    );
    assert!(!kingdom["sources"].as_array().unwrap().is_empty());
    assert!(find("AD")["status"].is_null() && find("AD")["since"].is_null());
}

#[test]
fn describe_prints_the_whole_story_in_one_sentence() {
    let output = banspread(&["describe", "--story"]);
    let story = String::from_utf8(output.stdout).unwrap();
    let begin = "2012 to 2026: 77 governments documented; first “Banned”: Taiwan (about 17 October 2013); on the last day, 12 governments ban Huawei, ";
    assert!(story.starts_with(begin) && story.ends_with(" permit it.\n"), "{story}");
    for other in [["--date", "2018"].as_slice(), &["--json"]] {
        let refused = banspread(&[&["describe", "--story"], other].concat());
        assert_eq!(refused.status.code(), Some(2), "{other:?}");
    }
    let data = banspread(&["describe", "--json", "--date", "2018"]);
    let data: serde_json::Value = serde_json::from_slice(&data.stdout).unwrap();
    assert_eq!(data["story"], story.trim());
    assert_eq!(banspread(&["describe", "--story", "--date", "2018"]).status.code(), Some(2));
}

#[test]
fn describe_without_json_prints_a_sentence_and_a_line_for_each_entity() {
    let output = banspread(&["describe", "--date", "2018-08"]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.starts_with("1 August 2018. "), "{text}");
    assert!(text.contains("  Australia: Restricted by 26 March 2012"), "{text}");
}

#[test]
fn a_date_off_the_timeline_or_misspelt_is_wrong_usage() {
    assert_eq!(banspread(&["describe", "--date", "1066-10-14"]).status.code(), Some(2));
    assert_eq!(banspread(&["describe", "--date", "soon"]).status.code(), Some(2));
    assert_eq!(banspread(&["check", "no/such/file.json"]).status.code(), Some(2));
    assert_eq!(banspread(&[]).status.code(), Some(2));
}

#[test]
fn check_prints_every_finding_and_exits_with_1() {
    let bad = folder().join("bad.json");
    std::fs::write(&bad, "{\"format\": 1,\n \"id\": \"\"}").unwrap();
    let output = banspread(&["check", "datasets/huawei.json", bad.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stdout).unwrap().contains("huawei.json: valid, "));
    let findings = String::from_utf8(output.stderr).unwrap();
    assert!(findings.contains("error[blank]: blank text") && findings.contains("bad.json:2:8"), "{findings}");
    assert_eq!(findings.matches("error[").count(), 6, "{findings}");
}

#[test]
fn render_writes_an_svg() {
    let out = folder().join("figure.svg");
    let output = banspread(&["render", "--date", "2020-07-15", "--theme", "dark", "--out", out.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(std::fs::read_to_string(&out).unwrap().contains("15 July 2020"));
    assert_eq!(banspread(&["render", "--out", "/no/such/folder/figure.svg"]).status.code(), Some(2));
}

#[test]
fn render_draws_each_view_and_says_why_there_is_none() {
    let out = folder().join("views.svg");
    let render = |more: &[&str]| banspread(&[&["render", "--out", out.to_str().unwrap()], more].concat());
    let mut pictures = Vec::new();
    for view in ["map", "lanes", "groups", "history", "years"] {
        assert_eq!(render(&["--view", view]).status.code(), Some(0), "{view}");
        pictures.push(std::fs::read_to_string(&out).unwrap());
    }
    pictures.sort();
    pictures.dedup();
    assert_eq!(pictures.len(), 5);

    let output = render(&["--view", "years", "--date", "2020"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("remove --date and --compare"));
    let companies =
        "record,entity,kind,date,status,source,grid\ndataset,,,,,,none\n,Acme,company,2020-03-01,banned,AP,\n";
    for view in ["map", "history", "years"] {
        let output = banspread_reading(companies, &["render", "-", "--view", view, "--out", out.to_str().unwrap()]);
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(error.contains(&format!("--view {view}: the dataset has no grid and no tiles")), "{error}");
    }
}

#[test]
fn render_shows_a_part_of_the_timeline_and_says_why_it_cannot() {
    let out = folder().join("window.svg");
    let render = |more: &[&str]| banspread(&[&["render", "--out", out.to_str().unwrap()], more].concat());
    assert_eq!(render(&["--start", "2019", "--end", "2019"]).status.code(), Some(0));
    assert!(std::fs::read_to_string(&out).unwrap().contains("31 December 2019"), "the last day of the window");
    for (more, why) in [
        (&["--start", "2020", "--end", "2019"][..], "--end 2019 is earlier than --start 2020"),
        (&["--start", "2035"], "--start 2035: no day of the data (2012-01-01 to "),
        (&["--end", "2011"], "--end 2011: no day of the data (2012-01-01 to "),
        (
            &["--end", "2019", "--date", "2020-01-01"],
            "2020-01-01 is outside the timeline of the dataset (2012-01-01 to 2019-12-31)",
        ),
    ] {
        let output = render(more);
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.code() == Some(2) && told.contains(why), "{told}");
    }
}

#[test]
fn render_draws_each_view_that_a_dataset_has() {
    let out = folder().join("view.svg");
    let file = out.to_str().unwrap();
    for (view, wanted, unwanted) in
        [("lanes", "Solomon Islands", ">AU<"), ("groups", "European Union", ">AU<"), ("map", ">AU<", "Solomon Islands")]
    {
        let output = banspread(&["render", "--view", view, "--date", "2020-10-20", "--out", file]);
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        let svg = std::fs::read_to_string(&out).unwrap();
        let has =
            |text: &str| svg.lines().any(|line| line.trim() == text.trim_matches(['<', '>']) || line.contains(text));
        assert!(has(wanted) && !has(unwanted), "{view}");
    }
    let png = folder().join("view.png");
    let output = banspread(&["render", "--view", "lanes", "--width", "320", "--out", png.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0));
    assert!(std::fs::read(&png).unwrap().starts_with(b"\x89PNG"));
}

#[test]
fn a_png_has_a_limit_of_pixels_and_an_svg_has_none() {
    let companies: String = (0..1_500).map(|n| format!("Company {n},company,2020-01-01,banned,AP\n")).collect();
    let csv = format!("entity,kind,date,status,source\n{companies}");
    for (name, code) in [("tall.png", 2), ("tall.svg", 0)] {
        let out = folder().join(name);
        let arguments = ["render", "-", "--view", "lanes", "--width", "2000", "--out", out.to_str().unwrap()];
        let output = banspread_reading(&csv, &arguments);
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(code), "{name}: {told}");
        assert_eq!(out.exists(), code == 0, "{name}");
        assert!(code == 0 || told.contains("choose a smaller width"), "{told}");
    }
}

#[test]
fn render_says_why_a_view_cannot_be_drawn() {
    let out = folder().join("no-view.svg");
    let file = out.to_str().unwrap();
    let empty = r##"{"format": 1, "id": "x", "title": "X", "updated": "2021", "actors": {"one": "a", "other": "b"},
        "grid": "eu", "statuses": [{"id": "on", "label": "On", "color": {"light": "#6e0b2a", "dark": "#c04259"}}],
        "entities": [], "events": []}"##;
    for (view, why) in [("lanes", "no entity has a status"), ("groups", "all entities are on the map")] {
        let output = banspread_reading(empty, &["render", "-", "--view", view, "--out", file]);
        assert_eq!(output.status.code(), Some(2), "{view}");
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(told.contains(why), "{told}");
        assert!(!out.exists(), "{view}");
    }
    assert_eq!(
        banspread(&["render", "--view", "table", "--out", file]).status.code(),
        Some(2),
        "a table is no picture"
    );
}

/// The output of the command. The command must succeed.
fn told(arguments: &[&str]) -> String {
    let output = banspread(arguments);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn first_prints_the_order_of_first_bans() {
    let bans = told(&["first", "--status", "banned"]);
    let names: Vec<&str> = bans.lines().map(|line| line[17..].split(':').next().unwrap()).collect();
    assert_eq!(names[..5], ["Taiwan", "Australia", "United States", "United Kingdom", "Sweden"]);
    assert!(bans.starts_with("  1. 2013-10-17~ Taiwan: "), "{bans}");
    assert_eq!(banspread(&["first", "--status", "forbidden"]).status.code(), Some(2));
}

#[test]
fn changes_prints_the_entities_that_changed() {
    let changes = told(&["changes", "--from", "2020-07-13", "--to", "2020-07-14"]);
    assert!(changes.contains("GB     United Kingdom: restricted -> banned (2020-07-14, "), "{changes}");
    assert_eq!(told(&["changes", "--from", "2020-07-15", "--to", "2020-07-15"]).lines().count(), 1);
    assert_eq!(banspread(&["changes", "--from", "2020-07-15", "--to", "2020-07-14"]).status.code(), Some(2));
}

#[test]
fn counts_agree_with_the_sentence() {
    assert_eq!(
        told(&["counts", "--date", "2020-10-20"]),
        "date,banned,restricted,review,permitted\n2020-10-20,5,6,17,33\n"
    );
    let all = told(&["counts"]);
    let days: Vec<&str> = all.lines().skip(1).map(|line| &line[..10]).collect();
    assert!(days.len() > 60 && days.is_sorted(), "{all}");
}

#[test]
fn convert_works_in_both_directions() {
    let (csv, json) = (folder().join("huawei.csv"), folder().join("huawei.json"));
    told(&["convert", "datasets/huawei.json", "--out", csv.to_str().unwrap()]);
    told(&["convert", csv.to_str().unwrap(), "--out", json.to_str().unwrap()]);
    let there_and_back = std::fs::read_to_string(&json).unwrap();
    assert!(there_and_back == std::fs::read_to_string("datasets/huawei.json").unwrap());
    assert!(told(&["convert", csv.to_str().unwrap()]).starts_with("{\n"), "the other format is meant");
    let bad = folder().join("bad.csv");
    std::fs::write(&bad, "entity,date\nAtlantis,2020\n").unwrap();
    assert_eq!(banspread(&["convert", bad.to_str().unwrap()]).status.code(), Some(1));
}

#[test]
fn countries_of_a_spreadsheet_can_have_many_names() {
    let csv = folder().join("names.csv");
    let rows = ["UK", "USA", "Czech Republic", "KOR", "Ivory Coast", "Kosovo", "Greenland"];
    let events: String = rows.iter().map(|name| format!("{name},2020-01-01,banned,AP\n")).collect();
    std::fs::write(&csv, format!("entity,date,status,source\n{events}")).unwrap();
    let described = told(&["describe", csv.to_str().unwrap()]);
    for name in ["United Kingdom", "United States", "Czechia", "South Korea", "Ivory Coast", "Kosovo", "Greenland"] {
        assert!(described.contains(&format!("  {name}: Banned")), "{name}: {described}");
    }
}

const SHEET: &str = "entity,date,status,source\nKenya,2020-03-01,banned,AP\n";

/// The subcommands that print something about a dataset, with a text that each prints for the sheet.
const ABOUT_A_DATASET: [(&str, &str); 6] = [
    ("check", ": valid, 1 event\n"),
    ("convert", "\"entity\": \"KE\""),
    ("describe", "  Kenya: Banned"),
    ("counts", "\n2020-03-01,1,"),
    ("changes", "KE     Kenya: no-data -> banned (2020-03-01, AP)\n"),
    ("first", "Kenya: "),
];

#[test]
fn every_subcommand_takes_its_dataset_as_a_file_or_from_standard_input() {
    let (sheet, figure) = (folder().join("file.csv"), folder().join("file.svg"));
    let (sheet, figure) = (sheet.to_str().unwrap(), figure.to_str().unwrap());
    std::fs::write(sheet, SHEET).unwrap();
    for (name, expected) in ABOUT_A_DATASET {
        let from_file = told(&[name, sheet]);
        assert!(from_file.contains(expected), "{name}: {from_file}");
        let output = banspread_reading(SHEET, &[name, "-"]);
        let piped = String::from_utf8(output.stdout).unwrap();
        assert_eq!(piped, from_file.replace(sheet, "<stdin>"), "{name}");
    }
    for file in [sheet, "-"] {
        let output = banspread_reading(SHEET, &["render", file, "--out", figure]);
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        assert!(std::fs::read_to_string(figure).unwrap().contains("1 March 2020"));
        std::fs::remove_file(figure).unwrap();
    }
}

#[test]
fn a_file_that_cannot_be_read_or_is_not_valid_is_named() {
    let names = ABOUT_A_DATASET.map(|(name, _)| name);
    let with_out = [vec!["render", "--out", "figure.svg"]];
    for words in names.map(|name| vec![name]).into_iter().chain(with_out) {
        let output = banspread(&[&words[..], &["no/such/file.csv"]].concat());
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{words:?}: {error}");
        assert!(error.starts_with("banspread: cannot read no/such/file.csv: "), "{words:?}: {error}");
        let output = banspread_reading("entity,date\nAtlantis,2020\n", &[&words[..], &["-"]].concat());
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{words:?}: {error}");
        assert!(error.contains(" --> <stdin>:2:1\n"), "{words:?}: {error}");
        let old = banspread(&[&words[..], &["--dataset", "datasets/huawei.json"]].concat());
        assert_eq!(old.status.code(), Some(2), "{words:?}");
    }
}

#[test]
fn output_that_is_closed_early_is_not_an_error() {
    let binary = env!("CARGO_BIN_EXE_banspread");
    let piped = format!("{binary} describe | head -n 1; exit ${{PIPESTATUS[0]}}");
    let output = Command::new("bash").args(["-c", &piped]).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn in_the_order_of_first_bans_a_year_counts_as_its_last_day() {
    let csv = "entity,date,status,source\nItaly,2019,banned,A\nFrance,2019-05,banned,A\nSpain,2020-01-01,banned,A\n\
               Malta,2019-12-31,banned,A\n";
    let output = banspread_reading(csv, &["first", "-"]);
    let text = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<&str> = text.lines().map(|line| line.split(':').next().unwrap()).collect();
    let expected =
        ["  1. 2019-05     France", "  2. 2019        Italy", "  3. 2019-12-31  Malta", "  4. 2020-01-01  Spain"];
    assert_eq!(lines, expected, "{}", String::from_utf8_lossy(&output.stderr));
    let output = banspread_reading(csv, &["describe", "--story", "-"]);
    let story = String::from_utf8(output.stdout).unwrap();
    assert!(story.contains("first “Banned”: France (May 2019)"), "{story}");
}
