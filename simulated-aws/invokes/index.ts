import type { FunctionModel } from "../model/resource";
import { getCluster } from "./cluster";
import { getClusterAuth, getClusters } from "./clusters";
import { withDefaults } from "./defaults";
import { getVpcEndpoint, getVpcEndpointService } from "./endpoints";
import { getInternetGateway, getNatGateway, getNatGateways } from "./gateways";
import { getZone } from "./hostedZone";
import { getCallerIdentity, getPartition, getRegion } from "./identity";
import { getArn, getService, getServicePrincipal } from "./names";
import { getNetworkInterface, getNetworkInterfaces } from "./networkInterfaces";
import { getOrganization } from "./organization";
import { getPolicyDocument } from "./policyDocument";
import { getManagedPrefixList, getPrefixList } from "./prefixLists";
import { getRole, getRoles } from "./roles";
import { getRouteTable, getRouteTables } from "./routeTables";
import { getSecurityGroup, getSecurityGroups } from "./securityGroup";
import { getBucket, getLogGroup } from "./stores";
import { getSubnet, getSubnets } from "./subnets";
import { getResources } from "./tagged";
import { getVpc, getVpcs } from "./vpc";
import { getAvailabilityZone, getAvailabilityZones } from "./zones";

/** Filters, which the API has under two names each. */
const DEFAULT = ["is-default", "isDefault"];
const DEFAULT_FOR_ZONE = ["default-for-az", "defaultForAz"];

/** Every look-up of the model. */
export const functions: FunctionModel[] = [
    getCallerIdentity,
    getCluster,
    getClusters,
    getClusterAuth,
    getRegion,
    getPartition,
    getArn,
    getService,
    getServicePrincipal,
    getAvailabilityZones,
    getAvailabilityZone,
    withDefaults(getVpc, "default", DEFAULT),
    withDefaults(getVpcs, "", DEFAULT),
    withDefaults(getSubnet, "defaultForAz", DEFAULT_FOR_ZONE),
    withDefaults(getSubnets, "", DEFAULT_FOR_ZONE),
    getSecurityGroup,
    getSecurityGroups,
    getRouteTable,
    getRouteTables,
    getInternetGateway,
    getNatGateway,
    getNatGateways,
    getPrefixList,
    getManagedPrefixList,
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
