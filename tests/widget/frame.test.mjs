/** The page for frames: heights in every protocol, commands and events, and with whom it communicates. */

import "./frame/heights.mjs";
import "./frame/commands.mjs";
import "./frame/published.mjs";
import "./frame/ground.mjs";
