//! The JSON Schema of datasets, made from the table of fields. Native only.

use serde_json::{Map, Value, json};

use crate::format::fields::{DATASET, FORMAT, Field, FieldType, MOST};

/// JSON Schema, draft 2020-12, of format 1.
///
/// It describes the fields of a dataset and their types. It cannot check that references resolve, that dates exist in
/// the calendar and that statuses do not conflict; [`crate::Dataset::check`] does.
///
/// # Panics
///
/// Never: tests check that every field has a description.
pub fn schema() -> Value {
    let mut schema = record(DATASET, "");
    let object = schema.as_object_mut().expect("a record is an object");
    object.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    object.insert("title".to_owned(), json!("Dataset of banspread, format 1"));
    object.insert(
        "description".to_owned(),
        json!("Entities, and the dated events that give them a status, with their sources."),
    );
    schema
}

fn record(fields: &[Field], path: &str) -> Value {
    let place = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
    let properties: Map<String, Value> = fields
        .iter()
        .map(|field| {
            let mut value = of(&field.field_type, &place(field.name));
            if !field.required {
                value = or_null(value);
            }
            let about = about(&place(field.name));
            value
                .as_object_mut()
                .expect("the schema of a field is an object")
                .insert("description".to_owned(), json!(about));
            (field.name.to_owned(), value)
        })
        .collect();
    let required: Vec<&str> = fields.iter().filter(|field| field.required).map(|field| field.name).collect();
    json!({"type": "object", "properties": properties, "required": required, "additionalProperties": false})
}

fn of(field_type: &FieldType, path: &str) -> Value {
    match field_type {
        FieldType::Format => json!({"const": FORMAT as i32}),
        FieldType::Flag => json!({"type": "boolean"}),
        FieldType::Count => json!({"type": "integer", "minimum": 0, "maximum": 999}),
        FieldType::Amount => json!({"type": "number", "minimum": 0, "maximum": MOST}),
        FieldType::Text => json!({"type": "string"}),
        FieldType::Filled | FieldType::Name => json!({"type": "string", "pattern": r"\S"}),
        FieldType::Id => json!({"type": "string", "pattern": r"^[^\s,;|]([^,;|]*[^\s,;|])?$"}),
        FieldType::Date => json!({"type": "string", "pattern": DATE}),
        FieldType::Duration => json!({"type": "string", "pattern": DURATION}),
        FieldType::Color => json!({"type": "string", "pattern": "^#[0-9a-fA-F]{6}$"}),
        FieldType::Address => json!({"type": "string", "pattern": ADDRESS}),
        FieldType::Tag => json!({"type": "string", "pattern": TAG}),
        FieldType::Word(words) => json!({"enum": words}),
        FieldType::List(item, _) => json!({"type": "array", "items": of(item, path)}),
        FieldType::Some(item, _) => json!({"type": "array", "items": of(item, path), "minItems": 1}),
        FieldType::Record(fields) => record(fields, path),
        FieldType::Object => json!({"type": "object"}),
        FieldType::Localized(one) => said(one, path),
    }
}

/// The schema of a value, or of an object with such values by language. Texts by language must not be blank.
fn said(one: &FieldType, path: &str) -> Value {
    let each = if matches!(one, FieldType::Text) { &FieldType::Filled } else { one };
    let by_language = json!({
        "type": "object",
        "propertyNames": {"pattern": TAG},
        "additionalProperties": of(each, path),
        "minProperties": 1,
    });
    json!({"anyOf": [of(one, path), by_language]})
}

/// A web address without a user and without backslashes.
const ADDRESS: &str = r"^[hH][tT][tT][pP][sS]?://[^\s/?#:@\\][^\s/?#@\\]*([/?#][^\s\\]*)?$";

/// A language tag of BCP 47 that begins with a language of two or three letters.
const TAG: &str = "^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8})*$";

