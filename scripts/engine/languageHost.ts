import { existsSync } from "node:fs";
import * as path from "node:path";

import type { PulumiCommand } from "@pulumi/pulumi/automation";

/** Whether a CLI can run programs in a language whose host it does not always bring along. */
export function hasLanguageHost(cli: PulumiCommand, language: string): boolean {
    const folders = [path.dirname(cli.command), ...(process.env.PATH ?? "").split(path.delimiter)];
    return folders.some((folder) => existsSync(path.join(folder, `pulumi-language-${language}`)));
}
