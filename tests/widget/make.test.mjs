/** The make page: from sheets as people keep them to files that are published, all in the browser. */

import "./make/sheets.mjs";
import "./make/repairs.mjs";
import "./make/drafts.mjs";
import "./make/publishing.mjs";
import "./make/reach.mjs";
import "./make/refusals.mjs";
import "./make/languages.mjs";
import "./make/from-disk.mjs";
