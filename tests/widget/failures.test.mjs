/**
 * Each way in which loading fails: readers keep the fallback and see one line, and the page receives the cause and
 * advice.
 */

import "./failures/files.mjs";
import "./failures/policies.mjs";
import "./failures/integrity.mjs";
import "./failures/data.mjs";
import "./failures/supplement.mjs";
import "./failures/transport.mjs";
import "./failures/page.mjs";
import "./failures/offline.mjs";
import "./failures/worker.mjs";
import "./failures/memory.mjs";
import "./failures/document.mjs";
