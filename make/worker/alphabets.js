/** The letters of languages beyond ASCII, by the encodings in which they were written before Unicode. */

const RUSSIAN = "абвгдежзийклмнопрстуфхцчшщъыьэюяё";

/** @type {Record<string, string[]>} */
export const ALPHABETS = {
  "windows-1252": [
    "àâæçéèêëîïôœùûüÿ",
    "äöüßé",
    "áéíñóúüçàèòï¿¡",
    "ãâáàçéêíóôõúü",
    "àèéìòù",
    "éëïóöèüç",
    "åäöé",
    "æøåéöä",
    "áéíóúýþæöð",
    // Sheets of countries: Côte d'Ivoire, São Tomé, Curaçao, Åland, Türkiye.
    "çéèêëãåôíóáüöïñ",
  ],
  "windows-1250": ["ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "ăâîşţșț", "čćđšž"],
  "windows-1251": [RUSSIAN, `${RUSSIAN}іїєґ`, "абвгдежзијклљмнњопрстћуфхцчџшђ", "абвгдежзийклмнопрстуфхцчшщъьюя"],
  "KOI8-R": [RUSSIAN],
  "windows-1253": ["αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋ"],
  "windows-1254": ["çğıöşüâîİ"],
  "windows-1255": ["אבגדהוזחטיךכלםמןנסעףפץצקרשת"],
  "windows-1256": ["ابتثجحخدذرزسشصضطظعغفقكلمنهويىءآأؤإئةپچژگک"],
  "windows-1257": ["ąčęėįšųūž", "āčēģīķļņšūž", "äõöüšž"],
};

/** The most frequent letters of Russian; they are also frequent in its relatives. */
export const COMMON_CYRILLIC = "оеаинтсрвлкі";

/** Marks that texts in many languages have. */
export const MARKS = "–—‘’“”„«»…°§€£™©®·•½²№\u00a0";
