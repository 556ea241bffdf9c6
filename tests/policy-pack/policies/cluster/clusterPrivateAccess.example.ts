import type { Case, Example } from "../../support/example";
import { cluster } from "../../support/resources";

function withAccess(endpointPrivateAccess: boolean): Case {
    return { resources: [cluster({ endpointPrivateAccess, endpointPublicAccess: true })] };
}

export const example: Example = {
    about: "cluster",
    wrong: () => withAccess(false),
    right: () => withAccess(true),
};
