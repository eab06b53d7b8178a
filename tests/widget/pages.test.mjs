/** Every claim about the element as a guest of strange pages. */

import "./hosts/sheets.mjs";
import "./hosts/boxes.mjs";
import "./hosts/scaled.mjs";
import "./hosts/paper.mjs";
