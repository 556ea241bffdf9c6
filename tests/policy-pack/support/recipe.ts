import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import type { Example } from "./example";

/** The root of the repository. */
export const REPOSITORY = join(__dirname, "..", "..", "..");

/** A policy by its ID, with the area that its file stands in. */
export interface Placed {
    name: string;
    area: string;
}

/** A policy by its ID, in the area whose folder has its file. */
export function placePolicy(name: string): Placed | undefined {
    const policies = join(REPOSITORY, "policy-pack", "policies");
    const areas = readdirSync(policies, { withFileTypes: true }).filter((each) =>
        each.isDirectory(),
    );
    const area = areas.find((each) =>
        existsSync(join(policies, each.name, `${toFileName(name)}.ts`)),
    );
    return area && { name, area: area.name };
}

/** The files of a policy, as the list in CONTRIBUTING.md names them. */
export function filesOf({ name, area }: Placed): string[] {
    return readRecipe().map((file) =>
        file
            .replaceAll("<area>", area)
            .replaceAll("<policy>", toFileName(name))
            .replaceAll("<policy-id>", name),
    );
}

/** Files that the recipe asks for and that are missing or do not name the policy, each with what to do. */
export function findGaps(placed: Placed, read: (file: string) => string | undefined): string[] {
    return filesOf(placed).flatMap((file) => {
        const text = read(file);
        const isNamed = file.includes(placed.name) || file.includes(toFileName(placed.name));
        if (text === undefined) {
            return [`${file} is missing (CONTRIBUTING.md, "Add a policy")`];
        }
        return isNamed || text.includes(placed.name) || text.includes(toFileName(placed.name))
            ? []
            : [`${file} does not name ${placed.name} (CONTRIBUTING.md, "Add a policy")`];
    });
}

/** A file of the repository; undefined where there is none. */
export function readFile(file: string): string | undefined {
    const path = join(REPOSITORY, file);
    return existsSync(path) ? readFileSync(path, "utf-8") : undefined;
}

/** The example of a policy; undefined where its file is missing. */
export function findExample(name: string): Example | undefined {
    const area = placePolicy(name)?.area ?? "";
    const file = join(__dirname, "..", "policies", area, `${toFileName(name)}.example.ts`);
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- which files there are is for a test to say
    return existsSync(file) ? (require(file) as { example: Example }).example : undefined;
}

/** The files that CONTRIBUTING.md lists under "Add a policy". */
function readRecipe(): string[] {
    const text = readFile("CONTRIBUTING.md") ?? "";
    const [, section = ""] = /^## Add a policy\n([\s\S]*?)^## /m.exec(text) ?? [];
    return [...section.matchAll(/^\d+\. `([^`]+)`/gm)].map(([, file]) => file ?? "");
}

function toFileName(name: string): string {
    return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
