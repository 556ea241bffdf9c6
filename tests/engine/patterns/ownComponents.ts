import { EksEndpointSet, EksEndpointShare, type ShareMethod } from "eks-privatelink";

import { createNetwork } from "../network";
import { ORGANIZATION } from "./parts";

/** The components of this repository, beside which no other pattern is needed. */
export function ownComponents(method: ShareMethod, spoke: { vpcId: string; account: string }) {
    const { vpc, vpcId, subnetIds } = createNetwork("hub");
    const { connection } = new EksEndpointSet("eks", {
        vpcId,
        subnetIds,
        privateDnsEnabled: false,
        ingress: { cidrBlocks: [vpc.cidrBlock, "10.50.0.0/16"] },
        endpointPolicy: { organizationIds: [ORGANIZATION] },
    });
    new EksEndpointShare("share", {
        connection,
        method,
        consumers: { orders: { vpcId: spoke.vpcId, accountId: spoke.account } },
    });
}
