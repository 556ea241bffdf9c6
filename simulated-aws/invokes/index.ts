import type { FunctionModel } from "../model/resource";
import { getCluster } from "./cluster";
import { withDefaults } from "./defaults";
import { getVpcEndpoint, getVpcEndpointService } from "./endpoints";
import { getZone } from "./hostedZone";
import { getCallerIdentity, getPartition, getRegion } from "./identity";
import { getNetworkInterface, getNetworkInterfaces } from "./networkInterfaces";
import { getOrganization } from "./organization";
import { getPolicyDocument } from "./policyDocument";
import { getRole, getRoles } from "./roles";
import { getSecurityGroup } from "./securityGroup";
import { getBucket, getLogGroup } from "./stores";
import { getSubnet, getSubnets } from "./subnets";
import { getResources } from "./tagged";
import { getVpc } from "./vpc";
import { getAvailabilityZone, getAvailabilityZones } from "./zones";

/** The filter, which the API has under two names. */
const DEFAULT_FOR_ZONE = ["default-for-az", "defaultForAz"];

/** Every look-up of the model. */
export const functions: FunctionModel[] = [
    getCallerIdentity,
    getCluster,
    getRegion,
    getPartition,
    getAvailabilityZones,
    getAvailabilityZone,
    withDefaults(getVpc, "default", ["is-default", "isDefault"]),
    withDefaults(getSubnet, "defaultForAz", DEFAULT_FOR_ZONE),
    withDefaults(getSubnets, "", DEFAULT_FOR_ZONE),
    getSecurityGroup,
    getVpcEndpointService,
    getVpcEndpoint,
    getNetworkInterface,
    getNetworkInterfaces,
    getOrganization,
    getPolicyDocument,
    getZone,
    getRoles,
    getRole,
    getLogGroup,
    getBucket,
    getResources,
];
