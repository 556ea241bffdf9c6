import { createRequire } from "node:module";

import type { Ground, Refused } from "../../refusals/refusal";

// The engine runs a copy of this folder, so the table is named by its place.
const { REFUSALS_FILE = "", GROUND = "{}", COMPONENT = "", REFUSAL = "" } = process.env;
const { REFUSED } = createRequire(__filename)(REFUSALS_FILE) as {
    REFUSED: { [component: string]: Refused };
};

const refused = REFUSED[COMPONENT];
refused?.program(JSON.parse(GROUND) as Ground, refused.refusals[REFUSAL]?.change);
