import type { Case, Example } from "../../support/example";
import { REGION, vpc, zone, zoneAssociation } from "../../support/resources";
import { outputOf } from "../../support/testResource";

/** A zone that a second VPC is associated with, and that names a VPC itself or not. */
function associated(namesOwn: boolean): Case {
    const own = vpc({}, { name: "hub-vpc" });
    const other = vpc({ cidrBlock: "10.1.0.0/16" }, { name: "tools-vpc" });
    const hosted = zone({
        name: `eks-auth.${REGION}.api.aws`,
        vpcs: namesOwn ? [{ vpcId: outputOf(own) }] : undefined,
    });
    const association = zoneAssociation({
        zoneId: outputOf(hosted, "zoneId"),
        vpcId: outputOf(other),
    });
    return { resources: [own, other, hosted, association] };
}

export const example: Example = {
    about: "zone",
    shown: ["association"],
    wrong: () => associated(false),
    right: () => associated(true),
};
