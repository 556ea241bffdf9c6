import type { Case, Example } from "../../support/example";
import { compliantNetwork, HTTPS_FROM_VPC, prefixList, stackOf } from "../../support/resources";
import { outputOf } from "../../support/testResource";

/** An endpoint whose group names a prefix list that may grow so long. */
function withList(maxEntries: number): Case {
    const clients = prefixList({
        name: "clients",
        maxEntries,
        entries: [{ cidr: "10.1.0.0/16", description: "spokes" }],
    });
    const network = compliantNetwork({
        group: {
            ingress: [
                { ...HTTPS_FROM_VPC, cidrBlocks: undefined, prefixListIds: [outputOf(clients)] },
            ],
        },
    });
    return { resources: stackOf(network, clients) };
}

export const example: Example = {
    about: "endpoints",
    wrong: () => withList(100),
    right: () => withList(60),
};
