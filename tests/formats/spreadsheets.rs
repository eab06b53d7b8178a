//! Spreadsheets of editors: what their rows and columns mean.

use banspread::{Dataset, Index, PartialDate};

/// The statuses on the last day, from a CSV file.
fn statuses(csv: &str) -> Vec<(String, String)> {
    let dataset = Dataset::from_text(csv).unwrap_or_else(|error| panic!("{error}\n{csv}"));
    let snapshot = Index::new(&dataset).as_of("2030".parse::<PartialDate>().unwrap().first());
    dataset
        .entity_ids()
        .filter_map(|entity| {
            let status = dataset.status(snapshot.status(entity)?);
            Some((dataset.entity(entity).id.clone(), status.id.clone()))
        })
        .collect()
}

#[test]
fn a_spreadsheet_of_four_columns_is_a_dataset() {
    let expected = [("IT".to_owned(), "banned".to_owned()), ("GB".to_owned(), "review".to_owned())];
    for csv in [
        "entity,date,status,source\nItaly,2020-10-07,banned,ANSA\nGB,2020-11,Under review,PA\n",
        "\u{feff}entity;date;status;source\r\nITALY;2020-10-07;Banned;ANSA\r\ngb;2020-11;review;PA\r\n;;;\r\n;;;\r\n",
        "Source\tStatus\tDate\tEntity\nANSA\tbanned\t2020-10-07\tit\nPA\tunder review\t2020-11\tUnited Kingdom",
        "sep=;\nentity;date;status;source;#for us\n\"Italy\";\"2020-10-07\";\"banned\";\"ANSA\";\"ask again\"\nGB;2020-11;review;PA;",
    ] {
        let mut found = statuses(csv);
        found.sort_by(|a, b| b.cmp(a));
        assert_eq!(found, expected, "{csv:?}");
    }
}

#[test]
fn what_a_spreadsheet_does_not_say_has_a_default() {
    let csv = "entity,date,status,source\nItaly,2020-10-07,banned,ANSA\nItaly,2021-02,permitted,ANSA\n";
    let dataset = Dataset::from_text(csv).unwrap();
    assert_eq!((dataset.id(), dataset.updated().to_string().as_str()), ("events", "2021-02-28"));
    assert_eq!(dataset.grids().len(), 2, "the world's");
    assert_eq!(dataset.events()[1].title.own(), "Permitted");
    let huawei = Dataset::huawei();
    for (own, known) in dataset.statuses().iter().zip(huawei.statuses()) {
        assert_eq!(
            (&own.id, &own.label, own.light, own.dark, own.pattern),
            (&known.id, &known.label, known.light, known.dark, known.pattern)
        );
    }
}

#[test]
fn companies_and_blocs_say_what_they_are_once() {
    let csv = "entity,kind,acts_in,date,status,source\n\
               Orange Belgium,company,Belgium; LU,2020-10-09,restricted,Reuters\n\
               Orange Belgium,,,2021-10-09,banned,Reuters\n";
    let dataset = Dataset::from_text(csv).unwrap();
    let company = dataset.entity(dataset.entity_id("orange-belgium").unwrap());
    let acts_in: Vec<&str> = company.acts_in.iter().map(|country| dataset.entity(*country).id.as_str()).collect();
    assert_eq!((company.name.own(), acts_in), ("Orange Belgium", vec!["BE", "LU"]));
    assert_eq!(dataset.events().len(), 2);
}

#[test]
fn one_country_may_be_called_by_several_names() {
    let csv = "record,entity,name,kind,row,column,date,status,source\n\
               entity,GB,United Kingdom,country,0,0,,,\nentity,IT,Italia,country,0,1,,,\n\
               ,GB,,,,,2020-01,banned,AP\n,United Kingdom,,,,,2021-01,permitted,AP\n,Italy,,,,,2021-01,banned,AP\n";
    let dataset = Dataset::from_text(csv).unwrap();
    let ids: Vec<&str> = dataset.entities().iter().map(|entity| entity.id.as_str()).collect();
    assert_eq!(ids, ["GB", "IT"]);
    assert_eq!(dataset.events().len(), 3);
}

#[test]
fn companies_whose_names_are_alike_stay_apart() {
    let csv = "entity,kind,date,status,source\nA&B,company,2020,banned,AP\nA-B,company,2021,permitted,AP\n+++,company,2021,banned,AP\n";
    let dataset = Dataset::from_text(csv).unwrap();
    let ids: Vec<&str> = dataset.entities().iter().map(|entity| entity.id.as_str()).take(3).collect();
    assert_eq!(ids, ["a-b", "a-b-2", "entity"]);
}

