/** How long AWS, and the provider's wait for it, takes over a call, and where that was read. */
export interface Duration {
    seconds: number;
    source: string;
}

type Operation = "create" | "update" | "delete";

const PROVIDER = "terraform-provider-aws";

/** Of a call whose answer nobody waits for any longer. */
const CALL: Duration = {
    seconds: 1,
    source: "assumed: one call, and the provider waits for nothing after it",
};

/** Route 53 answers at once and is waited for until it is INSYNC. */
const IN_SYNC: Duration = {
    seconds: 38,
    source:
        "logs of `terraform apply` in public repositories show 33 to 38 s a record; saltstack/salt#44947 says about 40 s; " +
        `the provider first looks after 10 to 30 s (${PROVIDER}, internal/service/route53/wait.go)`,
};

/** What is known of single types; read in November 2026. */
const DURATIONS: { [token: string]: { [operation in Operation]?: Duration } } = {
    "aws:ec2/vpcEndpoint:VpcEndpoint": {
        create: {
            seconds: 113,
            source: "log of `terraform apply` in the README of terraform-openshift4-aws: 1m53s for an interface endpoint in three subnets",
        },
        update: {
            seconds: 6,
            source: `one call, after which the provider looks first after 5 s (${PROVIDER}, waitVPCEndpointAvailable)`,
        },
        delete: {
            seconds: 120,
            source: 'assumed of "a few minutes" (gruntwork-io/cloud-nuke#293)',
        },
    },
    "aws:ec2/securityGroup:SecurityGroup": {
        create: {
            seconds: 3,
            source: "logs of `terraform apply` in public repositories show 2 to 3 s",
        },
    },
    "aws:ec2/flowLog:FlowLog": {
        create: {
            seconds: 2,
            source: "logs of `terraform apply` in public repositories show 1 to 2 s",
        },
    },
    "aws:route53/zone:Zone": {
        create: {
            seconds: 62,
            source: "logs of `terraform apply` in public repositories show 62 and 79 s for a private zone, 36 to 72 s for others",
        },
        delete: { ...IN_SYNC, source: `assumed as of a record: ${IN_SYNC.source}` },
    },
    "aws:route53/record:Record": { create: IN_SYNC, update: IN_SYNC, delete: IN_SYNC },
    "aws:route53/zoneAssociation:ZoneAssociation": {
        create: {
            seconds: 30,
            source: `tests of the provider take 30 s longer with an association than with an authorisation alone (${PROVIDER}#31651)`,
        },
        delete: { seconds: 30, source: "assumed as of its creation" },
    },
    "aws:route53/profilesAssociation:ProfilesAssociation": {
        create: {
            seconds: 120,
            source: `assumed of tests of the provider, 289 s with a VPC, a profile and both ways (${PROVIDER}#39661)`,
        },
        delete: { seconds: 120, source: "assumed as of its creation" },
    },
    "aws:route53/profilesResourceAssociation:ProfilesResourceAssociation": {
        create: { seconds: 60, source: "assumed: half of a VPC's association" },
        delete: { seconds: 60, source: "assumed as of its creation" },
    },
    "aws:route53/profilesProfile:ProfilesProfile": {
        create: {
            seconds: 5,
            source: `assumed of tests of the provider, 16 s both ways (${PROVIDER}#38172)`,
        },
    },
    "aws:route53/resolverEndpoint:ResolverEndpoint": {
        create: { seconds: 113, source: "assumed as of an interface endpoint" },
        delete: { seconds: 120, source: "assumed as of an interface endpoint" },
    },
};

/** What a call takes. */
export function durationOf(token: string, operation: Operation): Duration {
    return DURATIONS[token]?.[operation] ?? CALL;
}
