import {
    EksEndpointSet,
    type EksEndpointSetArgs,
    EksInboundDns,
    FlowLogDestination,
    IpAddressType,
    ShareMethod,
} from "eks-privatelink";

import { createWorld, DEFAULT_ACCOUNT } from "../../simulated-aws/index";
import { addSpoke, type HubOptions, hubStack, spokeStack } from "../../tests/engine/hubAndSpokes";
import { existingNetwork } from "../../tests/engine/network";
import type { Engine } from "../../tests/engine/support";
import { type FaultCase, recordCase } from "./faultCase";
import { openProgram, type PROGRAMS } from "./killed";
import { describeWorld } from "./sameWorld";
import { restore, takeSnapshot } from "./snapshot";

const ORGANIZATION = "o-a1b2c3d4e5";
const SPOKES = ["222233334444", "333344445555"] as const;

/** A world with the accounts of a hub and two spokes in one organisation. */
export function worldOfAccounts() {
    const accounts = [DEFAULT_ACCOUNT, ...SPOKES].map(
        (account) => [account, { organizationId: ORGANIZATION }] as const,
    );
    return createWorld({ accounts: Object.fromEntries(accounts) });
}

/** Cases by the name of their group; each group wants an engine of its own. */
export const GROUPS: { [name: string]: (engine: Engine) => Promise<FaultCase[]> } = {
    "one set": (engine) => casesOfSet(engine, {}),
    "dual-stack set with S3 logs": (engine) =>
        casesOfSet(engine, {
            ipAddressType: IpAddressType.Dualstack,
            flowLogs: { destination: FlowLogDestination.S3, forceDestroy: true },
        }),
    "updates of a set": casesOfSetUpdates,
    "hub with two spokes": (engine) => casesOfHub(engine, ShareMethod.HostedZones),
    "profile hub": (engine) => casesOfHub(engine, ShareMethod.Profile),
    "updates of a hub": casesOfHubUpdates,
    "inbound DNS": casesOfInboundDns,
    "killed set": (engine) => casesOfProgram(engine, "set"),
    "killed hub": (engine) => casesOfProgram(engine, "hub"),
};

async function casesOfSet(engine: Engine, args: Partial<EksEndpointSetArgs>): Promise<FaultCase[]> {
    const network = await existingNetwork(engine, { hasIpv6: true });
    const stack = await engine.stack(
        "one",
        () => new EksEndpointSet("eks", { ...network, ...args }),
    );
    const nothing = describeWorld(engine.world);
    const common = { stack, stacks: [stack], nothing };
    return [
        await recordCase(engine, { ...common, name: "first up", act: "up" }),
        await recordCase(engine, { ...common, name: "destroy", act: "destroy" }),
    ];
}

async function casesOfSetUpdates(engine: Engine): Promise<FaultCase[]> {
    const network = { hasIpv6: true, zones: ["a", "b", "c"] };
    const { vpcId, subnetIds } = await existingNetwork(engine, network);
    const before: EksEndpointSetArgs = { vpcId, subnetIds: subnetIds.slice(0, 2) };
    const changes: { [name: string]: Partial<EksEndpointSetArgs> } = {
        "IPv4 to dual-stack": { ipAddressType: IpAddressType.Dualstack },
        "policy narrowed": { endpointPolicy: { organizationIds: [ORGANIZATION] } },
        "zone added": { subnetIds },
        "private DNS off": { privateDnsEnabled: false },
        "service added": { services: ["eks", "eks-auth", "oidc-eks", "eks-proxy"] },
        "flow log to S3": { flowLogs: { destination: FlowLogDestination.S3, forceDestroy: true } },
        "tags and clients": { tags: { a: "b" }, ingress: { cidrBlocks: ["10.20.0.0/16"] } },
    };
    let args = before;
    const stack = await engine.stack("one", () => new EksEndpointSet("eks", args));
    const nothing = describeWorld(engine.world);
    await recordCase(engine, { name: "up", act: "up", stack, stacks: [], nothing });
    const begin = takeSnapshot(engine);
    const cases: FaultCase[] = [];
    for (const [name, change] of Object.entries(changes)) {
        restore(engine, begin);
        const arrange = () => {
            args = { ...before, ...change };
        };
        cases.push(
            await recordCase(engine, { name, act: "up", stack, stacks: [stack], nothing, arrange }),
        );
    }
    return cases;
}

