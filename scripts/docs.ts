import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { VPCS_PER_PROFILE, VPCS_PER_ZONE } from "../sdk/domain/limits";
import { findMonthlyCost } from "../sdk/domain/prices";
import { DEFAULT_SERVICES } from "../sdk/domain/services";
import { rightsParts } from "./rights/page";
import { EXAMPLE_LANGUAGES, exampleIn } from "./schema/examples";
import { table } from "./tables";

const REPOSITORY = join(__dirname, "..");

/** Numbers of VPCs that the costs are shown for. */
const VPCS = [1, 10, 100, 300];

const REGION = "us-east-1";
const ZONES = 2;

/** Pages of the documentation, from the root of the repository. */
export const DOCS = readdirSync(join(REPOSITORY, "docs"), { recursive: true, encoding: "utf-8" })
    .filter((file) => file.endsWith(".md"))
    .sort()
    .map((file) => join("docs", file));

/** What a page says by itself: programs of examples, costs, and the rights of a deployer. */
export function partsOf(page: string): { [mark: string]: () => string } {
    const marks = [...page.matchAll(/^<!-- ((program|languages) (\S+)) -->$/gm)];
    return {
        costs,
        ...rightsParts(),
        ...Object.fromEntries(
            marks.map(([, mark = "", kind, name = ""]) => [
                mark,
                () => (kind === "program" ? programIn(name) : inLanguages(name)),
            ]),
        ),
    };
}

function programIn(folder: string): string {
    return `\`\`\`ts\n${readFileSync(join(REPOSITORY, folder, "index.ts"), "utf-8")}\`\`\``;
}

/** An example in every language, in the form in which the Registry shows the one that a reader chose. */
function inLanguages(example: string): string {
    const choices = EXAMPLE_LANGUAGES.map((language) =>
        [
            `{{% choosable language ${language} %}}`,
            exampleIn(language, example),
            "{{% /choosable %}}",
        ].join("\n\n"),
    );
    return [
        `{{< chooser language "${EXAMPLE_LANGUAGES.join(",")}" >}}`,
        ...choices,
        "{{< /chooser >}}",
    ].join("\n\n");
}

/** What endpoints cost a month in every VPC, and in a hub, which does not depend on their number. */
function costs(): string {
    const ofOneVpc = findMonthlyCost(REGION, DEFAULT_SERVICES.length * ZONES) ?? NaN;
    const rows = VPCS.map((vpcs) => [
        String(vpcs),
        `${(vpcs * ofOneVpc).toFixed(2)} USD`,
        `${ofOneVpc.toFixed(2)} USD`,
        // The hub's own VPC is in its zones and profile too.
        vpcs < VPCS_PER_ZONE
            ? "`hostedZones`, `profile`"
            : vpcs < VPCS_PER_PROFILE
              ? "`profile`"
              : "",
    ]);
    return table(["VPCs", "Endpoints in each", "Endpoints in a hub", "Methods with room"], rows);
}

/** Pages beside `docs` that a model needs to write programs with the packages. */
const REFERENCES: { [file: string]: string } = {
    "sdk/README.md": "every argument and output of the components",
    "policy-pack/README.md": "every policy, its level, settings and exemptions",
    "sdk/schema.json": "the components' schema, with an example of each in every language",
    "sdk/connection/connection.schema.json": "what goes from a hub's stack to its spokes",
    "CHANGELOG.md": "what changed",
};

/** llms.txt: where to read what, for models; its form is that of https://llmstxt.org. */
export function llmsText(): string {
    const line = (file: string, words: string): string => `- [${file}](${file}): ${words}`;
    return [
        "# eks-privatelink",
        "> Pulumi components that put Amazon EKS behind AWS PrivateLink (interface endpoints, private DNS, endpoint policies, flow logs, sharing with other accounts), and a policy pack that stops unsafe EKS endpoints.",
        "## Docs",
        DOCS.map((file) => line(file, titleOf(file))).join("\n"),
        "## Reference",
        Object.entries(REFERENCES)
            .map(([file, words]) => line(file, words))
            .join("\n"),
        "",
    ]
        .join("\n\n")
        .replace(/\n+$/, "\n");
}

function titleOf(file: string): string {
    const text = readFileSync(join(REPOSITORY, file), "utf-8");
    return /^(?:title:|#) (.+)$/m.exec(text)?.[1] ?? file;
}
