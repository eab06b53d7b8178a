/** The English words of script and supplement. */

import { LATER } from "../../www/i18n/later-words.js";
import { ENGLISH, Words } from "../../www/i18n/words.js";

export const words = new Words();
words.speak("en", { ...ENGLISH, ...LATER });
