import type { Output } from "@pulumi/pulumi";
import { EksEndpointConsumer, type ShareMethod } from "eks-privatelink";

import { copyPlace } from "../../../scripts/changes/step";
import { whenKnown } from "../../../sdk/checks/sdkInternals";
import { memoryStore, Provider, type World } from "../../../simulated-aws/index";
import { Deployer, example, REGION } from "./deployer";
import { consumerGrants } from "./grants";
import { beginning, change, END, findLost } from "./phases";
import { placesOf } from "./places";
import type { Phase, Scenario } from "./scenario";
import { createNetworks, hubExample, ORDERS } from "./shareScenarios";

/** A hub that is deployed with all rights; gives its connection. */
async function deployHub(
    networks: Awaited<ReturnType<typeof createNetworks>>,
    method: ShareMethod,
): Promise<object> {
    const hub = new Deployer({ world: networks.world, pending: new Set() });
    const { returned, refused } = await hub.up(hubExample(networks, method));
    if (refused.length > 0) {
        throw new Error(refused.join("; "));
    }
    Object.assign(networks.world, hub.world);
    const { connection } = returned as { connection: Output<object> };
    return (await whenKnown(connection)) ?? {};
}

/** The world as it is with an endpoint and a zone in the consumer's VPC that have the names of EKS. */
async function withOthers(world: World, vpcId: string): Promise<World> {
    const other = copyPlace({ world, pending: new Set() }).world;
    const config = { account: ORDERS, region: REGION, defaultTags: {} };
    const provider = new Provider(memoryStore(other), config);
    const subnet = Object.values(world.objects.subnets).find((each) => each.vpcId === vpcId);
    await provider.create(
        "aws:ec2/vpcEndpoint:VpcEndpoint",
        {
            vpcId,
            serviceName: `com.amazonaws.${REGION}.eks-auth`,
            vpcEndpointType: "Interface",
            subnetIds: [subnet?.id ?? ""],
            privateDnsEnabled: true,
        },
        false,
    );
    const zone = { name: `eks.${REGION}.amazonaws.com`, vpcs: [{ vpcId }] };
    await provider.create("aws:route53/zone:Zone", zone, false);
    return other;
}

/** A preview of a spoke whose VPC has what is in the way. */
function findInTheWay(program: () => object, others: World): Phase {
    return {
        name: "preview with others in the way",
        run: (deployer) => {
            const other = deployer.copy();
            const { zones, endpoints, networkInterfaces } = others.objects;
            Object.assign(other.world.objects, { zones, endpoints, networkInterfaces });
            return other.preview(program);
        },
    };
}

async function spokeOf(method: ShareMethod): Promise<Scenario> {
    const networks = await createNetworks();
    const { world, orders } = networks;
    const inTheWay = await withOthers(world, orders.vpcId);
    const connection = await deployHub(networks, method);
    const first = example("spoke", {
        hubStack: "organization/project/hub",
        vpcId: orders.vpcId,
        method,
    });
    const other = () =>
        new EksEndpointConsumer("eks", {
            connection,
            vpcId: orders.vpcId,
            method: method,
            tags: { team: "network" },
        });
    const { hostedZoneIds } = connection as { hostedZoneIds: { [hostName: string]: string } };
    const places = placesOf("eks", {
        account: ORDERS,
        "vpc-id": orders.vpcId,
        "zone-id": Object.values(hostedZoneIds),
    });
    const grants = consumerGrants(places, method);
    const place = { world, pending: new Set<string>() };
    return {
        grants,
        proven: method === "profile" ? grants.slice(1) : grants,
        deployer: new Deployer(place, ORDERS, { hub: { connection } }),
        phases: [
            ...(method === "hostedZones" ? [findInTheWay(first, inTheWay)] : []),
            ...beginning(first),
            ...(method === "profile"
                ? [...change(first, other), findLost(first, "eks-profile")]
                : []),
            END,
        ],
    };
}

/** A spoke that associates the zones of a hub, from the example `spoke`. */
export function spokeWithZones(): Promise<Scenario> {
    return spokeOf("hostedZones");
}

/** A spoke that associates the profile of a hub, from the example `spoke`. */
export function spokeWithProfile(): Promise<Scenario> {
    return spokeOf("profile");
}
