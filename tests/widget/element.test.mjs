/** All claims about the element in one browser, because starting a browser takes longer than most of them. */

import "./element/start.mjs";
import "./element/drag.mjs";
import "./element/date.mjs";
import "./element/playback.mjs";
import "./element/motion.mjs";
import "./element/compare.mjs";
import "./element/tour.mjs";
import "./element/share.mjs";
import "./element/tiles.mjs";
import "./element/attributes.mjs";
import "./element/groups.mjs";
import "./element/notes.mjs";
import "./element/evidence.mjs";
import "./element/times.mjs";
import "./element/loading.mjs";
import "./element/checker.mjs";
import "./element/life.mjs";
import "./element/look.mjs";
import "./element/colors.mjs";
import "./element/spoken.mjs";
