import type { EksEndpointConnection } from "../../connection/connection";
import type { CallerInfo } from "../../lookups/caller";
import type { Answer } from "../../lookups/lookup";
import type { VpcInfo } from "../../lookups/vpc";
import type { ResolvedArgs } from "../defaults";

/** A VPC that is to use shared endpoints, with all that its checks know. */
export interface Joining {
    args: Pick<ResolvedArgs, "services" | "method" | "region">;
    connection: EksEndpointConnection;
    /** The stack where the connection comes from, in words. */
    hub: string;
    caller: CallerInfo;
    /** Absent in a preview that does not know it yet, and where it is refused by its form. */
    vpcId?: string;
    /** Absent as `vpcId` is, and where AWS is not to be asked. */
    vpc?: Answer<VpcInfo>;
    /** ID of the organisation of this account; absent where AWS is not to be asked, or the connection names none. */
    organization?: Answer<string>;
}
