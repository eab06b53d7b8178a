//! The words that people give to columns and cells, in the eleven languages of the widget.

use crate::base::case::small;
use crate::import::columns::Role;
use crate::import::word_list::WordList;

/// Names of columns, by the role that they speak for. A name can stand for several roles, such as the Spanish "estado";
/// the content then decides. Small letters, one blank between words, and a
/// vertical bar between names.
const NAMES: [(Role, &str); 18] = [
    (
        Role::Entity,
        "entity|country|countries|country name|country or area|reference area|state|states|nation|region|\
         territory|jurisdiction|place|location|area|land|länder|staat|bundesland|gebiet|ort|pays|état|etat|\
         région|territoire|lieu|país|pais|estado|región|território|região|lugar|страна|государство|регион|\
         территория|субъект|место|الدولة|دولة|البلد|بلد|المنطقة|المكان|מדינה|ארץ|אזור|מקום|देश|राज्य|क्षेत्र|\
         स्थान|国|国名|地域|場所|州|都道府県|国家|国家 地区|地区|地点|省份|group",
    ),
    (
        Role::Code,
        "code|country code|entity code|iso|iso2|iso3|iso code|iso a2|iso a3|alpha 2|alpha 3|alpha2|alpha3|\
         abbreviation|abbr|postal|fips|kürzel|ländercode|landescode|code pays|código|codigo|код|код страны|رمز|\
         קוד|कोड|コード|国コード|代码|国家代码|iso 3166|ref area|geo",
    ),
    (
        Role::Date,
        "date|since|when|start|start date|begin|begin date|beginning|effective|effective date|in effect|imposed|\
         introduced|implemented|implementation date|started|from|datum|seit|wann|beginn|von|ab|début|debut|depuis|quand|fecha|desde|cuándo|inicio|\
         fecha de inicio|data|quando|início|data de início|дата|начало|с|когда|التاريخ|تاريخ|منذ|من|البداية|\
         תאריך|מאז|התחלה|तारीख|दिनांक|तिथि|शुरू|कब|日付|年月日|開始|開始日|いつ|日期|时间|开始|time|time period|period",
    ),
    (
        Role::End,
        "end|end date|until|to|till|lifted|exit|exit date|left|departure|withdrew|withdrawal|expired|expiry|ended|rolled back|repealed|revoked|withdrawn|ende|\
         enddatum|bis|aufgehoben|fin|jusqu au|date de fin|hasta|fecha de fin|fim|até|data de fim|конец|до|\
         окончание|النهاية|حتى|إلى|סוף|עד|सिरा|समाप्ति|तक|終了|終了日|まで|结束|截止|终止",
    ),
    (
        Role::Year,
        "year|start year|styear|startyear|jahr|année|annee|año|ano|год|السنة|سنة|عام|שנה|वर्ष|साल|年|年份|年度",
    ),
    (Role::Month, "month|start month|stmonth|startmonth|monat|mois|mes|mês|месяц|شهر|الشهر|חודש|महीना|माह|月|月份"),
    (Role::Day, "day|start day|stday|startday|tag|jour|día|dia|день|يوم|اليوم|יום|दिन|日"),
    (Role::EndYear, "end year|endyear|endjahr|année de fin|año final|ano final|год окончания"),
    (Role::EndMonth, "end month|endmonth"),
    (Role::EndDay, "end day|endday"),
    (
        Role::Status,
        "status|category|type|policy|measure|rule|value|level|position|stance|decision|stand|kategorie|art|typ|\
         maßnahme|entscheidung|statut|catégorie|mesure|décision|estado|situación|categoría|tipo|medida|situação|\
         categoria|статус|состояние|категория|тип|мера|الحالة|حالة|الوضع|النوع|סטטוס|מצב|סוג|स्थिति|प्रकार|\
         श्रेणी|状態|状況|種類|ステータス|状态|类型|类别|obs value",
    ),
    (
        Role::Source,
        "source|sources|outlet|publisher|reference|references|evidence|citation|media credit|quelle|quellen|\
         beleg|nachweis|fuente|fuentes|fonte|fontes|référence|источник|источники|المصدر|مصدر|מקור|स्रोत|出典|情報源|\
         ソース|来源|出处",
    ),
    (
        Role::SourceUrl,
        "url|link|links|source url|source link|sourceurl|web|website|href|address|media|quelle url|lien|enlace|\
         vínculo|ссылка|رابط|الرابط|קישור|लिंक|リンク|链接|网址",
    ),
    (Role::SourceDate, "source date|published|publication date|datum der quelle"),
    (
        Role::Title,
        "title|headline|event|titel|überschrift|titre|título|titulo|заголовок|عنوان|العنوان|כותרת|शीर्षक|タイトル|\
         見出し|标题",
    ),
    (
        Role::Text,
        "text|description|note|notes|comment|comments|details|summary|remarks|beschreibung|anmerkung|anmerkungen|\
         bemerkung|remarque|notas|descripción|descrição|описание|примечание|الوصف|ملاحظات|תיאור|הערות|विवरण|\
         टिप्पणी|説明|備考|描述|说明|备注",
    ),
    (Role::Kind, "kind"),
    (
        Role::Ignore,
        "display date|end time|media caption|media thumbnail|background|indicator|indicator code|unit|latitude|\
         longitude|lat|lon|lng|id|fid|objectid|record|population",
    ),
];

