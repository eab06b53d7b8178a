/** All claims about the element on unusual pages. */

import "./hosts/sheets.mjs";
import "./hosts/boxes.mjs";
import "./hosts/scaled.mjs";
import "./hosts/paper.mjs";
