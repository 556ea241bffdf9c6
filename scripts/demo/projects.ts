import * as path from "node:path";

import { ROOT } from "./options";
import type { Project } from "./runner";
import { ORGANIZATION, type Place, type Places, REGION } from "./world";

const HUB_STACK = "organization/eks-privatelink-hub/hub";

/** The hub, which shares its endpoints with both teams. */
export function hubProject({ hub, teamA, teamB }: Places): Project {
    return project("hub", "hub", hub, {
        vpcId: hub.vpcId,
        subnetIds: JSON.stringify(hub.subnetIds),
        organizationId: ORGANIZATION,
        clientCidrBlocks: JSON.stringify([hub, teamA, teamB].map(({ cidrBlock }) => cidrBlock)),
        consumers: JSON.stringify({ "team-a": consumer(teamA), "team-b": consumer(teamB) }),
    });
}

/** A spoke, in a stack of its own. */
export function spokeProject(stack: string, place: Place): Project {
    return project("spoke", stack, place, { vpcId: place.vpcId, hubStack: HUB_STACK });
}

/** A program that the policy pack has to stop, in the hub's account. */
export function unsafeProject(folder: string, { hub }: Places): Project {
    const config = { vpcId: hub.vpcId, subnetIds: JSON.stringify(hub.subnetIds) };
    return { ...project("", "unsafe", hub, config), folder };
}

function project(
    example: string,
    stack: string,
    { account }: Place,
    config: Project["config"],
): Project {
    const folder = path.join(ROOT, "examples", example);
    return { folder, stack, account, config: { "aws:region": REGION, ...config } };
}

function consumer({ vpcId, account }: Place) {
    return { vpcId, accountId: account };
}
