import type { World } from "../../simulated-aws/index";
import { type Drift, drop, listOf, patch, theOne } from "./drifts";

const OPEN_ENDPOINT = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }],
});
const OPEN_ROLE = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
});
const OPEN_TRUST = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole" }],
});
const ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess";

const endpoint = (world: World, service: string) =>
    theOne(world, "endpoints", ({ serviceName }) => serviceName.endsWith(`.${service}`));
const ownRule = (world: World) =>
    theOne(world, "securityGroupRules", ({ description }) => description.startsWith("HTTPS"));
const role = (world: World) => theOne(world, "roles");
const bucket = (world: World) => theOne(world, "buckets");

/** Adds a rule to the managed group. */
function addRule(world: World, isEgress: boolean): void {
    const rule = ownRule(world);
    const id = isEgress ? "sgr-0dddddddddddddddd" : "sgr-0eeeeeeeeeeeeeeee";
    const source = { cidrIpv4: "0.0.0.0/0" };
    patch(world, "securityGroupRules", { ...rule, id }, { isEgress, source, description: "" });
}

const OPEN_RULE = "sgr-0ffffffffffffffff";
const hasRule = (world: World, id: string) => id in world.objects.securityGroupRules;

/** What may be changed behind the back of a set that logs to a log group, in a VPC of its stack called `net`. */
export const DRIFTS_OF_SET: Drift[] = [
    {
        title: "a rule for the whole internet is added to the group",
        make: (world) => {
            addRule(world, false);
        },
        isThere: (world) => hasRule(world, "sgr-0eeeeeeeeeeeeeeee"),
        shows: /^update eks-clients$/,
        on: ["eks-clients"],
    },
    {
        title: "a rule outwards is added to the group",
        make: (world) => {
            addRule(world, true);
        },
        isThere: (world) => hasRule(world, "sgr-0dddddddddddddddd"),
        shows: /^update eks-clients$/,
        on: ["eks-clients"],
    },
    {
        title: "the rule of the group is removed",
        make: (world) => {
            drop(world, "securityGroupRules", ({ id }) => id === ownRule(world).id);
        },
        isThere: (world) =>
            !listOf(world, "securityGroupRules").some(({ description }) =>
                description.startsWith("HTTPS"),
            ),
        shows: /^update eks-clients$/,
        on: ["eks-clients"],
    },
    {
        title: "the policy of an endpoint is opened",
        make: (world) => {
            patch(world, "endpoints", endpoint(world, "eks"), { policy: OPEN_ENDPOINT });
        },
        isThere: (world) => endpoint(world, "eks").policy === OPEN_ENDPOINT,
        shows: /^update eks-eks$/,
        on: ["eks-eks"],
    },
    {
        title: "private DNS of an endpoint is switched off",
        make: (world) => {
            patch(world, "endpoints", endpoint(world, "eks"), { privateDnsEnabled: false });
        },
        isThere: (world) => !endpoint(world, "eks").privateDnsEnabled,
        shows: /^update eks-eks(-private-dns)?$/,
        on: ["eks-eks"],
    },
    {
        title: "an endpoint is given the default group of its VPC",
        make: (world) => {
            const found = endpoint(world, "eks");
            const group = theOne(world, "securityGroups", ({ isDefault }) => isDefault);
            const securityGroupIds = [...found.securityGroupIds, group.id];
            patch(world, "endpoints", found, { securityGroupIds });
        },
        isThere: (world) => endpoint(world, "eks").securityGroupIds.length > 1,
        shows: /^update eks-eks$/,
        on: ["eks-eks"],
    },
    {
        title: "a tag of an endpoint is changed",
        make: (world) => {
            patch(world, "endpoints", endpoint(world, "eks"), { tags: { Name: "other" } });
        },
        isThere: (world) => endpoint(world, "eks").tags.Name === "other",
        shows: /^update eks-eks$/,
        on: ["eks-eks"],
    },
    {
        title: "the addresses behind the names of an endpoint are others",
        make: (world) => {
            const dnsRecordIpType = "service-defined";
            patch(world, "endpoints", endpoint(world, "eks"), { dnsRecordIpType });
        },
        isThere: (world) => endpoint(world, "eks").dnsRecordIpType !== "ipv4",
        shows: /^update eks-eks$/,
        on: ["eks-eks"],
    },
    {
        title: "an endpoint is deleted",
        make: (world) => {
            const { id } = endpoint(world, "eks-auth");
            drop(world, "networkInterfaces", ({ ownedBy }) => ownedBy === id);
            drop(world, "endpoints", (each) => each.id === id);
        },
        isThere: (world) =>
            !listOf(world, "endpoints").some(({ serviceName }) => serviceName.endsWith("eks-auth")),
        shows: /^create eks-eks-auth$/,
        on: ["eks-eks-auth"],
    },
    {
        title: "the flow log is deleted",
        make: (world) => {
            drop(world, "flowLogs");
        },
        isThere: (world) => listOf(world, "flowLogs").length === 0,
        shows: /^create eks-flow-log$/,
        on: ["eks-flow-log"],
    },
    {
        title: "the log group keeps the log for a day",
        make: (world) => {
            patch(world, "logGroups", theOne(world, "logGroups"), { retentionInDays: 1 });
        },
        isThere: (world) => theOne(world, "logGroups").retentionInDays === 1,
        shows: /^update eks-flow-log-group$/,
        on: ["eks-flow-log-group"],
    },
    {
        title: "the log group is deleted",
        make: (world) => {
            drop(world, "logGroups");
        },
        isThere: (world) => listOf(world, "logGroups").length === 0,
        shows: /^create eks-flow-log-group$/,
        on: ["eks-flow-log-group", "eks-flow-log", "eks-flow-log-role-policy"],
    },
    {
        title: "everybody may assume the delivery role",
        make: (world) => {
            patch(world, "roles", role(world), { assumeRolePolicy: OPEN_TRUST });
        },
        isThere: (world) => role(world).assumeRolePolicy === OPEN_TRUST,
        shows: /^update eks-flow-log-role$/,
        on: ["eks-flow-log-role"],
    },
    {
        title: "the permissions of the delivery role are opened",
        make: (world) => {
            const found = role(world);
            const names = Object.keys(found.inlinePolicies);
            const inlinePolicies = Object.fromEntries(names.map((name) => [name, OPEN_ROLE]));
            patch(world, "roles", found, { inlinePolicies });
        },
        isThere: (world) => Object.values(role(world).inlinePolicies).includes(OPEN_ROLE),
        shows: /^update eks-flow-log-role-policy$/,
        on: ["eks-flow-log-role-policy"],
    },
    {
        title: "the delivery role is given a second policy",
        make: (world) => {
            const found = role(world);
            const inlinePolicies = { ...found.inlinePolicies, extra: OPEN_ROLE };
            patch(world, "roles", found, { inlinePolicies });
        },
        isThere: (world) => "extra" in role(world).inlinePolicies,
        shows: /^update eks-flow-log-role-policies$/,
        on: ["eks-flow-log-role-policies"],
    },
    {
        title: "a managed policy is attached to the delivery role",
        make: (world) => {
            patch(world, "roles", role(world), { managedPolicyArns: [ADMINISTRATOR] });
        },
        isThere: (world) => role(world).managedPolicyArns.length > 0,
        shows: /^update eks-flow-log-role-attachments$/,
        on: ["eks-flow-log-role-attachments"],
    },
    {
        title: "the VPC no longer gives host names",
        make: (world) => {
            const vpc = theOne(world, "vpcs");
            patch(world, "vpcs", vpc, { enableDnsHostnames: false });
        },
        isThere: (world) => !theOne(world, "vpcs").enableDnsHostnames,
        shows: /^update net$/,
        on: ["net"],
    },
];

