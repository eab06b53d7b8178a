/** The form for frames: heights in every protocol, commands and events, and whom it listens to. */

import "./frame/heights.mjs";
import "./frame/commands.mjs";
import "./frame/published.mjs";
import "./frame/ground.mjs";
