import * as settings from "@pulumi/pulumi/runtime/settings";
import { Findings } from "../../checks/later";
import { ChildScope } from "../../endpoint-set/scope";
import { planHosts } from "../hosts";
import { ShareMethod } from "../shareArgs";
import { Joining } from "./joining";

/** What a consumer brings into a VPC, which has room for one of each. */
interface Claim {
    consumer: string;
    vpcId: string;
    /** Keys of host names, or `profile`. */
    places: string[];
}

const claims = new WeakMap<object, Claim[]>();

/**
 * Finds another consumer of the running program that brings the same into the same VPC: AWS refuses the second one, but
 * only in an update. Consumers of other programs cannot be seen. Source: the Route 53 guide, quotas and
 * "ConflictingDomainExists" of AssociateVPCWithHostedZone.
 */
export function claimVpc({ args, vpcId }: Joining, { name }: ChildScope): Findings {
    if (vpcId === undefined) {
        return { problems: [], warnings: [] };
    }
    const isProfile = args.method === ShareMethod.Profile;
    const places = isProfile ? ["profile"] : planHosts(args).map(({ key }) => key);
    const others = claimsOfProgram();
    const other = others.find(
        (each) =>
            each.consumer !== name &&
            each.vpcId === vpcId &&
            each.places.some((place) => places.includes(place)),
    );
    others.push({ consumer: name, vpcId, places });
    const what = isProfile ? "a profile, and a VPC takes one" : "the same host names";
    const reason = `VPC ${vpcId} already has EksEndpointConsumer "${other?.consumer}", which brings ${what}; remove one of the two`;
    return { problems: other === undefined ? [] : [{ path: "vpcId", reason }], warnings: [] };
}

const programs = new Map<string, object>();

/** The running program: several may run in one process, and a plugin runs each component by itself, with a client of its own. */
function claimsOfProgram(): Claim[] {
    const monitor = settings.getMonitor() as unknown as {
        getChannel?: () => { getTarget(): string };
    };
    const address = monitor.getChannel?.().getTarget();
    const program = address === undefined ? monitor : (programs.get(address) ?? {});
    if (address !== undefined) {
        programs.set(address, program);
    }
    const known = claims.get(program) ?? [];
    claims.set(program, known);
    return known;
}