/** What may be changed behind the back of a set that logs to a bucket. */
export const DRIFTS_OF_BUCKET: Drift[] = [
    {
        title: "the policy of the bucket is removed",
        make: (world) => {
            patch(world, "buckets", bucket(world), { policy: "" });
        },
        isThere: (world) => bucket(world).policy === "",
        shows: /^(create|update) eks-flow-log-bucket-policy$/,
        on: ["eks-flow-log-bucket-policy"],
    },
    {
        title: "everybody may read the bucket",
        make: (world) => {
            const found = bucket(world);
            const policy = JSON.parse(found.policy) as { Statement: object[] };
            const open = { Effect: "Allow", Principal: "*", Action: "s3:GetObject" };
            policy.Statement.push({ ...open, Resource: `arn:aws:s3:::${found.id}/*` });
            patch(world, "buckets", found, { policy: JSON.stringify(policy) });
        },
        isThere: (world) => bucket(world).policy.includes("s3:GetObject"),
        shows: /^update eks-flow-log-bucket-policy$/,
        on: ["eks-flow-log-bucket-policy"],
    },
    withoutSetting("bucketPublicAccessBlock", "access", "the bucket may be public"),
    withoutSetting("bucketServerSideEncryptionConfiguration", "encryption", "encryption is off"),
    withoutSetting("bucketLifecycleConfiguration", "lifecycle", "the logs are kept for ever"),
];

/** What may be changed behind the back of an inbound DNS. */
export const DRIFTS_OF_INBOUND_DNS: Drift[] = [
    {
        title: "everybody may ask the Resolver endpoint",
        make: (world) => {
            const rule = theOne(world, "securityGroupRules", ({ description }) =>
                description.startsWith("DNS over TCP"),
            );
            const source = { cidrIpv4: "0.0.0.0/0" };
            patch(world, "securityGroupRules", { ...rule, id: OPEN_RULE }, { source });
        },
        isThere: (world) => hasRule(world, OPEN_RULE),
        shows: /^update dns-resolvers$/,
        on: ["dns-resolvers"],
    },
    {
        title: "the Resolver endpoint is given the default group of its VPC",
        make: (world) => {
            const { id } = theOne(world, "securityGroups", ({ isDefault }) => isDefault);
            const found = theOne(world, "resolverEndpoints");
            patch(world, "resolverEndpoints", found, { securityGroupIds: [id] });
        },
        isThere: (world) => {
            const { id } = theOne(world, "securityGroups", ({ isDefault }) => isDefault);
            return theOne(world, "resolverEndpoints").securityGroupIds.includes(id);
        },
        shows: /^(update|replace) dns-resolver$/,
        on: ["dns-resolver"],
    },
    {
        title: "the Resolver endpoint is deleted",
        make: (world) => {
            const { id } = theOne(world, "resolverEndpoints");
            drop(world, "networkInterfaces", ({ ownedBy }) => ownedBy === id);
            drop(world, "resolverEndpoints");
        },
        isThere: (world) => listOf(world, "resolverEndpoints").length === 0,
        shows: /^create dns-resolver$/,
        on: ["dns-resolver"],
    },
];

function withoutSetting(setting: string, child: string, title: string): Drift {
    const name = `eks-flow-log-bucket-${child}`;
    return {
        title,
        make: (world) => {
            const found = bucket(world);
            const kept = Object.entries(found.settings).filter(([key]) => key !== setting);
            patch(world, "buckets", found, { settings: Object.fromEntries(kept) });
        },
        isThere: (world) => !(setting in bucket(world).settings),
        shows: new RegExp(`^create ${name}$`),
        on: [name],
    };
}
