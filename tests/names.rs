//! The names and codes by which places are found: each kind of code, each language, what is asked, what is suggested.
#![cfg(all(not(target_arch = "wasm32"), feature = "import"))]

use std::collections::BTreeSet;
use std::fs;

use banspread::names::find::{Asked, Found, all_names, find, former, name};
use banspread::{Dataset, Diagnostic, Limits};

/// The id that is found, or `?` with the ids to choose from, or `~` with the ids that are suggested.
fn told(text: &str, grid: &str) -> String {
    match find(text, grid) {
        Found::Exact(id) => id,
        Found::Ambiguous(ids) => format!("?{}", ids.join(" ")),
        Found::Unknown(suggestions) => {
            format!("~{}", suggestions.iter().map(|found| found.id).collect::<Vec<_>>().join(" "))
        }
    }
}

fn assert_told(grid: &str, cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter(|(text, expected)| told(text, grid) != *expected)
        .map(|(text, expected)| format!("{text}: {} instead of {expected}", told(text, grid)))
        .collect();
    assert!(wrong.is_empty(), "{grid}:\n{}", wrong.join("\n"));
}

/// The fields of the lines of a section of the table.
fn section(name: &str) -> Vec<Vec<String>> {
    let table = fs::read_to_string("datasets/names/places.txt").unwrap();
    let lines = table.lines().skip_while(|line| *line != format!("[{name}]")).skip(1);
    lines.take_while(|line| !line.starts_with('[')).map(|line| line.split('|').map(str::to_owned).collect()).collect()
}

