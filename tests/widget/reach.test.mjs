/** All claims about using the figure without sight, mouse, colour or a large screen, in one browser. */

import "./reach/range.mjs";
import "./reach/typing.mjs";
import "./reach/turned.mjs";
import "./reach/said.mjs";
import "./reach/tooltip.mjs";
import "./reach/fingers.mjs";
import "./reach/focus.mjs";
import "./reach/room.mjs";
import "./reach/forced.mjs";
