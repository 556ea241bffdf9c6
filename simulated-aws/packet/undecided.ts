import type { Unmodelled } from "../world/objects/unmodelled";
import { all } from "../world/objectsOf";
import type { World } from "../world/types";

/** What an answer may depend on and the model does not have. */
export interface Undecided {
    /** Types and IDs of resources that pass through and may change the answer, and what is not known of a request; absent where there is nothing. */
    undecided?: string[];
}

/** Types that change where packets go or what names say, of those that pass through. */
const NETWORK =
    /^aws:(ec2transitgateway|networkfirewall|directconnect|networkmanager|vpclattice)\/|^aws:ec2\/(.*[gG]ateway|.*Peering|.*[aA]cl|.*Route|default|vpn|vpcBlockPublicAccess|mainRoute|ec2LocalGateway|trafficMirror).*:/;
const NAMES = /^aws:(route53|vpclattice|servicediscovery)\/|^aws:ec2\/.*Dhcp.*:/;

/** Adds to an answer about the network what passes through around the objects that it is about. */
export function withNetworkDoubts<T extends object>(world: World, ids: string[], answer: T): T {
    return withDoubts(answer, NETWORK, world, ids);
}

/** Adds to an answer about a name what passes through around the objects that it is about. */
export function withNameDoubts<T extends object>(world: World, ids: string[], answer: T): T {
    return withDoubts(answer, NAMES, world, ids);
}

/** Adds to an answer about a document further doubts, and the resources whose made-up outputs stand in it. */
export function withDocumentDoubts<T extends object>(
    world: World,
    text: string,
    answer: T,
    doubts: string[],
): T {
    const named = all(world, "unmodelled").filter(({ resourceId, hex, outputs }) =>
        [resourceId, hex, typeof outputs.arn === "string" ? outputs.arn : resourceId].some((each) =>
            text.includes(each),
        ),
    );
    return withThem(answer, named, doubts);
}

function withDoubts<T extends object>(answer: T, types: RegExp, world: World, ids: string[]): T {
    const unmodelled = all(world, "unmodelled");
    if (unmodelled.length === 0) {
        return answer;
    }
    const about = unmodelled.filter(({ token, outputs }) => {
        const text = JSON.stringify(outputs);
        return types.test(token) && ids.some((id) => id !== "" && text.includes(id));
    });
    return withThem(answer, about);
}

function withThem<T extends object>(answer: T, resources: Unmodelled[], doubts: string[] = []): T {
    const undecided = [
        ...resources.map(({ token, resourceId }) => `${token} ${resourceId}`),
        ...doubts,
    ];
    return undecided.length === 0 ? answer : { ...answer, undecided };
}