#[test]
fn a_spreadsheet_tells_a_tour_in_the_order_of_its_rows() {
    let csv = "record,entity,kind,date,status,source,title,text\n\
               tour,Orange Belgium,,2020-10-09,,,An operator first,It ends in 2021.\n\
               ,Orange Belgium,company,2020-10-09,restricted,Reuters,,\n\
               tour,Italy,,2020-12,,,Then a country,\n\
               tour,,,2020-10,,,Back to the beginning,\n\
               ,Italy,,2020-12-24,banned,ANSA,,\n";
    let dataset = Dataset::from_text(csv).unwrap();
    let told: Vec<(String, Option<&str>, &str)> = dataset
        .tour()
        .iter()
        .map(|stop| {
            let entity = stop.entity.map(|entity| dataset.entity(entity).name.own());
            (stop.date.to_string(), entity, stop.title.own())
        })
        .collect();
    let expected = [
        ("2020-10-09", Some("Orange Belgium"), "An operator first"),
        ("2020-12", Some("Italy"), "Then a country"),
        ("2020-10", None, "Back to the beginning"),
    ];
    assert_eq!(told, expected.map(|(date, entity, title)| (date.to_owned(), entity, title)));
    assert_eq!(dataset.tour()[0].text.as_ref().map(|text| text.own()), Some("It ends in 2021."));
    assert_eq!(dataset.updated().to_string(), "2020-12-24", "a step is no event");
}

#[test]
fn a_step_of_a_tour_declares_nobody() {
    for entity in ["Greenland", "GL", "Orange"] {
        let csv = format!(
            "record,entity,kind,date,status,source,title\n,Italy,,2020-10-09,banned,ANSA,\ntour,{entity},company,2020-10-09,,,Who?\n"
        );
        let error = Dataset::from_text(&csv).unwrap_err().to_string();
        assert!(error.contains(&format!("unknown entity: \"{entity}\"")), "{error}");
    }
}

#[test]
fn a_step_is_not_off_a_timeline_that_is_not_known() {
    let csv = "record,entity,date,status,source,title\ntour,,2020-10-09,,,Where?\n,Italy,soon,banned,ANSA,\n";
    let error = Dataset::from_text(csv).unwrap_err().to_string();
    assert!(error.contains("not a date: \"soon\"") && !error.contains("timeline"), "{error}");
}

/// The names of entities, from a spreadsheet that names a grid and these entities.
fn named(grid: &str, entities: &[&str]) -> Result<Vec<String>, String> {
    let mut csv = format!("record,entity,grid,date,status,source\ndataset,,{grid},,,\n");
    for entity in entities {
        csv += &format!(",{entity},,2020,banned,AP\n");
    }
    let dataset = Dataset::from_text(&csv).map_err(|error| error.to_string())?;
    Ok(dataset.events().iter().map(|event| dataset.entity(event.entity).name.own().to_owned()).collect())
}

#[test]
fn codes_are_those_of_the_grid_that_a_spreadsheet_names() {
    assert_eq!(named("world", &["CA", "georgia"]).unwrap(), ["Canada", "Georgia"]);
    assert_eq!(named("world_territories", &["GL", "puerto rico"]).unwrap(), ["Greenland", "Puerto Rico"]);
    assert_eq!(named("US states", &["ca", "Georgia"]).unwrap(), ["California", "Georgia"]);
    assert_eq!(named("EU", &["DE", "malta"]).unwrap(), ["Germany", "Malta"]);
    assert_eq!(named("Africa", &["ZA"]).unwrap(), ["South Africa"]);
    assert!(named("us-states", &["Canada"]).unwrap_err().contains("unknown entity: \"Canada\""));
    assert!(named("europe", &["DE"]).unwrap_err().contains("one of: world, world-territories, us-states, eu, africa"));
}

#[test]
fn several_sources_and_corrections_have_numbered_columns() {
    let csv = "entity,date,title,source,source_2,source_2_url,source_3,correction_2,correction_2_was,correction_2_now,correction_2_reason\n\
               Italy,2020,It,,AFP,https://www.afp.com/,DPA,date,2021,2020,misprint\n";
    let dataset = Dataset::from_text(csv).unwrap();
    let event = &dataset.events()[0];
    let outlets: Vec<&str> = event.sources.iter().map(|source| source.outlet.as_str()).collect();
    assert_eq!(outlets, ["AFP", "DPA"]);
    assert_eq!(event.sources[0].url.as_deref(), Some("https://www.afp.com/"));
    assert_eq!((event.corrections.len(), event.corrections[0].was.as_str()), (1, "2021"));
    let turned = "entity,date,title,source_2,source\nItaly,2020,It,Second,First\n";
    assert_eq!(Dataset::from_text(turned).unwrap().events()[0].sources[0].outlet, "First");
}
