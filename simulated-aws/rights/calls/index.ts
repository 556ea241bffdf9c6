import type { FunctionCalls, ResourceCalls } from "../providerCalls";
import { ec2 } from "./ec2";
import { flowLogDelivery } from "./flowLogDelivery";
import { lookups } from "./lookups";
import { profiles } from "./profiles";
import { ram } from "./ram";
import { resolver } from "./resolver";
import { route53 } from "./route53";
import { s3 } from "./s3";

/** The calls of every resource type that has been read in the provider's source. */
export const resourceCalls: ResourceCalls[] = [
    ...ec2,
    ...flowLogDelivery,
    ...s3,
    ...route53,
    ...profiles,
    ...ram,
    ...resolver,
];

/** The calls of every look-up that has been read in the provider's source. */
export const functionCalls: FunctionCalls[] = lookups;
