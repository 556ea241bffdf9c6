import { writeFileSync } from "node:fs";

import { GENERATED_FILES } from "./generated";

// Writes what is derived from the code and kept in the repository; a test compares it.
async function generate(): Promise<void> {
    for (const { path, content } of GENERATED_FILES) {
        writeFileSync(path, await content());
    }
}

void generate();
