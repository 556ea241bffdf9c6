import { type Properties, read, textOf } from "../../../simulated-aws/model/values";
import { createWorld } from "../../../simulated-aws/world/createWorld";
import type { Account, World } from "../../../simulated-aws/world/types";
import { endpointInputs, Engine, type Kept, network } from "./engine";

export const HUB = "111122223333";
export const SPOKE = "444455556666";
export const STRANGER = "777788889999";
export const EKS = "eks.eu-west-1.amazonaws.com";

/** The hub and the spoke are of one organisation, the stranger is on its own. */
export const ACCOUNTS: { [key: string]: Account } = {
    [HUB]: { organizationId: "o-a", organizationPath: "o-a/r-ab12/ou-ab12-11111111/" },
    [SPOKE]: { organizationId: "o-a", organizationPath: "o-a/r-ab12/ou-ab12-22222222/" },
    [STRANGER]: {},
};

/** One world and the provider of each account in it. */
export function accounts(world: World = createWorld({ accounts: ACCOUNTS })) {
    const [hub, spoke, stranger] = [HUB, SPOKE, STRANGER].map(
        (account) => new Engine(world, account),
    ) as [Engine, Engine, Engine];
    return { world, hub, spoke, stranger };
}

/** A VPC of an account with its DNS attributes on, and no subnets. */
export async function vpcOf(engine: Engine, more: Properties = {}): Promise<Kept> {
    return (await network(engine, "", more)).vpc;
}

/** A private zone for the name of the EKS API. */
export function zoneOf(engine: Engine, vpc: Kept, more: Properties = {}): Promise<Kept> {
    return engine.create("route53.Zone", { name: EKS, vpcs: [{ vpcId: vpc.id }], ...more });
}

/** A hub's endpoint without private DNS, its zone, and the alias of that. */
export async function sharedEndpoint(hub: Engine, more: Properties = {}, type = "A") {
    const place = await network(hub, "ab", { ipv6CidrBlock: "fd00:1::/56" }, (index) => ({
        ipv6CidrBlock: `fd00:1:0:${index}::/64`,
    }));
    const inputs = endpointInputs(place, "eks", { privateDnsEnabled: false, ...more });
    const endpoint = await hub.create("ec2.VpcEndpoint", inputs);
    const zone = await zoneOf(hub, place.vpc);
    const record = await hub.create("route53.Record", aliasTo(endpoint, zone, type));
    return { place, endpoint, zone, record };
}

/** Inputs of an apex alias to an endpoint's regional name. */
export function aliasTo(endpoint: Kept, zone: Kept, type = "A"): Properties {
    const [regional = {}] = read(endpoint.outputs).records("dnsEntries");
    return {
        zoneId: zone.id,
        name: textOf(zone.outputs.name),
        type,
        aliases: [
            {
                name: textOf(regional.dnsName),
                zoneId: textOf(regional.hostedZoneId),
                evaluateTargetHealth: false,
            },
        ],
    };
}

/** Associates a zone from the spoke's side, after the hub has authorised it. */
export async function associated(hub: Engine, spoke: Engine, zone: Kept, vpc: Kept) {
    const pair = { zoneId: zone.id, vpcId: vpc.id };
    const authorization = await hub.create("route53.VpcAssociationAuthorization", pair);
    const association = await spoke.create("route53.ZoneAssociation", pair);
    return { authorization, association };
}
