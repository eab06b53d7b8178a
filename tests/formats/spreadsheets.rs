//! Spreadsheets of editors: what their rows and columns mean.

use banspread::model::event::{Basis, Event};
use banspread::scene::mark::Mark;
use banspread::view::intent::{Place, Tab};
use banspread::{Chart, Dataset, Estimate, Index, Intent, Part, PartialDate};

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
fn missing_parts_of_a_spreadsheet_have_defaults() {
    let csv = "entity,date,status,source\nItaly,2020-10-07,banned,ANSA\nItaly,2021-02,permitted,ANSA\n";
    let dataset = Dataset::from_text(csv).unwrap();
    assert_eq!((dataset.id(), dataset.updated().to_string().as_str()), ("events", "2021-02-28"));
    assert_eq!(dataset.grids().len(), 2, "the world's");
    assert_eq!(dataset.events()[1].title.own(), "Permitted");
    let huawei = Dataset::huawei();
    for (own, known) in dataset.statuses().iter().zip(huawei.statuses()) {
        assert_eq!((&own.id, own.light, own.dark, own.pattern), (&known.id, known.light, known.dark, known.pattern));
    }
}

#[test]
fn companies_and_blocs_name_their_kind_once() {
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
fn one_country_can_have_several_names() {
    let csv = "record,entity,name,kind,row,column,date,status,source\n\
               entity,GB,United Kingdom,country,0,0,,,\nentity,IT,Italia,country,0,1,,,\n\
               ,GB,,,,,2020-01,banned,AP\n,United Kingdom,,,,,2021-01,permitted,AP\n,Italy,,,,,2021-01,banned,AP\n";
    let dataset = Dataset::from_text(csv).unwrap();
    let ids: Vec<&str> = dataset.entities().iter().map(|entity| entity.id.as_str()).collect();
    assert_eq!(ids, ["GB", "IT"]);
    assert_eq!(dataset.events().len(), 3);
}

#[test]
fn companies_with_similar_names_stay_separate() {
    let csv = "entity,kind,date,status,source\nA&B,company,2020,banned,AP\nA-B,company,2021,permitted,AP\n+++,company,2021,banned,AP\n";
    let dataset = Dataset::from_text(csv).unwrap();
    let ids: Vec<&str> = dataset.entities().iter().map(|entity| entity.id.as_str()).take(3).collect();
    assert_eq!(ids, ["a-b", "a-b-2", "entity"]);
}

#[test]
fn the_tour_of_a_spreadsheet_has_the_order_of_its_rows() {
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
fn a_step_of_a_tour_declares_no_entity() {
    for entity in ["Greenland", "GL", "Orange"] {
        let csv = format!(
            "record,entity,kind,date,status,source,title\n,Italy,,2020-10-09,banned,ANSA,\ntour,{entity},company,2020-10-09,,,Who?\n"
        );
        let error = Dataset::from_text(&csv).unwrap_err().to_string();
        assert!(error.contains(&format!("unknown entity: \"{entity}\"")), "{error}");
    }
}

#[test]
fn no_step_is_outside_an_unknown_timeline() {
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
fn a_cell_lists_scopes_by_id_or_label_and_has_a_basis() {
    let csv = "record,entity,date,status,scope,basis,label,label_de,source,stale_after\n\
               scope,,,,core,,Core network,Kernnetz,,\n\
               scope,,,,all,,Everything,,,\n\
               dataset,,,,,,,,,P18M\n\
               ,Italy,2020-10-07,banned,core network; ALL,Rule,,,ANSA,\n\
               ,France,2020-10-08,banned,Kernnetz,,,,AFP,\n";
    let dataset = Dataset::from_text(csv).unwrap();
    let told: Vec<_> = dataset.events().iter().map(|event| (event.basis, ids(&dataset, event))).collect();
    assert_eq!(told, [(Some(Basis::Rule), vec!["core", "all"]), (None, vec!["core"])]);
    assert_eq!(dataset.stale_after().map(|time| time.months()), Some(18));
}

fn ids<'d>(dataset: &'d Dataset, event: &Event) -> Vec<&'d str> {
    event.scope.iter().map(|scope| dataset.scope(*scope).id.as_str()).collect()
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

/// A chart of a CSV file, on a date.
fn chart(csv: &str, date: &str) -> Chart {
    let mut chart = Chart::new(Dataset::from_text(csv).unwrap(), Box::new(Estimate));
    chart.apply(Intent::Day(date.parse::<PartialDate>().unwrap().first().number()));
    chart
}

const UNNAMED: &str = "entity,date,status,source\nSweden,2020-10-20,banned,PTS\nNL,2019-12,under review,Ministry\n";

#[test]
fn a_row_without_a_title_names_its_entity() {
    let mut chart = chart(UNNAMED, "2020-10-20");
    let titles: Vec<_> = chart.describe().changes.into_iter().map(|change| change.title.text).collect();
    assert_eq!(titles, ["Sweden: Banned", "Netherlands: Under review"]);
    let rows: Vec<_> = chart.table().into_iter().flat_map(|row| row.way).map(|entry| entry.title.text).collect();
    assert!(rows.contains(&"Sweden: Banned".to_owned()), "{rows:?}");
    let timeline = &chart.layout().timeline;
    let (x, y) = (timeline.scale.x(chart.view().day), timeline.plot.center().y);
    chart.apply(Intent::Hover(Place { part: Part::Timeline, x, y }));
    assert_eq!(chart.describe().tip.unwrap().lines[0].text, "Sweden: Banned");
}

#[test]
fn the_timeline_covers_the_last_day_of_a_status() {
    let csv = "entity,date,until,status,source\nAustria,2020-03-16,2020-04-13,banned,X\nItaly,2020-03-09,2020-05-18,banned,X\n";
    let chart = chart(csv, "2020-05-10");
    let told = chart.describe();
    assert_eq!((told.iso.as_str(), told.range.max), ("2020-05-10", day("2020-05-18")));
    assert_eq!(told.legend[0].count, 1.0, "that of Austria has ended");
}

fn day(date: &str) -> i32 {
    date.parse::<PartialDate>().unwrap().first().number()
}

#[test]
fn two_statuses_of_one_month_hold_in_the_order_of_the_rows() {
    let rows = ["AR,2014-05,permitted,A judge allows it,X", "AR,2014-05,banned,A higher court stops it,X"];
    let csv = |rows: [&str; 2]| format!("entity,date,status,title,source\n{}\n{}\n", rows[0], rows[1]);
    let last = |csv: &str| statuses(csv).pop().unwrap().1;
    assert_eq!((last(&csv(rows)).as_str(), last(&csv([rows[1], rows[0]])).as_str()), ("banned", "permitted"));
    assert!(Dataset::from_text(&csv(rows).replace("2014-05", "2014-05-12")).is_err(), "of one day nobody knows it");
}

#[test]
fn a_picture_says_how_many_companies_it_leaves_out() {
    let mut csv = "entity,kind,date,status,source\nDE,,2020-01-01,banned,X\n".to_owned();
    for number in 1..=24 {
        csv += &format!("Operator {number},company,2020-01-01,banned,X\n");
    }
    let mut chart = chart(&csv, "2020-01-01");
    let said = |chart: &Chart| banspread::render::svg::svg(chart).contains("Not on the map: 24");
    assert!(said(&chart));
    chart.apply(Intent::View(Tab::Groups));
    assert!(!said(&chart), "there they are");
}

#[test]
fn counts_on_the_timeline_stand_on_the_colour_of_the_page_and_name_what_is_counted() {
    let csv = "entity,date,status,source\nDE,2020-01-01,banned,X\nFR,2020-01-01,banned,X\nIT,2020-06-01,banned,X\n";
    let chart = chart(csv, "2020-06-01");
    let scene = chart.scene(Part::Cursor);
    let marks = &scene.groups[0].marks;
    let page = chart.theme().page;
    let mut labels = Vec::new();
    for pair in marks.windows(2) {
        let [before, Mark::Text { text, at, .. }] = pair else { continue };
        let Mark::Rect { rect, color } = before else { panic!("nothing lies below {text}") };
        assert!(rect.distance(*at) == 0.0 && color.rgb == page.rgb && color.alpha >= 0.75, "{text}");
        labels.push(text.as_str());
    }
    assert_eq!(labels, ["1", "2", "3 actors"]);
}

#[test]
fn a_change_on_the_last_day_has_a_width_and_no_veil() {
    let csv = "entity,date,status,source\nDE,2020-01-01,banned,X\nFR,2020-06-01,banned,X\n";
    let chart = chart(csv, "2020-06-01");
    let layout = &chart.layout().timeline;
    let (x, top) = (layout.scale.x(layout.scale.domain.1), layout.plot.bottom() - 2.0 * layout.unit);
    assert!(layout.end() >= x + 3.0);
    let scene = chart.scene(Part::Timeline);
    let reaches = scene.groups[0].marks.iter().any(|mark| match mark {
        Mark::Polygon { points, .. } => {
            let corner = |x: f64| points.iter().any(|point| point.x == x && (point.y - top).abs() < 0.01);
            corner(x) && corner(layout.end())
        }
        _ => false,
    });
    assert!(reaches, "both are counted from the left to the right end of the last day");
    let veil = |mark: &Mark| matches!(mark, Mark::Rect { rect, .. } if rect.x >= x && rect.width >= 1.0 && rect.height == layout.plot.height);
    assert!(!chart.scene(Part::Cursor).groups[0].marks.iter().any(veil));
}

#[test]
fn a_first_status_of_the_first_year_does_not_rise_through_it() {
    let csv = "entity,date,status,source\nDE,2018,banned,X\nFR,2018,banned,X\nFR,2020,permitted,X\n";
    let chart = chart(csv, "2019-01-01");
    let layout = &chart.layout().timeline;
    let full = layout.plot.bottom() - 2.0 * layout.unit;
    let scene = chart.scene(Part::Timeline);
    let Some(Mark::Polygon { points, .. }) = scene.groups[0].marks.first() else {
        panic!("the first status has an area")
    };
    assert_eq!((points[0].x, points[0].y), (layout.plot.x, full), "both are banned from the first day on");
}