/// EDTF, as far as a pattern can check it: February has 29 days in every year.
const DATE: &str = concat!(
    r"^\d{4}(-(0[1-9]|1[0-2])|-(0[13578]|1[02])-(0[1-9]|[12]\d|3[01])|-(0[469]|11)-(0[1-9]|[12]\d|30)",
    r"|-02-(0[1-9]|[12]\d))?[?~%]?$"
);

/// A duration of ISO 8601 of years, months and days that is at least one day long.
const DURATION: &str = r"^P(?!(0+[YMD])*$)(\d{1,4}Y)?(\d{1,4}M)?(\d{1,4}D)?$";

fn or_null(mut schema: Value) -> Value {
    let object = schema.as_object_mut().expect("the schema of a field is an object");
    if let Some(Value::Array(words)) = object.get_mut("enum") {
        words.push(Value::Null);
    }
    if let Some(Value::Array(shapes)) = object.get_mut("anyOf") {
        shapes.push(json!({"type": "null"}));
    }
    if let Some(kind) = object.get_mut("type") {
        *kind = json!([kind.clone(), "null"]);
    }
    schema
}

/// The description of a field in one sentence. Editors of JSON show it beside the field.
fn about(path: &str) -> &'static str {
    // All texts with plural forms have the same forms.
    let form = ["actors", "weights", "statuses.lead", "statuses.clause"]
        .iter()
        .find_map(|plural| path.strip_prefix(plural)?.strip_prefix('.'));
    let path = form.unwrap_or(path);
    let found = ABOUT.iter().chain(&FORMS).find(|(known, _)| *known == path).map(|(_, about)| *about);
    found.unwrap_or_else(|| panic!("{path} needs a description"))
}

const FORMS: [(&str, &str); 6] = [
    ("zero", "For numbers of the category zero, such as 0 in Arabic."),
    ("one", "For 1, and other numbers of the category one: government."),
    ("two", "For numbers of the category two, such as 2 in Arabic."),
    ("few", "For numbers of the category few, such as 2 to 4 in Polish."),
    ("many", "For numbers of the category many, such as 5 to 20 in Russian."),
    ("other", "For any other number: governments."),
];