/// The same names, each list with the place of its role.
static NAMED: WordList = WordList::of(&LISTS);
const LISTS: [&str; NAMES.len()] = {
    let mut lists = [""; NAMES.len()];
    let mut place = 0;
    while place < lists.len() {
        lists[place] = NAMES[place].1;
        place += 1;
    }
    lists
};

/// A column with only this name can name the entities, if no other column does.
static WEAK_NAMES: WordList = WordList::of(&["name|names|nom|nombre|nome|название|الاسم|שם|नाम|名称"]);

/// Words in the name of a column with parts of countries.
static PARTS: WordList = WordList::of(&[
    "region|regions|province|provinces|state|states|county|counties|district|districts|department|subregion|\
     subdivision|territory|jurisdiction|locality|municipality|city|area|place|admin|bundesland|kanton|bezirk|gebiet|kreis|landkreis|stadt|\
     région|département|ville|canton|región|provincia|departamento|municipio|estado|ciudad|região|província|município|cidade|\
     регион|область|район|город|край|منطقة|المنطقة|محافظة|المحافظة|ولاية|مدينة|מחוז|אזור|עיר|राज्य|प्रांत|ज़िला|जिला|क्षेत्र|शहर|\
     地域|州|県|都道府県|市|省|省份|地区|城市",
]);

/// Words in the name of a column with groups of countries, which is no column of statuses.
static GROUPS: WordList = WordList::of(&[
    "continent|continents|region|regions|subregion|kontinent|erdteil|weltregion|région|continente|región|região|\
     континент|регион|قارة|منطقة|יבשת|אזור|महाद्वीप|क्षेत्र|大陸|地域|大洲|洲|地区",
]);

/// Cells that say nothing. The list of a person replaces it.
static SAY_NOTHING: WordList = WordList::of(&["n/a|na|#n/a|#ref!|#div/0!|#value!|#name?|#num!|#null!|\
     n.a.|nan|null|-|--|–|—|.|..|...|:|?|tbd|tba|tbc|unknown|unspecified|not specified|not stated|no data|not available|not applicable|\
     k. a.|k.a.|s/d|н/д"]);

/// Words for yes and for no.
static YES: WordList =
    WordList::of(&["yes|y|true|t|x|✓|✔|✅|ja|wahr|oui|vrai|sí|si|verdadero|sim|да|نعم|כן|हाँ|हां|はい|是|有"]);
static NO: WordList = WordList::of(&["no|n|false|f|✗|✘|❌|nein|falsch|non|faux|falso|não|nao|нет|لا|לא|नहीं|否"]);

