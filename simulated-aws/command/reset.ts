import * as fs from "node:fs";

import { findHome, takeHome } from "./home";

/** Removes the world of the project and the stacks on it; says what it did. */
export function reset(): string {
    const home = findHome();
    if (!fs.existsSync(home.folder)) {
        return `there is no ${home.folder}`;
    }
    takeHome(home);
    fs.rmSync(home.folder, { recursive: true, force: true });
    return `removed ${home.folder}`;
}
