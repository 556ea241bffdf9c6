import { EksEndpointSet, EksEndpointShare, type ShareMethod } from "eks-privatelink";

import { createWorld, DEFAULT_ACCOUNT } from "../../../simulated-aws/index";
import { patch, theOne } from "../../engine/drifts";
import { createNetwork } from "../../support/network";
import { Deployer, example, REGION } from "./deployer";
import { setGrants, shareGrants } from "./grants";
import { beginning, change, END, findLost, repair } from "./phases";
import { placesOf } from "./places";
import type { Scenario } from "./scenario";

const ORGANIZATION = "o-a1b2c3d4e5";

/** Account of the consumer that is not the hub's own. */
export const ORDERS = "222233334444";

/** A hub's network, one of its own account and one of another, in one organisation. */
export async function createNetworks() {
    const organizationId = ORGANIZATION;
    const world = createWorld({
        accounts: { [DEFAULT_ACCOUNT]: { organizationId }, [ORDERS]: { organizationId } },
    });
    const place = { world, region: REGION };
    const hub = await createNetwork({ ...place, prefix: "10.0" });
    const own = await createNetwork({ ...place, prefix: "10.20" });
    const orders = await createNetwork({ ...place, prefix: "10.30", account: ORDERS });
    world.routes = [{ vpcIds: [hub.vpcId, own.vpcId, orders.vpcId] }];
    return { world, hub, own, orders };
}

type Networks = Awaited<ReturnType<typeof createNetworks>>;

/** The example `hub`, with both consumers. */
export function hubExample({ hub, own, orders }: Networks, method: ShareMethod) {
    return example("hub", {
        vpcId: hub.vpcId,
        subnetIds: hub.subnetIds,
        clientCidrBlocks: ["10.0.0.0/8"],
        organizationId: ORGANIZATION,
        consumers: {
            own: { vpcId: own.vpcId },
            orders: { vpcId: orders.vpcId, accountId: ORDERS },
        },
        method,
    });
}

/** The same with a tag more. */
function taggedHub({ hub, own, orders }: Networks, method: ShareMethod) {
    return () => {
        const endpoints = new EksEndpointSet("eks", {
            vpcId: hub.vpcId,
            subnetIds: hub.subnetIds,
            privateDnsEnabled: false,
            ingress: { cidrBlocks: ["10.0.0.0/8"] },
            endpointPolicy: { organizationIds: [ORGANIZATION] },
        });
        return new EksEndpointShare("share", {
            connection: endpoints.connection as unknown,
            consumers: {
                own: { vpcId: own.vpcId },
                orders: { vpcId: orders.vpcId, accountId: ORDERS },
            },
            method: method,
            tags: { team: "network" },
        });
    };
}

async function hubWith(method: ShareMethod, lost: string[]): Promise<Scenario> {
    const networks = await createNetworks();
    const { world, hub, own, orders } = networks;
    const places = {
        "vpc-id": hub.vpcId,
        "subnet-id": hub.subnetIds,
        "consumer-vpc-id": [own.vpcId, orders.vpcId],
        "consumer-region": REGION,
    };
    const shared = shareGrants(placesOf("share", places), method);
    const first = hubExample(networks, method);
    return {
        grants: [...setGrants(placesOf("eks", places), "log group"), ...shared],
        proven: method === "profile" ? shared.slice(1) : shared,
        deployer: new Deployer({ world, pending: new Set() }),
        phases: [
            ...beginning(first),
            ...change(first, taggedHub(networks, method)),
            repair(first, (meddled) => {
                const zone = theOne(meddled, "zones");
                patch(meddled, "zones", zone, { comment: "mine" });
                for (const share of Object.values(meddled.objects.resourceShares)) {
                    patch(meddled, "resourceShares", share, { allowExternalPrincipals: true });
                }
            }),
            findLost(first, ...lost),
            END,
        ],
    };
}

/** A hub that shares zones one VPC at a time, from the example `hub`. */
export function hubWithZones(): Promise<Scenario> {
    return hubWith("hostedZones", [
        "share-eks",
        "share-eks-a",
        "share-own/eks",
        "share-orders/eks",
    ]);
}

/** A hub that shares a profile, from the example `hub`. */
export function hubWithProfile(): Promise<Scenario> {
    return hubWith("profile", ["share-profile"]);
}
