import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

import * as recipe from "../../support/recipe";
import type { Example } from "./example";

/** A policy by its ID, with the area that its file stands in. */
export interface Placed {
    name: string;
    area: string;
}

/** A policy by its ID, in the area whose folder has its file. */
export function placePolicy(name: string): Placed | undefined {
    const policies = join(recipe.REPOSITORY, "policy-pack", "policies");
    const areas = readdirSync(policies, { withFileTypes: true }).filter((each) =>
        each.isDirectory(),
    );
    const area = areas.find((each) =>
        existsSync(join(policies, each.name, `${toFileName(name)}.ts`)),
    );
    return area && { name, area: area.name };
}

/** The files of a policy, as the list in CONTRIBUTING.md names them. */
export function filesOf(placed: Placed): string[] {
    return recipe.filesOf(recipeOf(placed));
}

/** Files that the recipe asks for and that are missing or do not name the policy, each with what to do. */
export function findGaps(placed: Placed, read?: (file: string) => string | undefined): string[] {
    return recipe.findGaps(recipeOf(placed), [placed.name, toFileName(placed.name)], read);
}

/** The example of a policy; undefined where its file is missing. */
export function findExample(name: string): Example | undefined {
    const area = placePolicy(name)?.area ?? "";
    const file = join(__dirname, "..", "policies", area, `${toFileName(name)}.example.ts`);
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- which files there are is for a test to say
    return existsSync(file) ? (require(file) as { example: Example }).example : undefined;
}

function recipeOf({ name, area }: Placed): recipe.Recipe {
    const places = { area, policy: toFileName(name), "policy-id": name };
    return { title: "Add a policy", places };
}

function toFileName(name: string): string {
    return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
