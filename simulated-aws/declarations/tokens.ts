import * as fs from "node:fs";
import * as path from "node:path";

import { type DeclaredPackage, findDeclarations } from "./package";

/** Every resource type and function that the program's `@pulumi/aws` declares, by token. */
export function declaredTokens(): { resources: string[]; functions: string[] } {
    const from = findDeclarations();
    if (from === undefined) {
        return { resources: [], functions: [] };
    }
    const modules = fs
        .readdirSync(from.folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !["types", "node_modules"].includes(entry.name))
        .map(({ name }) => name);
    const tokens = ["", ...modules].flatMap((module) => tokensIn(from, module));
    return {
        resources: tokens.filter((token) => !isFunction(token)),
        functions: tokens.filter(isFunction),
    };
}

function isFunction(token: string): boolean {
    return /:get[A-Z]\w*$/.test(token);
}

function tokensIn({ folder }: DeclaredPackage, module: string): string[] {
    const place = path.join(folder, module);
    return fs
        .readdirSync(place)
        .filter((file) => file.endsWith(".d.ts") && file !== "index.d.ts")
        .flatMap((file) => {
            const text = fs.readFileSync(path.join(place, file), "utf8");
            const [, name] =
                /^export declare (?:class (\w+) extends pulumi\.CustomResource|function (?:get\w+)\()/m.exec(
                    text,
                ) ?? [];
            const base = path.basename(file, ".d.ts");
            const isGetter =
                name === undefined && text.includes(`export declare function ${base}(`);
            const last = name ?? (isGetter ? base : undefined);
            return last === undefined ? [] : [`aws:${module || "index"}/${base}:${last}`];
        });
}
