import { table } from "../tables";
import { consumerRights } from "./consumer";
import { endpointSetRights } from "./endpointSet";
import { inboundDnsRights } from "./inboundDns";
import { policyOf, type Right, type RightsOf, type Use } from "./right";
import { shareRights } from "./share";

/** The rights of all components, in the order of the documentation. */
export const RIGHTS: RightsOf[] = [
    ...endpointSetRights,
    ...shareRights,
    ...consumerRights,
    ...inboundDnsRights,
];

/** What a use is called in the table. */
const USES: { [use in Use]: string } = {
    look: "preview, deploy",
    optional: "optional",
    read: "preview with `--refresh`, deploy",
    write: "deploy",
};

/** Policies that are made of rights, by what they let a deployer do. */
const POLICIES: { [title: string]: Use[] } = {
    "To deploy, change, refresh and destroy": ["look", "read", "write"],
    "To preview only": ["look", "read"],
    "Optional, with either": ["optional"],
};

/** The policies of each component, by the mark of its place on the page. */
export function rightsParts(): { [mark: string]: () => string } {
    const components = [...new Set(RIGHTS.map(({ component }) => component))];
    return Object.fromEntries(
        components.map((component) => [`rights ${component}`, () => sectionsOf(component)]),
    );
}

function sectionsOf(component: string): string {
    return RIGHTS.filter((each) => each.component === component)
        .map(sectionOf)
        .join("\n\n");
}

function sectionOf({ when, rights }: RightsOf): string {
    const rows = rights.map(({ sid, use, reason }) => [`\`${sid}\``, USES[use], reason]);
    const policies = Object.entries(POLICIES).flatMap(([title, uses]) => {
        const chosen = rights.filter(({ use }) => uses.includes(use));
        return chosen.length === 0 ? [] : [`${title}:`, jsonOf(chosen)];
    });
    return [`### ${when}`, table(["Statement", "For", "Why"], rows), ...policies].join("\n\n");
}

function jsonOf(rights: Right[]): string {
    return `\`\`\`json\n${JSON.stringify(policyOf(rights), undefined, 2)}\n\`\`\``;
}
