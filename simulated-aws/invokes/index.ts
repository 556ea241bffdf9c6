import type { FunctionModel } from "../model/resource";
import { getCluster } from "./cluster";
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

/** Every look-up of the model. */
export const functions: FunctionModel[] = [
    getCallerIdentity,
    getCluster,
    getRegion,
    getPartition,
    getAvailabilityZones,
    getAvailabilityZone,
    getVpc,
    getSubnet,
    getSubnets,
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