/// Words in the place of an end, of a status that still holds.
static OPEN_ENDS: WordList = WordList::of(&[
    "present|the present|to present|to date|ongoing|on going|current|currently|now|today|still in force|in force|\
     still in effect|still active|active|open|open ended|open end|indefinite|indefinitely|permanent|until further notice|none|\
     continuing|no end|no end date|not ended|\
     heute|bis heute|laufend|andauernd|fortlaufend|unbefristet|aktuell|gegenwart|jetzt|in kraft|offen|dauerhaft|bis auf weiteres|\
     en cours|aujourd'hui|à ce jour|actuel|actuellement|présent|en vigueur|indéfini|indéterminé|permanent|toujours en vigueur|\
     actualidad|la actualidad|presente|actual|actualmente|en curso|vigente|en vigor|indefinido|hoy|hasta hoy|hasta la fecha|\
     atual|atualmente|em curso|em vigor|em andamento|até hoje|hoje|indeterminado|\
     настоящее время|по настоящее время|по н. в.|по н.в.|н. в.|н.в.|сейчас|сегодня|действует|бессрочно|продолжается|\
     حتى الآن|الآن|مستمر|مستمرة|جاري|جارية|ساري|سارية|اليوم|حتى اليوم|الحاضر|\
     היום|כיום|עד היום|עכשיו|נמשך|בתוקף|מתמשך|הווה|ללא הגבלה|\
     वर्तमान|अब तक|जारी|आज|आज तक|लागू|अभी|\
     現在|継続中|継続|今日|現行|施行中|有効|無期限|至今|现在|目前|持续中|进行中|有效|生效中|长期|永久|現時点",
]);

/// Words with which a row begins that adds up the others.
static TOTALS: WordList = WordList::of(&[
    "total|totals|grand total|sum|subtotal|gesamt|summe|insgesamt|total général|suma|soma|итого|всего|المجموع|合計|\
     总计",
]);

/// Words with which a line of notes begins.
static NOTES: WordList =
    WordList::of(&["source|sources|note|notes|quelle|quellen|anmerkung|hinweis|fuente|nota|fonte|источник|注|updated"]);

/// A name of a column as words in small letters: `CountryName` and `country_name` are "country name".
pub(crate) fn plain_name(name: &str) -> String {
    let mut plain = String::new();
    let mut before = ' ';
    for letter in name.chars() {
        let begins = letter.is_uppercase() && before.is_lowercase();
        if (begins || !is_of_word(letter)) && !plain.is_empty() && !plain.ends_with(' ') {
            plain.push(' ');
        }
        if is_of_word(letter) {
            plain.push(letter);
        }
        before = letter;
    }
    small(plain.trim_end())
}

fn is_of_word(letter: char) -> bool {
    // Vowel signs of Devanagari are marks, not letters.
    letter.is_alphanumeric() || ('\u{900}'..='\u{97f}').contains(&letter)
}

/// The roles that a name of a column speaks for: first those of the whole name, then those of its last and other words.
pub(crate) fn roles_of(name: &str) -> Vec<(Role, Fit)> {
    let plain = plain_name(name);
    let named = |word: &str| -> Vec<Role> { NAMED.all(word).map(|place| NAMES[place].0).collect() };
    let mut found: Vec<(Role, Fit)> = named(&plain).into_iter().map(|role| (role, Fit::Name)).collect();
    // "date_end" is "end date".
    let turned = plain.strip_prefix("date ").map(|rest| named(&format!("{rest} date")));
    found.extend(turned.into_iter().flatten().map(|role| (role, Fit::Name)));
    let words: Vec<&str> = plain.split(' ').filter(|word| word.len() > 2 || !word.is_ascii()).collect();
    if words.len() > 1 && words.len() < 6 {
        for word in words.iter().rev() {
            found.extend(named(word).into_iter().filter(|role| *role != Role::Ignore).map(|role| (role, Fit::Word)));
        }
    }
    if WEAK_NAMES.has(&plain) {
        found.push((Role::Entity, Fit::Word));
    }
    found
}

/// Whether a name of a column, or a word of it, is one of parts of countries.
pub(crate) fn is_named_as_part(name: &str) -> bool {
    let plain = plain_name(name);
    let words = plain.split(' ');
    // A code of a part stands beside its name.
    !words.clone().any(|word| word == "code")
        && words.clone().count() < 4
        && words.into_iter().any(|word| PARTS.has(word))
}

/// Words that number the columns of one kind.
static ORDINALS: WordList = WordList::of(&[
    "first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th|erster|erste|erstes|zweiter|zweite|zweites|dritter|\
     dritte|drittes|premier|première|deuxième|seconde|troisième|primer|primera|segundo|segunda|tercer|tercera|\
     primeiro|primeira|terceiro|terceira|первый|второй|третий",
]);

