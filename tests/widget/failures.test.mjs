/** Each way that loading fails: readers keep the fallback and get one line, the page hears why and what to change. */

import "./failures/files.mjs";
import "./failures/policies.mjs";
import "./failures/integrity.mjs";
