import type { Input, Resource } from "@pulumi/pulumi";

import { type Checked, demand, derive, together } from "../checks/checked";
import type { List } from "../component/lists";
import type { ChildScope } from "../component/scope";
import type { Perimeter } from "../domain/endpoint-policy";
import { within } from "../domain/problem";
import { serviceFacts } from "../domain/services";
import { type CallerInfo, lookCaller } from "../lookups/caller";
import { lookVpc } from "../lookups/vpc";
import { verifyItems, verifyText } from "../verify/late";
import { arrivedVpc, type DnsNeed, verifyVpc } from "../verify/vpc";
import { checkFlowLogKey } from "./checkFlowLogs";
import { checkGroupIds } from "./checkIngress";
import type { ResolvedArgs } from "./defaults";
import { type Admitted, verifyAdmitted } from "./verify/admitted";
import { verifyPerimeter } from "./verify/endpointPolicies";
import { type VerifiedEndpoint, verifyEndpoints } from "./verify/endpoints";
import { verifyDestination } from "./verify/flowLogDestination";
import { type Switched, verifyPrivateDns } from "./verify/privateDns";
import { verifyServices } from "./verify/services";
import { verifyStrays } from "./verify/strays";
import { verifySubnets } from "./verify/subnets";

/** All that a set's children are made of: what was asked for, once AWS or a later value has said that it works. */
export interface VerifiedSet {
    args: ResolvedArgs;
    caller: Checked<CallerInfo>;
    vpcId: Input<string>;
    /** What children wait for that do not name the VPC, and are of no use in one that is refused; it gives no resources. */
    vpcAccepted: Input<Resource[]>;
    endpoints: VerifiedEndpoint[];
    /** Network interfaces of all endpoints together: one a service and subnet. */
    networkInterfaces: Checked<number>;
    /** Whom the built endpoint policies let through. */
    perimeter: Checked<Perimeter>;
    /** Endpoints whose IDs have to say whether they are those that have the names by now. */
    switched: Checked<Switched[]>;
    admitted: Admitted;
    /** Groups of the user's own; absent where one is created. */
    securityGroupIds?: List;
    /** ARN of a destination of the user's own; absent where it is created. */
    flowLogDestination?: Input<string>;
    /** ARN of the key that encrypts what is created for the flow log. */
    flowLogKey?: Input<string>;
    /** ID of the flow log that is there already; absent where none was named. */
    existingFlowLogId?: Input<string>;
}

const PRIVATE_DNS: DnsNeed = {
    what: "private DNS works",
    instead: ", or set privateDnsEnabled: false",
};

/** The one stage where everything is judged that a preview may not know, or that AWS has to say. */
export function verifySet(args: ResolvedArgs, scope: ChildScope): VerifiedSet {
    const { kmsKeyId, existingFlowLogId } = args.flowLogs;
    const caller = lookCaller(scope);
    const id = arrivedVpc(args.vpcId);
    const vpc = args.verify ? lookVpc(id, scope) : undefined;
    const services = verifyServices(args, caller, scope);
    const subnets = verifySubnets(args, id, services, scope);
    const perimeter = verifyPerimeter(args, caller);
    const dnsNeed = usesPrivateDns(args) ? PRIVATE_DNS : undefined;
    const verified = verifyVpc(id, vpc, dnsNeed);
    const strays = verifyStrays(args, together(services, caller, id), scope);
    const switched = verifyPrivateDns(args, together(caller, id), scope);
    const vpcId = derive(together(verified, strays, switched), ([accepted]) => accepted);
    return {
        args,
        caller,
        vpcId: demand(vpcId),
        vpcAccepted: demand(derive(vpcId, (): Resource[] => [])),
        endpoints: verifyEndpoints(args, services, subnets, perimeter),
        networkInterfaces: subnets.networkInterfaces,
        perimeter,
        switched,
        admitted: verifyAdmitted(args, vpc),
        securityGroupIds:
            args.securityGroupIds &&
            verifyItems(args.securityGroupIds, "securityGroupIds", checkGroupIds),
        flowLogDestination: verifyDestination(args.flowLogs, caller),
        flowLogKey:
            kmsKeyId &&
            verifyText(kmsKeyId, "flowLogs.kmsKeyId", (arn) =>
                within("flowLogs", checkFlowLogKey(arn)),
            ),
        existingFlowLogId:
            existingFlowLogId && verifyText(existingFlowLogId, "flowLogs.existingFlowLogId"),
    };
}

function usesPrivateDns({ privateDnsEnabled, services }: ResolvedArgs): boolean {
    return privateDnsEnabled && services.some((service) => serviceFacts(service).hasPrivateDns);
}
