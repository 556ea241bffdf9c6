import { partitionOf, zonesOf } from "./regions";

/** An endpoint service as DescribeVpcEndpointServices would show it. */
export interface EndpointService {
    /** For example `com.amazonaws.eu-west-1.eks`. */
    serviceName: string;
    /** Kinds of endpoints that it may have. */
    types: ("Interface" | "Gateway")[];
    /** Names of the zones that it serves. */
    availabilityZones: string[];
    /** Whether its endpoints take a policy. */
    policySupported: boolean;
    /** `ipv4`, `ipv6`. */
    ipAddressTypes: string[];
    /** Names that private DNS of an endpoint answers for, for example `eks.eu-west-1.amazonaws.com`. */
    privateDnsNames: string[];
    /** What the names of its endpoints end with, for example `eks.eu-west-1.vpce.amazonaws.com`. */
    baseEndpointDnsName: string;
}

/** By region and service name; `null` takes a service away, other members replace the default's. */
export interface EndpointServiceOverrides {
    [key: string]: { [key: string]: Partial<EndpointService> | null };
}

interface Row {
    /** Private DNS names; `<r>` is the region, `<4>` and `<d>` the two suffixes of the partition. */
    names: string[];
    policySupported?: false;
    types?: ("Interface" | "Gateway")[];
    onlyIn?: string[];
    missingIn?: string[];
}

const FIPS_REGIONS = ["us-east-1", "us-east-2", "us-west-1", "us-west-2"];
/** Regions since November 2026 in which no endpoint service of EKS is listed yet. */
const WITHOUT_ANY_EKS = ["me-west-1", "sa-west-1"];
const WITHOUT_EKS = [
    "ap-southeast-5",
    "ap-southeast-7",
    "mx-central-1",
    "ap-east-2",
    ...WITHOUT_ANY_EKS,
];

/**
 * Simulated catalogue. For EKS it follows https://docs.aws.amazon.com/eks/latest/userguide/vpc-interface-endpoints.html
 * and, for capabilities, https://docs.aws.amazon.com/eks/latest/userguide/argocd-private-access.html;
 * it is written apart from the product's tables, so that a test compares two sources. The others are
 * there for programs that hold more than EKS endpoints.
 */
const ROWS: { [key: string]: Row } = {
    eks: { names: ["eks.<r>.<4>", "eks.<r>.<d>"], missingIn: WITHOUT_EKS },
    "eks-fips": { names: ["fips.eks.<r>.<4>", "eks-fips.<r>.<d>"], onlyIn: FIPS_REGIONS },
    "eks-auth": { names: ["eks-auth.<r>.<d>"], missingIn: WITHOUT_ANY_EKS },
    "oidc-eks": {
        names: ["oidc.eks.<r>.<4>", "oidc-eks.<r>.<d>"],
        policySupported: false,
        missingIn: WITHOUT_ANY_EKS,
    },
    "eks-proxy": {
        names: ["eks-proxy.eks.<r>.<4>", "eks-proxy.<r>.<d>"],
        missingIn: WITHOUT_ANY_EKS,
    },
    // The names of a capability are public ones that AWS points at the endpoint.
    "eks-capabilities": { names: [], policySupported: false, missingIn: WITHOUT_ANY_EKS },
    ec2: { names: ["ec2.<r>.<4>"] },
    "ecr.api": { names: ["api.ecr.<r>.<4>"] },
    "ecr.dkr": { names: ["*.dkr.ecr.<r>.<4>"] },
    sts: { names: ["sts.<r>.<4>"] },
    logs: { names: ["logs.<r>.<4>"] },
    s3: { names: ["*.s3.<r>.<4>"], types: ["Gateway", "Interface"] },
    dynamodb: { names: ["dynamodb.<r>.<4>"], types: ["Gateway", "Interface"] },
};

function fromRow(region: string, key: string, row: Row): EndpointService {
    const partition = partitionOf(region);
    const prefix = partition.name === "aws-cn" ? "cn.com.amazonaws" : "com.amazonaws";
    const fill = (name: string) =>
        name
            .replace("<r>", region)
            .replace("<4>", partition.dnsSuffix)
            .replace("<d>", partition.dualStackSuffix);
    return {
        serviceName: `${prefix}.${region}.${key}`,
        types: row.types ?? ["Interface"],
        availabilityZones: zonesOf(region).map((zone) => zone.name),
        policySupported: row.policySupported ?? true,
        ipAddressTypes: ["ipv4", "ipv6"],
        privateDnsNames: row.names.map(fill),
        baseEndpointDnsName: `${key.split(".").reverse().join(".")}.${region}.vpce.${partition.dnsSuffix}`,
    };
}

function isOffered(region: string, row: Row): boolean {
    if (row.missingIn?.includes(region)) {
        return false;
    }
    return row.onlyIn === undefined || row.onlyIn.includes(region);
}

/** The part of the world that decides which services there are. */
export interface Deviating {
    /** Deviations from the built-in catalogue of endpoint services, by region and service name. */
    endpointServices: EndpointServiceOverrides;
}

/** The endpoint services of a region, the world's deviations applied. */
export function endpointServices(world: Deviating, region: string): EndpointService[] {
    const services = new Map<string, EndpointService>();
    for (const [key, row] of Object.entries(ROWS)) {
        if (!isOffered(region, row)) {
            continue;
        }
        const service = fromRow(region, key, row);
        services.set(service.serviceName, service);
    }
    for (const [name, change] of Object.entries(world.endpointServices[region] ?? {})) {
        if (change === null) {
            services.delete(name);
            continue;
        }
        const key = name.split(`.${region}.`)[1] ?? name;
        const known = services.get(name) ?? fromRow(region, key, ROWS[key] ?? { names: [] });
        services.set(name, { ...known, serviceName: name, ...change });
    }
    return [...services.values()];
}

/** One endpoint service by its full name. */
export function findEndpointService(
    world: Deviating,
    region: string,
    serviceName: string,
): EndpointService | undefined {
    return endpointServices(world, region).find((service) => service.serviceName === serviceName);
}
