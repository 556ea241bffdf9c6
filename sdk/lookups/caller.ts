import { getCallerIdentity } from "@pulumi/aws/getCallerIdentity";
import { getRegion } from "@pulumi/aws/getRegion";
import { findPartition } from "../domain/regions";
import { Checked, derive, refuse, unchecked } from "../checks/checked";
import { LookupScope } from "./lookup";

/** Where and as whom the provider works. */
export interface CallerInfo {
    accountId: string;
    region: string;
    /** As it stands in ARNs. */
    partition: string;
}

/** Asks for the provider's account, region and partition; none of it needs a permission. */
export function lookCaller({ parent, region }: LookupScope): Checked<CallerInfo> {
    return derive(unchecked(region), async (given) => {
        const [identity, own] = await Promise.all([
            getCallerIdentity({}, { parent }),
            given === undefined ? getRegion({}, { parent }) : undefined,
        ]);
        const name = given ?? own?.region ?? "";
        return {
            accountId: identity.accountId,
            region: name,
            partition: findPartition(name)?.id ?? partitionOf(identity.arn, name),
        };
    });
}

/** The caller's own ARN says the partition where the region's name is of a form that is not known yet. */
function partitionOf(arn: string, region: string): string {
    const partition = /^arn:([a-z0-9-]+):/.exec(arn)?.[1];
    const reason = `"${region}" belongs to no known partition, and the caller's ARN "${arn}" does not name one`;
    refuse(partition === undefined ? [{ path: "region", reason }] : []);
    return partition ?? "";
}
