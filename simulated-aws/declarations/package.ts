import * as fs from "node:fs";
import * as path from "node:path";

/** The copy of `@pulumi/aws` whose declarations say which types exist. */
export interface DeclaredPackage {
    folder: string;
    version: string;
}

let found: { from: string; package: DeclaredPackage | undefined } | undefined;

/** The program's own copy of `@pulumi/aws`, else the one beside this package; undefined where there is none. */
export function findDeclarations(): DeclaredPackage | undefined {
    const from = process.cwd();
    if (found?.from !== from) {
        found = { from, package: look([from, __dirname]) };
    }
    return found.package;
}

function look(places: string[]): DeclaredPackage | undefined {
    for (const place of places) {
        for (let folder = place; ; folder = path.dirname(folder)) {
            const candidate = path.join(folder, "node_modules", "@pulumi", "aws");
            const manifest = path.join(candidate, "package.json");
            if (fs.existsSync(manifest)) {
                const { version } = JSON.parse(fs.readFileSync(manifest, "utf8")) as {
                    version: string;
                };
                return { folder: candidate, version };
            }
            if (path.dirname(folder) === folder) {
                break;
            }
        }
    }
    return undefined;
}

/** Text of a declaration file such as `eks/cluster`; undefined where the package has none. */
export function declarationText({ folder }: DeclaredPackage, place: string): string | undefined {
    const file = path.join(folder, `${place}.d.ts`);
    return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : undefined;
}
