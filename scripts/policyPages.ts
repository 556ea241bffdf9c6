import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import type { Policies } from "@pulumi/policy";
import { format, resolveConfig } from "prettier";

import type { Case, Example } from "../tests/policy-pack/support/example";
import { findExample } from "../tests/policy-pack/support/recipe";
import { writeExample } from "./exampleCode";
import { fillIn, table } from "./tables";

type Policy = Policies[number];

/** Where the page of a policy stands, from the folder of the pack. */
export function pageOf({ name }: Policy): string {
    return join("docs", `${name}.md`);
}

/** The page of a policy as it should be: what is written by hand stays, and the rest comes from the code. */
export async function policyPage(policy: Policy, path: string): Promise<string> {
    const text = existsSync(path) ? readFileSync(path, "utf-8") : newPage(policy);
    const filled = fillIn(text, {
        policy: () => aboutPolicy(policy),
        settings: () => settingsOf(policy),
        example: () => exampleOf(policy, findExample(policy.name)),
    });
    return format(filled, { ...(await resolveConfig(path)), parser: "markdown" });
}

/** The settings of all policies that have some, with their defaults. */
export function settingsTable(policies: Policies): string {
    const rows = policies.flatMap((policy) =>
        ownSettings(policy).map((row) => [`[\`${policy.name}\`](${pageOf(policy)})`, ...row]),
    );
    return table(["Policy", "Setting", "Type", "Default", "Meaning"], rows);
}

function newPage({ name }: Policy): string {
    return [
        `# ${name}`,
        ...marked("policy"),
        "## Why",
        "",
        "## Settings",
        ...marked("settings"),
        "## Example",
        ...marked("example"),
    ].join("\n\n");
}

function marked(part: string): string[] {
    return [`<!-- ${part} -->`, `<!-- /${part} -->`];
}

function aboutPolicy(policy: Policy): string {
    const { description, enforcementLevel, severity, remediationSteps, framework } = policy;
    const asked = framework && `Also asked by ${framework.name}, ${framework.reference}.`;
    return [
        description,
        `Level: ${enforcementLevel}. Severity: ${severity}.`,
        ...("remediateResource" in policy ? ["It takes the level `remediate` too."] : []),
        `**What to do.** ${remediationSteps}`,
        ...(asked === undefined ? [] : [asked]),
    ].join("\n\n");
}

function settingsOf(policy: Policy): string {
    const rows = ownSettings(policy);
    const exemptions =
        "`exemptions`: a list of `{ resource, reason, expires }`, as for every policy; empty by default.";
    return rows.length === 0
        ? exemptions
        : `${table(["Setting", "Type", "Default", "Meaning"], rows)}\n\n${exemptions}`;
}

function ownSettings({ configSchema }: Policy): string[][] {
    const own = Object.entries(configSchema?.properties ?? {}).filter(
        ([key]) => key !== "exemptions",
    );
    return own.map(([key, schema]) => [
        `\`${key}\``,
        schema.type === "array" ? "list of strings" : String(schema.type),
        `\`${JSON.stringify(schema.default)}\``,
        schema.description ?? "",
    ]);
}

function exampleOf({ enforcementLevel }: Policy, example: Example | undefined): string {
    if (example === undefined) {
        return "";
    }
    const code = writeExample(example);
    const [wrong, right] = [example.wrong(), example.right()];
    const isOff = enforcementLevel === "disabled";
    return [
        ...(isOff ? ["With this policy switched on, for it is disabled by default."] : []),
        ...(code.others.length === 0 ? [] : [describeOthers(code.others)]),
        "Wrong:",
        ...side(code.wrong, wrong),
        "Right:",
        ...side(code.right, right),
    ].join("\n\n");
}

function describeOthers(names: string[]): string {
    return `Of the same program, and in order: ${names.map((name) => `\`${name}\``).join(", ")}.`;
}

function side(code: string, { config }: Case): string[] {
    return [
        ...(code === "" ? [] : [fenced("ts", code)]),
        ...(config === undefined ? [] : [fenced("json", JSON.stringify(config, undefined, 4))]),
    ];
}

function fenced(language: string, code: string): string {
    return ["```" + language, code, "```"].join("\n");
}