/// A name of a column without numbers and words for them: that of "Start 2" is "start".
pub(crate) fn without_number(name: &str) -> String {
    let plain = plain_name(name);
    let words = plain.split(' ').map(|word| word.trim_end_matches(|letter: char| letter.is_ascii_digit()));
    words.filter(|word| !word.is_empty() && !ORDINALS.has(word)).collect::<Vec<_>>().join(" ")
}

/// Whether a word in the name of a column is one of groups of countries, such as continents.
pub(crate) fn is_named_as_group(name: &str) -> bool {
    plain_name(name).split(' ').any(|word| GROUPS.has(word))
}

/// How well a name fits a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fit {
    /// The whole name.
    Name,
    /// One of its words.
    Word,
}

/// Whether a column name is one that the import knows.
pub(crate) fn is_known_name(name: &str) -> bool {
    roles_of(name).iter().any(|(_, fit)| *fit == Fit::Name) || WEAK_NAMES.has(&plain_name(name))
}

pub(crate) fn says_nothing(cell: &str) -> bool {
    SAY_NOTHING.has(&small(cell))
}

/// Whether a word means yes or no; `None` for other words.
pub(crate) fn truth(cell: &str) -> Option<bool> {
    let word = small(cell);
    if YES.has(&word) {
        Some(true)
    } else if NO.has(&word) {
        Some(false)
    } else {
        None
    }
}

/// Whether the cell of an end says that the status still holds.
pub(crate) fn is_open_end(cell: &str) -> bool {
    let lower = small(cell).replace(['-', '_'], " ");
    let plain = lower.trim().trim_matches(['.', '(', ')', '[', ']', '…', '*']);
    OPEN_ENDS.has(plain) || OPEN_ENDS.has(lower.trim())
}

/// Whether a cell begins a row of sums.
pub(crate) fn is_total(cell: &str) -> bool {
    TOTALS.has(&small(cell.trim_end_matches(':')))
}

/// Whether a cell begins a note below the table.
pub(crate) fn is_note(cell: &str) -> bool {
    let begin = small(cell.split([':', ' ', '：']).next().unwrap_or_default());
    cell.starts_with('*') || NOTES.has(&begin)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(name: &str) -> Option<Role> {
        roles_of(name).first().map(|(role, _)| *role)
    }

    #[test]
    fn names_of_columns_are_known_in_eleven_languages() {
        for (name, role) in [
            ("CountryName", Role::Entity),
            ("country_code", Role::Code),
            ("Land", Role::Entity),
            ("Quelle", Role::Source),
            ("Fecha", Role::Date),
            ("Страна", Role::Entity),
            ("الدولة", Role::Entity),
            ("תאריך", Role::Date),
            ("स्थिति", Role::Status),
            ("出典", Role::Source),
            ("国家", Role::Entity),
            ("Situação", Role::Status),
            ("Statut", Role::Status),
            ("styear", Role::Year),
            ("End Date", Role::End),
            ("Lockdown date", Role::Date),
            ("Status of certification", Role::Status),
            ("name", Role::Entity),
        ] {
            assert_eq!(first(name), Some(role), "{name}");
        }
        for name in ["", "Banned?", "C6_Stay at home", "2012"] {
            assert_eq!(first(name), None, "{name}");
        }
    }

    #[test]
    fn yes_and_no_are_known() {
        assert_eq!(["Yes", "TRUE", "нет", "No longer"].map(truth), [Some(true), Some(true), Some(false), None]);
    }

    #[test]
    fn words_for_an_open_end_are_known_in_eleven_languages() {
        for word in [
            "present",
            "Still in force",
            "open-ended",
            "heute",
            "en cours",
            "actualidad",
            "em vigor",
            "по настоящее время",
            "حتى الآن",
            "עד היום",
            "जारी",
            "継続中",
            "至今",
        ] {
            assert!(is_open_end(word), "{word}");
        }
        for word in ["2020", "banned", "", "lifted", "presently unknown"] {
            assert!(!is_open_end(word), "{word}");
        }
    }

    #[test]
    fn sums_and_notes_below_a_table_are_known() {
        assert!(is_total("Total") && is_total("Summe:") && !is_total("Togo"));
        assert!(is_note("Source: WHO") && is_note("* estimated") && !is_note("Sweden"));
    }
}
