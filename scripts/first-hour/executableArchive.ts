import * as path from "node:path";

import { buildArchive } from "../executable/buildExecutable";
import type { Hour } from "./hour";
import { installNode } from "./node";

/** Makes the archive of the executable plugin, with the Node.js that a release puts into it. */
export async function executableArchive(hour: Hour): Promise<string> {
    const { PATH } = await installNode(hour, "24");
    const [bin = ""] = PATH.split(path.delimiter);
    return buildArchive(path.join(bin, "node"), hour.folder());
}
