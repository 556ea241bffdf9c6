import type { Case, Example } from "../../support/example";
import { cluster } from "../../support/resources";

function withAccess(endpointPrivateAccess: boolean): Case {
    const subnetIds = ["subnet-0123", "subnet-0456"];
    return {
        resources: [cluster({ subnetIds, endpointPrivateAccess, endpointPublicAccess: true })],
    };
}

export const example: Example = {
    about: "cluster",
    wrong: () => withAccess(false),
    right: () => withAccess(true),
};
