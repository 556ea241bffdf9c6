import { readFileSync } from "node:fs";
import { join } from "node:path";

import { policies } from "../policy-pack/policies";
import { callsTable } from "./callsTable";
import { DOCS, llmsText, partsOf } from "./docs";
import { modelledTable } from "./modelledTable";
import { policyConfigSchema } from "./policyConfigSchema";
import { pageOf, policyPage, settingsTable } from "./policyPages";
import { inferSchema } from "./schema";
import { componentTables, fillIn, policiesTable } from "./tables";

const REPOSITORY = join(__dirname, "..");

/** A file that is derived from the code and kept in the repository, as it should be. */
export interface GeneratedFile {
    path: string;
    content: () => string | Promise<string>;
}

/** In the order in which they build on each other. */
export const GENERATED_FILES: GeneratedFile[] = [
    { path: join(REPOSITORY, "sdk", "schema.json"), content: inferSchema },
    {
        path: join(REPOSITORY, "policy-pack", "policy-config.schema.json"),
        content: () => policyConfigSchema(policies),
    },
    withTables(join("sdk", "README.md")),
    withTables(join("policy-pack", "README.md")),
    { path: join(REPOSITORY, "llms.txt"), content: llmsText },
    ...DOCS.map((file) => filled(file, partsOf)),
    withTables(join("simulated-aws", "README.md")),
    ...policies.map((policy) => {
        const path = join(REPOSITORY, "policy-pack", pageOf(policy));
        return { path, content: () => policyPage(policy, path) };
    }),
];

function withTables(file: string): GeneratedFile {
    return filled(file, () => ({
        policies: () => policiesTable(policies),
        settings: () => settingsTable(policies),
        modelled: modelledTable,
        calls: callsTable,
        ...componentTables(),
    }));
}

/** A page with places for what is derived from the code. */
function filled(
    file: string,
    partsOf: (page: string) => { [mark: string]: () => string },
): GeneratedFile {
    const path = join(REPOSITORY, file);
    const content = (): string => {
        const page = readFileSync(path, "utf-8");
        return fillIn(page, partsOf(page));
    };
    return { path, content };
}
