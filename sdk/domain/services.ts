import { findPartition } from "./regions";

/** An EKS service that has an interface endpoint of its own. Values are spelt as in AWS service names. */
export const EksService = {
    /** The EKS management API. */
    Eks: "eks",
    /** The EKS management API on FIPS 140 validated endpoints. */
    EksFips: "eks-fips",
    /** EKS Auth, which hands credentials to EKS Pod Identity. */
    EksAuth: "eks-auth",
    /** The discovery documents and keys of the clusters' OIDC issuers, for IAM roles for service accounts. */
    OidcEks: "oidc-eks",
    /** What the AWS consoles use to show Kubernetes resources. */
    EksProxy: "eks-proxy",
    /** The user interfaces of EKS Capabilities, for example of managed Argo CD, reached by public names that AWS points at the endpoint. */
    EksCapabilities: "eks-capabilities",
} as const;
export type EksService = (typeof EksService)[keyof typeof EksService];

/** Whether a service takes an endpoint policy other than full access; `unverified` is a question for AWS at run time. */
export type PolicySupport = "supported" | "refused" | "unverified";

/** What is known of a service wherever it runs. */
export interface ServiceFacts {
    service: EksService;
    /** What it is for, in a few words. */
    purpose: string;
    policySupport: PolicySupport;
    /** Whether its endpoint can have private DNS. */
    hasPrivateDns: boolean;
    /** Prefix of the service's IAM actions; absent where no IAM action exists or is published. */
    actionPrefix?: string;
    /** Regions that the documentation says have no endpoint for the service. */
    missingRegions: string[];
    /** Regions that it says have one, where others beside them do not. */
    presentRegions: string[];
    /** Where the row was read, and when. */
    source: string;
}

const EKS_PAGE =
    "https://docs.aws.amazon.com/eks/latest/userguide/vpc-interface-endpoints.html, read 2026-11-22";

/** One row a service. Regions that stand in neither list are not documented: AWS has to be asked. */
export const SERVICES: ServiceFacts[] = [
    {
        service: EksService.Eks,
        purpose: "EKS API",
        policySupport: "supported",
        hasPrivateDns: true,
        actionPrefix: "eks",
        missingRegions: ["ap-southeast-5", "ap-southeast-7", "mx-central-1", "ap-east-2"],
        presentRegions: [],
        source: `${EKS_PAGE}; policies: https://github.com/awsdocs/amazon-eks-user-guide/pull/873`,
    },
    {
        service: EksService.EksFips,
        purpose: "EKS API (FIPS)",
        // The same API as `eks`; no source says that its policies are the same too.
        policySupport: "unverified",
        hasPrivateDns: true,
        actionPrefix: "eks",
        missingRegions: [],
        presentRegions: [],
        source: EKS_PAGE,
    },
    {
        service: EksService.EksAuth,
        purpose: "EKS Auth (Pod Identity)",
        policySupport: "unverified",
        hasPrivateDns: true,
        actionPrefix: "eks-auth",
        missingRegions: [],
        presentRegions: ["ap-southeast-5"],
        source: EKS_PAGE,
    },
    {
        service: EksService.OidcEks,
        purpose: "OIDC issuer",
        policySupport: "refused",
        hasPrivateDns: true,
        missingRegions: [],
        presentRegions: [],
        source: `${EKS_PAGE}; refusal: https://github.com/awslabs/landing-zone-accelerator-on-aws/issues/224`,
    },
    {
        service: EksService.EksProxy,
        purpose: "console proxy",
        policySupport: "unverified",
        hasPrivateDns: true,
        missingRegions: [],
        presentRegions: [],
        source: EKS_PAGE,
    },
    {
        service: EksService.EksCapabilities,
        purpose: "EKS Capabilities (managed Argo CD)",
        policySupport: "refused",
        // A capability whose networkAccess.vpceIds names the endpoint has a public name that leads to it.
        hasPrivateDns: false,
        missingRegions: [],
        presentRegions: [],
        source: "https://docs.aws.amazon.com/eks/latest/userguide/argocd-private-access.html, read 2026-11-26",
    },
];

/** The one `vpcEndpointType` that EKS services have; the AWS provider takes `Gateway` where it is left out. Source: the EKS page. */
export const ENDPOINT_TYPE = "Interface";

/** The services in the order of the table. */
export const ALL_SERVICES: EksService[] = SERVICES.map(({ service }) => service);

/** What `EksEndpointSet` creates by default: private DNS for `eks` hides the OIDC host, so the three go together. */
export const DEFAULT_SERVICES: EksService[] = [
    EksService.Eks,
    EksService.EksAuth,
    EksService.OidcEks,
];

/** The row of a service. */
export function serviceFacts(service: EksService): ServiceFacts {
    const facts = SERVICES.find((row) => row.service === service);
    if (facts === undefined) {
        throw new Error(`no facts about service "${service}"; known: ${ALL_SERVICES.join(", ")}`);
    }
    return facts;
}

/** Whether the documentation says that a region has an endpoint for a service; undefined where it says nothing. */
export function findAvailability(
    service: EksService,
    region: string,
): "available" | "missing" | undefined {
    const { missingRegions, presentRegions } = serviceFacts(service);
    if (missingRegions.includes(region)) {
        return "missing";
    }
    return presentRegions.includes(region) ? "available" : undefined;
}

/** Names that a service may have for PrivateLink in a region. */
export interface ServiceNames {
    /** Candidates, the likeliest first. */
    names: string[];
    /** Whether a source gives the first one; otherwise the name has to be verified with AWS. */
    verified: boolean;
    source: string;
}

const CDK = "aws/aws-cdk packages/aws-cdk-lib/aws-ec2/lib/vpc-endpoint.ts, read 2026-11-22";

/** Service names of a service in a region; undefined where no source gives a form (the ISO partitions). */
export function findServiceNames(service: EksService, region: string): ServiceNames | undefined {
    const standard = `com.amazonaws.${region}.${service}`;
    const partition = findPartition(region);
    switch (partition?.id) {
        case "aws":
            return {
                names: [standard],
                verified: partition.eksRegions.includes(region),
                source: serviceFacts(service).source,
            };
        case "aws-us-gov": {
            const named = service === EksService.Eks || service === EksService.EksAuth;
            return { names: [standard], verified: named, source: named ? CDK : EKS_PAGE };
        }
        case "aws-cn":
            // Sources contradict each other for every EKS service in China, so both forms are tried.
            return {
                names: [`cn.${standard}`, standard],
                verified: false,
                source: `${CDK}; ${EKS_PAGE}`,
            };
        case "aws-eusc":
            return { names: [standard], verified: false, source: CDK };
        default:
            return undefined;
    }
}

/** The service that a PrivateLink service name belongs to, whatever the partition; undefined for others. */
export function findServiceByName(serviceName: string): EksService | undefined {
    const match = /^(?:cn\.)?com\.amazonaws\.[a-z0-9-]+\.([a-z-]+)$/.exec(serviceName);
    return ALL_SERVICES.find((service) => service === match?.[1]);
}
