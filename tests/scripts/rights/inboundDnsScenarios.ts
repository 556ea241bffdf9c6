import { EksEndpointSet, EksInboundDns } from "eks-privatelink";

import { createWorld, type World } from "../../../simulated-aws/index";
import { listOf, patch, theOne } from "../../engine/drifts";
import { createNetwork } from "../../support/network";
import { Deployer, example, REGION } from "./deployer";
import { inboundDnsGrants, setGrants } from "./grants";
import { beginning, change, END, repair } from "./phases";
import { placesOf } from "./places";
import type { Scenario } from "./scenario";

/** A hand changes the protocols of the Resolver endpoint, and lets its group out. */
function meddle(world: World): void {
    patch(world, "resolverEndpoints", theOne(world, "resolverEndpoints"), { protocols: ["DoH"] });
    const rule = listOf(world, "securityGroupRules").find(({ description }) =>
        description.startsWith("DNS"),
    );
    if (rule !== undefined) {
        const id = "sgr-0dddddddddddddddd";
        patch(world, "securityGroupRules", { ...rule, id }, { isEgress: true, description: "" });
    }
}

/** Endpoints that networks outside AWS ask for by inbound DNS, from the example `on-premises`. */
export async function inboundDns(): Promise<Scenario> {
    const zones = ["a", "b", "c"];
    const network = await createNetwork({ world: createWorld(), region: REGION, zones });
    const { world, vpcId, subnetIds } = network;
    const two = subnetIds.slice(0, 2);
    const first = example("on-premises", {
        vpcId,
        subnetIds: two,
        clientCidrBlocks: ["192.168.0.0/16"],
        dnsServerCidrBlocks: ["192.168.7.0/24"],
    });
    const other = () => {
        const { connection } = new EksEndpointSet("eks", {
            vpcId,
            subnetIds: two,
            ingress: { cidrBlocks: ["192.168.0.0/16"] },
        });
        return new EksInboundDns("eks-dns", {
            vpcId,
            subnetIds,
            connection: connection as unknown,
            ingress: { cidrBlocks: ["192.168.7.0/24", "192.168.8.0/24"] },
            tags: { team: "network" },
        });
    };
    const places = { "vpc-id": vpcId, "subnet-id": subnetIds };
    const own = inboundDnsGrants(placesOf("eks-dns", places));
    return {
        grants: [...setGrants(placesOf("eks", places), "log group"), ...own],
        proven: own,
        deployer: new Deployer({ world, pending: new Set() }),
        phases: [...beginning(first), ...change(first, other), repair(first, meddle), END],
    };
}