#[test]
fn every_code_and_name_of_every_place_is_found() {
    let asked: BTreeSet<String> = section("ambiguous").into_iter().flat_map(|line| line[1..].to_vec()).collect();
    let mut wrong = Vec::new();
    for (kind, grid, codes) in [("places", "world", 3), ("states", "us-states", 2), ("former", "world", 4)] {
        let places = section(kind);
        assert!(places.len() >= 15, "{kind}");
        for fields in places {
            let all = fields.iter().enumerate().filter(|(place, _)| kind != "former" || *place == 0 || *place >= codes);
            for text in all.map(|(_, text)| text).filter(|text| !text.is_empty() && !asked.contains(*text)) {
                for written in [text.clone(), text.to_uppercase(), format!("  {} ", text.to_lowercase())] {
                    let found = told(&written, grid);
                    let asks = found.starts_with('?') && found[1..].split(' ').any(|id| id == fields[0]);
                    // A name as short as a code can be the code of another place, as "Nga" is.
                    if found != fields[0] && !(written.trim().len() <= 3 && (asks || written.trim() == "NGA")) {
                        wrong.push(format!("{written}: {found} instead of {}", fields[0]));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_place_of_every_grid_is_found_by_its_code_and_name_and_has_one() {
    for grid in ["world", "world-territories", "eu", "africa", "us-states"] {
        let csv = fs::read_to_string(format!("datasets/grids/{grid}.csv")).unwrap();
        for line in csv.lines().skip(1) {
            let fields: Vec<&str> = line.split(',').collect();
            for text in &fields[..2] {
                assert_eq!(told(text, grid), fields[0], "{grid}");
            }
            assert_eq!(name(fields[0], grid), Some(fields[1]), "{grid}");
        }
    }
}

#[test]
fn short_and_earlier_names_are_known_in_the_languages_of_the_figure() {
    let names = [
        ("США", "US"),
        ("U.S.A.", "US"),
        ("EEUU", "US"),
        ("EE.UU.", "US"),
        ("EUA", "US"),
        ("米国", "US"),
        ("أمريكا", "US"),
        ("السعودية", "SA"),
        ("الإمارات", "AE"),
        ("ОАЭ", "AE"),
        ("Großbritannien", "GB"),
        ("Grande-Bretagne", "GB"),
        ("ब्रिटेन", "GB"),
        ("بريطانيا", "GB"),
        ("Weißrussland", "BY"),
        ("Weissrussland", "BY"),
        ("Белоруссия", "BY"),
        ("Birmanie", "MM"),
        ("Birmania", "MM"),
        ("Irão", "IR"),
        ("Молдавия", "MD"),
        ("КНР", "CN"),
        ("Bosnien", "BA"),
        ("Holanda", "NL"),
        ("Island", "IS"),
    ];
    assert_told("world", &names);
}

#[test]
fn each_kind_of_code_is_known() {
    assert_told(
        "world",
        &[
            ("DE", "DE"),
            ("deu", "DE"),
            ("276", "DE"),
            ("4", "AF"),
            ("004", "AF"),
            ("GER", "DE"),
            ("SUI", "CH"),
            ("CTA", "CF"),
            ("KVX", "XK"),
            ("OWID_KOS", "XK"),
            ("XKX", "XK"),
            ("RSA", "ZA"),
            ("BRN", "BN"),
            ("SUN", "SUHH"),
            ("URS", "SUHH"),
            ("810", "SUHH"),
            ("CSK", "CSHH"),
            ("DDR", "DDDE"),
            ("YUG", "YUCS"),
            ("ZAR", "CD"),
            ("TP", "TL"),
            ("CS", "?CSHH CSXX"),
            ("ANT", "?AG ANHH"),
            ("BUR", "?BF MM"),
            ("999", "~"),
            ("ZZ", "~"),
        ],
    );
    assert_told(
        "us-states",
        &[
            ("TX", "TX"),
            ("48", "TX"),
            ("06", "CA"),
            ("6", "CA"),
            ("CA", "CA"),
            ("IN", "IN"),
            ("72", "PR"),
            ("276", "~"),
        ],
    );
}

#[test]
fn each_language_of_the_figure_is_known() {
    for (language, names) in [
        ("ar", ["ألمانيا", "كوريا الجنوبية", "ساحل العاج"]),
        ("de", ["Deutschland", "Südkorea", "Elfenbeinküste"]),
        ("en", ["Germany", "South Korea", "Ivory Coast"]),
        ("es", ["Alemania", "Corea del Sur", "Costa de Marfil"]),
        ("fr", ["Allemagne", "Corée du Sud", "Côte d’Ivoire"]),
        ("he", ["גרמניה", "קוריאה הדרומית", "חוף השנהב"]),
        ("hi", ["जर्मनी", "दक्षिण कोरिया", "कोत दिवुआर"]),
        ("ja", ["ドイツ", "韓国", "コートジボワール"]),
        ("pt", ["Alemanha", "Coreia do Sul", "Costa do Marfim"]),
        ("ru", ["Германия", "Республика Корея", "Кот-д’Ивуар"]),
        ("zh-Hans", ["德国", "韩国", "科特迪瓦"]),
        ("hu", ["Németország", "Dél-Korea", "Elefántcsontpart"]),
    ] {
        assert_eq!(names.map(|name| told(name, "world")), ["DE", "KR", "CI"], "{language}");
    }
}

#[test]
fn people_write_names_in_many_ways() {
    assert_told(
        "world",
        &[
            ("USA", "US"),
            ("U.S.", "US"),
            ("UK", "GB"),
            ("Turkey", "TR"),
            ("TÜRKİYE", "TR"),
            ("Korea, Republic of", "KR"),
            ("Korea, Rep.", "KR"),
            ("KOREA (THE REPUBLIC OF)", "KR"),
            ("Bolivia (Plurinational State of)", "BO"),
            ("Iran, Islamic Rep.", "IR"),
            ("Micronesia, Fed. Sts.", "FM"),
            ("St. Vincent & the Grenadines", "VC"),
            ("Gambia, The", "GM"),
            ("The Netherlands", "NL"),
            ("cote d ivoire", "CI"),
            ("Hong Kong SAR, China", "HK"),
            ("Taiwan, Province of China", "TW"),
            ("Virgin Islands (U.S.)", "VI"),
            ("Swaziland", "SZ"),
            ("Burma", "MM"),
            ("Holland", "NL"),
            ("Timor", "TL"),
            ("Phillipines", "PH"),
            ("Vatican", "VA"),
            ("Congo, Dem. Rep.", "CD"),
            ("Congo (Kinshasa)", "CD"),
            ("Georgia", "GE"),
            ("Sint Maarten (Dutch part)", "SX"),
            ("Ausztria", "AT"),
            ("Finnország", "FI"),
        ],
    );
    assert_told(
        "us-states",
        &[
            ("Washington, D.C.", "DC"),
            ("Washington DC", "DC"),
            ("washington", "WA"),
            ("Calif.", "CA"),
            ("N. Carolina", "NC"),
            ("W. Va.", "WV"),
            ("Guam", "GU"),
            ("Virgin Islands", "VI"),
            ("Georgia", "GA"),
        ],
    );
}

#[test]
fn a_name_of_several_places_is_asked_for() {
    assert_told("world", &[("Congo", "?CD CG"), ("Korea", "?KP KR"), ("Virgin Islands", "?VG VI"), ("Nga", "?NG RU")]);
    assert_told("africa", &[("Congo", "?CD CG"), ("Konģo", "?CD CG"), ("Georgia", "GE")]);
    assert_told("", &[("Georgia", "?GE US-GA"), ("Texas", "US-TX"), ("Puerto Rico", "PR"), ("CA", "CA")]);
}

#[test]
fn a_part_is_not_silently_the_whole() {
    for part in ["England", "Scotland", "Wales", "Northern Ireland", "ENG", "Inglaterra"] {
        assert_eq!(told(part, "world"), "~GB", "{part}");
    }
    assert_eq!(told("Zanzibar", "world"), "~TZ");
}

#[test]
fn suggestions_are_ranked_and_never_only_have_a_word_in_common() {
    assert_told(
        "world",
        &[
            ("Itlay", "~IT"),
            ("Germny", "~DE"),
            ("Untied States of Amercia", "~US"),
            ("Kingdom of Norwya", "~NO"),
            ("Republic Lithuanian", "~LT"),
            ("Timorleste", "~TL"),
            ("Guinea Bisau", "GW"),
            ("Guinea Bisaw", "~GW"),
            ("Khazakhstan", "~KZ"),
            ("New York", "~US"),
            ("South Atlantis", "~"),
            ("Washington, D.C.", "~"),
            ("United Nations", "~"),
            ("World", "~"),
            ("KPN", "~"),
            ("", "~"),
            ("---", "~"),
        ],
    );
    assert_told("us-states", &[("Washington County", "~"), ("New Yrok", "~NY"), ("Carolina", "~"), ("Ilinois", "~IL")]);
    let Found::Unknown(ranked) = find("Nigeriaa", "world") else { panic!("no place has this name") };
    let ranked: Vec<(&str, usize)> = ranked.iter().map(|found| (found.id, found.distance)).collect();
    assert_eq!(ranked[..2], [("NG", 1), ("NE", 2)], "{ranked:?}");
    assert!(ranked.is_sorted_by_key(|(_, distance)| *distance), "{ranked:?}");
    assert_eq!(told(&"x".repeat(100_000), "world"), "~");
}

#[test]
fn former_states_have_their_time_and_their_successors() {
    for (text, id, years, successor) in [
        ("USSR", "SUHH", "1922 1991", "UA"),
        ("Sowjetunion", "SUHH", "1922 1991", "KZ"),
        ("Yugoslavia", "YUCS", "1918 2003", "HR"),
        ("Czechoslovakia", "CSHH", "1918 1992", "SK"),
        ("East Germany", "DDDE", "1949 1990", "DE"),
        ("GDR", "DDDE", "1949 1990", "DE"),
        ("Serbia and Montenegro", "CSXX", "2003 2006", "ME"),
        ("Netherlands Antilles", "ANHH", "1954 2010", "CW"),
    ] {
        assert_eq!(told(text, "world"), id);
        let state = former(id).unwrap();
        assert_eq!(format!("{} {}", &state.from[..4], &state.until[..4]), years, "{text}");
        assert!(state.successors.split(' ').any(|other| other == successor), "{text}");
    }
    assert_eq!(former("DE"), None);
    let places: BTreeSet<String> = section("places").into_iter().map(|mut fields| fields.swap_remove(0)).collect();
    for fields in section("former") {
        for date in &fields[1..3] {
            assert!(date.parse::<banspread::PartialDate>().is_ok(), "{fields:?}");
        }
        assert!(fields[3].split(' ').all(|id| places.contains(id)), "{fields:?}");
    }
}

/// A sheet with a row for each name.
fn sheet<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    let rows = names.into_iter().map(|name| format!("\"{name}\",2020-01-01,banned,X\n"));
    rows.fold("entity,date,status,source\n".to_owned(), |sheet, row| sheet + &row)
}

fn findings(text: &str) -> Vec<Diagnostic> {
    let checked = Dataset::check(text, &all_names, &Limits::none());
    checked.map_or_else(|error| error.diagnostics, |checked| checked.warnings)
}

/// Each finding as its code and help.
fn helps(text: &str) -> Vec<String> {
    findings(text)
        .iter()
        .map(|found| format!("{}: {}", found.fault.code(), found.help.as_deref().unwrap_or_default()))
        .collect()
}

#[test]
fn what_the_command_knows_and_pages_do_not_is_never_called_good() {
    // An id that pages do not know is the same text there, but no entity.
    let places = section("places").into_iter().chain(section("former"));
    let names = |fields: Vec<String>| fields.clone().into_iter().filter(move |name| *name != fields[0]);
    let table: Vec<String> = places.flat_map(names).collect();
    let text = sheet(table.iter().map(String::as_str).filter(|name| !name.is_empty() && !name.contains(';')));
    let (here, there) = (Dataset::tree(&text, &all_names).unwrap(), Dataset::tree(&text, &|_| None).unwrap());
    let entity = |events: &banspread::format::node::Node| events.text_of("entity").unwrap_or_default().to_owned();
    let rows = here.items_of("events").iter().zip(there.items_of("events"));
    let differing = rows.filter(|(here, there)| entity(here) != entity(there)).count();
    let warned = findings(&text).into_iter().filter(|found| found.fault.code() == "long-name");
    assert_eq!(warned.map(|found| 1 + found.alike.count).sum::<usize>(), differing);
    assert!(differing > 5_000, "{differing}");
}

#[test]
fn pages_know_codes_of_three_letters_and_the_most_used_names() {
    let names = [
        "USA",
        "UK",
        "Turkey",
        "Türkiye",
        "Turkiye",
        "TUR",
        "deu",
        "XKX",
        "The Gambia",
        "U.S.",
        "Czech Republic",
        "Viet Nam",
        "Russian Federation",
        "Cote d'Ivoire",
        "Côte d’Ivoire",
        "DR Congo",
        "Macao",
        "St. Lucia",
    ];
    let sheet = sheet(names);
    let tree = Dataset::tree(&sheet, &|_| None).unwrap();
    let ids: Vec<&str> = tree.items_of("events").iter().filter_map(|event| event.text_of("entity")).collect();
    assert_eq!(
        ids,
        ["US", "GB", "TR", "TR", "TR", "TR", "DE", "XK", "GM", "US", "CZ", "VN", "RU", "CI", "CI", "CD", "MO", "LC"]
    );
    let csv = fs::read_to_string("datasets/names/short.txt").unwrap();
    for line in csv.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let grid = if line.starts_with("DC|") { "us-states" } else { "world-territories" };
        let fields: Vec<&str> = line.split('|').collect();
        assert!(fields[1..].iter().all(|name| told(name, grid) == fields[0]), "both lists agree: {line}");
    }
}

#[test]
fn findings_about_names_say_what_to_write() {
    assert_eq!(
        helps(&sheet(["Ausztria", "Ausztria", "Finnország"])),
        ["long-name: write \"AT\"", "duplicate-event: write one event with all sources", "long-name: write \"FI\""]
    );
    assert_eq!(
        helps(&sheet(["Congo"])),
        ["unknown-entity: several places have this name: write \"CD\" for Congo (DRC) or \"CG\" for Congo (Republic)"]
    );
    assert_eq!(helps(&sheet(["England"])), ["unknown-entity: did you mean \"GB\" (United Kingdom)?"]);
    assert_eq!(helps(&sheet(["Germny"])), ["unknown-entity: did you mean \"DE\" (Germany)?"]);
    let states = "record,entity,date,status,source,grid\ndataset,,,,,us-states\n,Calif.,2020,banned,X,\n";
    assert_eq!(helps(states), ["long-name: write \"CA\""]);
    let json = fs::read_to_string("datasets/huawei.json").unwrap();
    let json = json.replacen("\"entity\": \"AU\"", "\"entity\": \"AUS\"", 1);
    assert_eq!(helps(&json), ["unknown-entity: did you mean \"AU\"?"]);
}

#[test]
fn suggestions_are_looked_for_once_for_each_of_the_first_twenty_unknown_names() {
    let names: Vec<String> = (0..300).map(|row| format!("Atlantis {}", row % 100)).collect();
    let searched = std::cell::Cell::new(0);
    let counted = |asked: Asked<'_>| {
        searched.set(searched.get() + usize::from(asked.suggest));
        all_names(asked)
    };
    let found = Dataset::check(&sheet(names.iter().map(String::as_str)), &counted, &Limits::default());
    assert!(found.is_err());
    assert_eq!(searched.get(), 20);
}

#[test]
fn a_former_state_of_a_sheet_exists_in_its_time_only() {
    let dataset = Dataset::check(&sheet(["USSR"]).replace("2020", "1950"), &all_names, &Limits::default()).unwrap();
    let union = dataset.dataset.entities().iter().find(|entity| entity.id == "SUHH").unwrap();
    assert_eq!(union.name.own(), "Soviet Union");
    assert_eq!(union.lifetime.until().unwrap().to_string(), "1991-12-26");
    assert_eq!(
        dataset.warnings[0].help.as_deref(),
        Some("write \"Soviet Union\", and \"country\" in the column \"kind\"")
    );
    assert!(helps(&sheet(["USSR"])).iter().any(|help| help.starts_with("outside-lifetime")));
    let declared = "entity,kind,date,status,source\nSoviet Union,country,1950,banned,X\n";
    assert!(helps(declared).is_empty());
    assert_eq!(Dataset::tree(declared, &all_names), Dataset::tree(declared, &|_| None));
}