/** An inbound DNS that is put beside a set, and taken away again. */
async function casesOfInboundDns(engine: Engine): Promise<FaultCase[]> {
    const network = await existingNetwork(engine);
    let isThere = false;
    const stack = await engine.stack("one", () => {
        const { connection } = new EksEndpointSet("eks", network);
        const ingress = { cidrBlocks: ["192.168.0.0/16"] };
        return isThere ? new EksInboundDns("dns", { ...network, connection, ingress }) : {};
    });
    const common = { stack, stacks: [stack], nothing: describeWorld(engine.world) };
    await recordCase(engine, { ...common, name: "up", act: "up" });
    const put = (there: boolean) => () => {
        isThere = there;
    };
    return [
        await recordCase(engine, { ...common, name: "added", act: "up", arrange: put(true) }),
        await recordCase(engine, { ...common, name: "removed", act: "up", arrange: put(false) }),
    ];
}

/** The parts of a hub whose program may change between runs. */
async function hubOf(engine: Engine, method: ShareMethod) {
    const [a, b] = [
        await addSpoke(engine, SPOKES[0], "10.30"),
        await addSpoke(engine, SPOKES[1], "10.40"),
    ];
    const set = { endpointPolicy: { organizationIds: [ORGANIZATION] } };
    const options: HubOptions = { admitted: [a, b], consumers: { a, b }, set, share: { method } };
    return { options, a, b, hub: await hubStack(engine, options) };
}

async function casesOfHub(engine: Engine, method: ShareMethod): Promise<FaultCase[]> {
    const { hub, a, b } = await hubOf(engine, method);
    const ofA = await spokeStack(engine, "spoke-a", a, { args: { method } });
    const ofB = await spokeStack(engine, "spoke-b", b, { args: { method } });
    const nothing = describeWorld(engine.world);
    const hubAlone = { stack: hub, stacks: [hub], nothing };
    const hubUp = await recordCase(engine, { ...hubAlone, name: "hub up", act: "up" });
    const begin = takeSnapshot(engine);
    const hubDestroy = await recordCase(engine, {
        ...hubAlone,
        name: "hub destroy",
        act: "destroy",
    });
    restore(engine, begin);
    const spoke = { stack: ofA, stacks: [ofA, hub], nothing };
    const spokeUp = await recordCase(engine, { ...spoke, name: "spoke up", act: "up" });
    await ofB.up();
    const all = { ...spoke, stacks: [ofA, ofB, hub] };
    const spokeDestroy = await recordCase(engine, {
        ...all,
        name: "spoke destroy",
        act: "destroy",
    });
    return [hubUp, spokeUp, spokeDestroy, hubDestroy];
}

async function casesOfHubUpdates(engine: Engine): Promise<FaultCase[]> {
    const { options, hub, a, b } = await hubOf(engine, ShareMethod.HostedZones);
    const before = { admitted: [a], consumers: { a }, share: { method: ShareMethod.HostedZones } };
    const changes: { [name: string]: Partial<HubOptions> } = {
        "consumer added": { admitted: [a, b], consumers: { a, b } },
        "consumer removed": { consumers: {} },
        "hosted zones to profile": { share: { method: ShareMethod.Profile } },
    };
    const nothing = describeWorld(engine.world);
    Object.assign(options, before);
    await recordCase(engine, { name: "up", act: "up", stack: hub, stacks: [], nothing });
    const begin = takeSnapshot(engine);
    const cases: FaultCase[] = [];
    for (const [name, change] of Object.entries(changes)) {
        restore(engine, begin);
        const arrange = () => Object.assign(options, before, change);
        const common = { stack: hub, stacks: [hub], nothing, arrange };
        cases.push(await recordCase(engine, { ...common, name, act: "up" }));
    }
    return cases;
}

async function casesOfProgram(
    engine: Engine,
    program: keyof typeof PROGRAMS,
): Promise<FaultCase[]> {
    const stack = await openProgram(engine, program);
    const nothing = describeWorld(engine.world);
    const common = { stack, stacks: [stack], nothing, isProject: true };
    return [await recordCase(engine, { ...common, name: "first up", act: "up" })];
}
