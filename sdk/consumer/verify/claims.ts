import { rememberPerProgram } from "../../checks/programMemory";
import type { ChildScope } from "../../component/scope";
import { planHosts } from "../../connection/hosts";
import { ShareMethod } from "../../connection/method";
import { type Problem, problem } from "../../domain/problem";
import type { Joining } from "./joining";

/** What a consumer brings into a VPC, which has room for one of each. */
interface Claim {
    consumer: string;
    vpcId: string;
    /** Keys of host names, or `profile`. */
    places: string[];
}

/** Source: AssociateProfile in botocore 1.44.8, read 2026-11-26; @pulumi/aws 7.48 has no priority, so that all get the default. */
const SAME_PRIORITY =
    "a profile of the same priority, and the two profiles that a VPC takes differ in it (the provider gives each 100)";

const claims = rememberPerProgram((): Claim[] => []);

/**
 * Finds another consumer of the running program that brings the same into the same VPC: AWS refuses the second one, but
 * only in an update. Consumers of other programs cannot be seen. Source: the Route 53 guide, quotas and
 * "ConflictingDomainExists" of AssociateVPCWithHostedZone.
 */
export function claimVpc({ args, vpcId }: Joining, { name }: ChildScope): Problem[] {
    if (vpcId === undefined) {
        return [];
    }
    const isProfile = args.method === ShareMethod.Profile;
    const places = isProfile ? ["profile"] : planHosts(args).map(({ key }) => key);
    const others = claims();
    const other = others.find(
        (each) =>
            each.consumer !== name &&
            each.vpcId === vpcId &&
            each.places.some((place) => places.includes(place)),
    );
    others.push({ consumer: name, vpcId, places });
    const what = isProfile ? SAME_PRIORITY : "the same host names";
    const reason = `VPC ${vpcId} already has EksEndpointConsumer "${other?.consumer}", which brings ${what}; remove one of the two`;
    return other === undefined ? [] : problem("vpcId", reason);
}