const ABOUT: &[(&str, &str)] = &[
    ("$schema", "The address of this schema, for editors that use it."),
    ("format", "The version of the format."),
    ("lang", "The language of texts without a language, a BCP 47 tag. Default: en."),
    ("id", "A short name for files and links."),
    ("title", "The heading of the figure."),
    ("subtitle", "What exactly the figure shows, below the heading: what is banned."),
    ("description", "What the dataset shows, in a sentence or two."),
    ("updated", "The date of the last update, in EDTF. The timeline ends there, or at a later change."),
    ("start", "The first date of the timeline, in EDTF. Default: the quarter of the first status."),
    ("end", "The last date of the timeline, in EDTF. Default: the date of the last update, or a later change."),
    (
        "stale_after",
        "The time after which the last evidence of a status is old, in ISO 8601: P5Y. The figure then shows its date.",
    ),
    ("license", "The licence of the dataset."),
    ("grid", "The name of a built-in grid: world, world-territories, us-states, eu or africa."),
    ("tiles", "The tiles of the dataset's own grid, instead of a built-in grid."),
    ("tiles.entity", "The id of a declared country."),
    ("tiles.row", "The row, counted from 0 at the top."),
    ("tiles.column", "The column, counted from 0 at the left."),
    ("actors", "The word for the entities that are counted."),
    (
        "weight",
        "Built-in weights: population gives each country its inhabitants on 1 July 2024, unless it has a weight of its own.",
    ),
    ("weights", "The word for what the weights of the entities count, such as people, votes or seats."),
    ("weights_date", "The date of the weights, in EDTF."),
    ("weights_source", "The report of the weights."),
    ("weights_source.outlet", "The newspaper, agency, authority or site."),
    ("weights_source.date", "The date of publication, in EDTF."),
    ("weights_source.url", "The address of the report, http or https."),
    ("statuses", "The statuses, in the order of the legend and the timeline."),
    ("statuses.id", "The id. no-data is reserved."),
    ("statuses.label", "The name in the legend."),
    ("statuses.color", "The colour of its tiles. The contrast with the page must be at least 3:1."),
    ("statuses.color.light", "On a white page, #rrggbb."),
    ("statuses.color.dark", "On a dark page (#16181d), #rrggbb."),
    ("statuses.pattern", "The pattern of its tiles, for readers who cannot distinguish the colours."),
    ("statuses.lead", "The clause that begins the sentence under the date; {n} is the number."),
    ("statuses.clause", "The clause that continues that sentence."),
    ("scopes", "The scopes that events can name: to what a decision applies."),
    ("scopes.id", "The id."),
    ("scopes.label", "The name in the figure."),
    ("scopes.description", "What belongs to it, in a sentence."),
    ("entities", "The countries, blocs and companies. Places of a built-in grid need no entry."),
    ("entities.id", "The id. For a country, the code of its tile: ISO 3166-1 alpha-2, XK for Kosovo."),
    ("entities.name", "The name."),
    ("entities.kind", "The kind of entity. Only countries are counted, unless there are none."),
    ("entities.acts_in", "The ids of the countries in which a bloc or company acts."),
    ("entities.tile", "false removes the tile of a place of the grid."),
    ("entities.label", "The text on its tile, instead of its id."),
    ("entities.footnote", "A remark about its name or place."),
    (
        "entities.from",
        "The date since which the entity exists, in EDTF. Before it, the figure does not count the entity.",
    ),
    (
        "entities.until",
        "The last date on which the entity exists, in EDTF. After it, the figure does not count the entity.",
    ),
    ("entities.weight", "What the entity counts if the figure counts weights instead of entities. Default: 0."),
    ("events", "The events, in any order."),
    ("events.entity", "The id of the entity."),
    ("events.date", "The date, in EDTF, as precise as the source: 2018, 2018-08 or 2018-08-23, with ?, ~ or %."),
    (
        "events.date_kind",
        "The meaning of the date: the day of the decision, or of a report about a decision on or before that day.",
    ),
    ("events.announced", "The date of the announcement, if it differs."),
    ("events.in_force", "The date on which the decision takes effect, if it differs."),
    ("events.until", "The last day of the status."),
    ("events.status", "The id of the status that the event sets. Without it, the event is a note and changes nothing."),
    ("events.level", "The level of the decision. Only a government can set the status of a country."),
    (
        "events.basis",
        "What the event rests on: a rule, a decision about a single case, a statement, a contract, or an inference of the editor.",
    ),
    ("events.scope", "The ids of the scopes to which the decision applies."),
    ("events.title", "A short headline."),
    ("events.text", "A sentence or two more."),
    ("events.sources", "The reports of the event. A status needs at least one."),
    ("events.sources.outlet", "The newspaper, agency, authority or site."),
    ("events.sources.date", "The date of publication, in EDTF."),
    ("events.sources.url", "The address of the report, http or https."),
    ("events.confidence", "How well the event is documented."),
    ("events.caution", "A conflict between sources, or another doubt."),
    ("events.corrections", "Errors in a source or an earlier edition, and the right values."),
    ("events.corrections.field", "The field with the error, such as date, entity or a name."),
    ("events.corrections.was", "The wrong value."),
    ("events.corrections.now", "The right value."),
    ("events.corrections.since", "The date on which the dataset was corrected, in EDTF."),
    ("events.corrections.reason", "The reason for the correction."),
    ("tour", "The steps that tell the story, in this order."),
    ("tour.date", "The date to show, in EDTF. A month or year means its first day."),
    ("tour.entity", "The id of the entity that the step is about."),
    ("tour.title", "A short headline."),
    ("tour.text", "A sentence or two."),
    ("periods", "Periods that the timeline annotates, at most 20."),
    ("periods.label", "A short name."),
    ("periods.from", "The first date of the period, in EDTF."),
    ("periods.until", "The last date of the period, in EDTF."),
    ("import", "The answers of the person who imported the dataset from a sheet. The figure does not read them."),
];
