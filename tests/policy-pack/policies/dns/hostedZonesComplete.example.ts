import { compliant, type Example } from "../../support/example";
import { EKS_HOSTS, zonesFor } from "../../support/resources";

function withZones(hosts: string[]): ReturnType<typeof compliant> {
    return compliant({ endpoint: { privateDnsEnabled: false } }, (stack) =>
        zonesFor(stack.endpoint, stack.vpc, { hosts }),
    );
}

export const example: Example = {
    about: "eks",
    shown: ["zone-0", "zone-0-a"],
    wrong: () => withZones(EKS_HOSTS.slice(0, 1)),
    right: () => withZones(EKS_HOSTS),
};
