import type { EndpointServiceOverrides } from "./endpointServices";
import type { Fault } from "./faults";
import type { Account, Route, World } from "./types";

/** The account of a provider that assumes no role. */
export const DEFAULT_ACCOUNT = "111122223333";

/** What a new world may start with. */
export interface WorldOptions {
    /** Accounts and their organisation. Defaults to the default account, in no organisation. */
    accounts?: { [key: string]: Account };
    /** Endpoint services that differ from those that AWS has. Defaults to none. */
    endpointServices?: EndpointServiceOverrides;
    /** Networks that reach each other. Defaults to none: a VPC reaches only itself. */
    routes?: Route[];
    /** Calls that fail on purpose. Defaults to none. */
    faults?: Fault[];
}

/** A world in which nothing exists yet. */
export function createWorld(options: WorldOptions = {}): World {
    return {
        schemaVersion: 1,
        issued: 0,
        accounts: options.accounts ?? { [DEFAULT_ACCOUNT]: {} },
        endpointServices: options.endpointServices ?? {},
        routes: options.routes ?? [],
        faults: options.faults ?? [],
        calls: {},
        objects: {
            vpcs: {},
            subnets: {},
            securityGroups: {},
            securityGroupRules: {},
            groupVpcs: {},
            prefixLists: {},
            endpoints: {},
            networkInterfaces: {},
            internetGateways: {},
            egressOnlyGateways: {},
            routeTables: {},
            elasticIps: {},
            natGateways: {},
            dhcpOptions: {},
            networkAcls: {},
            peerings: {},
            transitGateways: {},
            transitAttachments: {},
            transitTables: {},
            flowLogs: {},
            logGroups: {},
            roles: {},
            managedPolicies: {},
            instanceProfiles: {},
            users: {},
            keys: {},
            keyAliases: {},
            buckets: {},
            deliveryStreams: {},
            zones: {},
            records: {},
            profiles: {},
            profileResources: {},
            profileVpcs: {},
            resolverEndpoints: {},
            resolverRules: {},
            resolverRuleVpcs: {},
            queryLogConfigs: {},
            queryLogVpcs: {},
            clusters: {},
            nodeGroups: {},
            fargateProfiles: {},
            addons: {},
            podIdentities: {},
            accessEntries: {},
            oidcProviders: {},
            resourceShares: {},
            unmodelled: {},
        },
    };
}
