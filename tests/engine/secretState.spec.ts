import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { promisify } from "node:util";

import { secret, StackReference } from "@pulumi/pulumi";
import {
    EksEndpointConsumer,
    EksEndpointSet,
    EksEndpointShare,
    EksInboundDns,
} from "eks-privatelink";

import { DEFAULT_ACCOUNT } from "../../simulated-aws/index";
import { listSecretable, readSchema } from "../support/arguments/table";
import { HUB, readHub } from "./hubAndSpokes";
import { existingNetwork } from "./network";
import { type Engine, useEngine } from "./support";
import type { Run, TestStack } from "./testStack";

const GUEST = "222233334444";
const ORGANIZATION = "o-hidden7f3a";

/** What comes in as a secret, and has to stay one. */
const HIDDEN = {
    "a tag": "hidden-tag-7f3a",
    "an organisation": ORGANIZATION,
    "a path in an organisation": "ou-hd42-hidden42",
    "an account": "777788889999",
    "an IPv4 range": "10.231.77.0/24",
    "an IPv6 range": "2001:db8:7f3a::/48",
    "a policy document": "HiddenSid7f3a",
    "a destination": "hidden-bucket-7f3a",
};

const DOCUMENT = JSON.stringify({
    Version: "2012-10-17",
    Statement: [
        {
            Sid: HIDDEN["a policy document"],
            Effect: "Allow",
            Principal: "*",
            Action: "eks-auth:AssumeRoleForPodIdentity",
            Resource: "*",
            Condition: {
                StringEquals: {
                    "aws:PrincipalOrgID": ORGANIZATION,
                    "aws:ResourceOrgID": ORGANIZATION,
                },
            },
        },
    ],
});

/** Lets the log service encrypt with a key. */
const KEY_POLICY = JSON.stringify({
    Version: "2012-10-17",
    Statement: [
        {
            Effect: "Allow",
            Principal: {
                AWS: `arn:aws:iam::${DEFAULT_ACCOUNT}:root`,
                Service: "delivery.logs.amazonaws.com",
            },
            Action: "kms:*",
            Resource: "*",
        },
    ],
});

/** Secret arguments by their paths. */
interface SecretArgs {
    [path: string]: unknown;
}

/** Groups of arguments, made of the paths of these. */
function nested(args: SecretArgs): object {
    const all: { [name: string]: unknown } = {};
    for (const [path, value] of Object.entries(args)) {
        const names = path.split(".");
        const last = names.pop() ?? "";
        const group = names.reduce((outer, name) => {
            outer[name] ??= {};
            return outer[name] as typeof all;
        }, all);
        group[last] = value;
    }
    return all;
}

describe("secret arguments on the engine", function () {
    this.timeout(240_000);
    const engine = useEngine();
    const given: { [component: string]: string[] } = {};
    let hidden: { [what: string]: string };
    let runs: { [what: string]: Run };
    let exported: string;

    /** Arguments of a component with the secret ones by their paths; notes which these are. */
    function args(component: string, plain: object, secrets: SecretArgs): object {
        given[component] = [...(given[component] ?? []), ...Object.keys(secrets)];
        return merge(plain, nested(secrets));
    }

    before(async () => {
        engine().change(({ accounts }) => {
            for (const account of [DEFAULT_ACCOUNT, GUEST]) {
                accounts[account] = { organizationId: ORGANIZATION };
            }
        });
        const made = await prepare(engine());
        hidden = { ...HIDDEN, "a key": made.key.id };
        const hub = await engine().stack("hub", () => hubProgram(made, args));
        const spoke = await engine().stack("spoke", () => spokeProgram(made, args), {
            account: GUEST,
        });
        const outside = await engine().stack(
            "outside",
            () =>
                new EksEndpointConsumer("eks", {
                    connection: readHub(),
                    vpcId: made.outside.vpcId,
                }),
            { account: GUEST },
        );
        runs = {
            "the preview of the hub": await hub.preview({ diff: true }),
            "the update of the hub": await hub.up({ diff: true }),
            "the refresh of the hub": await hub.refresh(),
            "the update of the spoke": await spoke.up({ diff: true }),
            "the preview of a spoke outside": await outside.preview({ diff: true }),
        };
        exported = (await exportOf(engine(), hub)) + (await exportOf(engine(), spoke));
    });

    it("are all given once", () => {
        const schema = readSchema();
        for (const component of Object.keys(given)) {
            const known = listSecretable(schema, component);
            assert.deepEqual([...new Set(given[component])].sort(), known.sort());
        }
        assert.equal(Object.keys(given).length, Object.keys(schema.resources).length);
    });

    it("are taken by AWS, and a spoke outside their ranges is warned", () => {
        const { "the preview of a spoke outside": outside, ...others } = runs;
        assert.deepEqual(
            Object.values(others).flatMap(({ errors }) => errors),
            [],
        );
        assert.match(
            outside?.warnings.join("\n") ?? "",
            /^connection\.admitted: something is wrong with it that is not printed/m,
        );
    });

    for (const what of [...Object.keys(HIDDEN), "a key"]) {
        it(`stand nowhere in clear: ${what}`, () => {
            const text = hidden[what] ?? "";
            assert.ok(text.length > 8);
            for (const [run, { text: printed, errors, warnings, outputs }] of Object.entries(
                runs,
            )) {
                const said = [printed, ...errors, ...warnings, JSON.stringify(outputs)];
                assert.deepEqual(
                    said.filter((each) => each.includes(text)),
                    [],
                    run,
                );
            }
            assert.match(exported, /"ciphertext":/);
            assert.deepEqual(around(exported, text), []);
        });
    }
});

/** What is there before the programs: networks, a group, a prefix list, a key, a bucket, a flow log. */
async function prepare(engine: Engine) {
    const own = await existingNetwork(engine, { hasIpv6: true });
    const more = await existingNetwork(engine, { prefix: "10.21", hasIpv6: true });
    const third = await existingNetwork(engine, { prefix: "10.22" });
    const [guest, second, outside] = await Promise.all(
        ["10.30", "10.31", "10.99"].map((prefix) =>
            existingNetwork(engine, { prefix, account: GUEST }),
        ),
    );
    assert.ok(guest && second && outside);
    const same = await existingNetwork(engine, { prefix: "10.50" });
    const group = (vpcId: string) =>
        engine.make("aws:ec2/securityGroup:SecurityGroup", { vpcId, name: `own-${vpcId}` });
    const bucket = await engine.make("aws:s3/bucket:Bucket", { bucket: HIDDEN["a destination"] });
    const flowLog = await engine.make("aws:ec2/flowLog:FlowLog", {
        vpcId: third.vpcId,
        trafficType: "ALL",
        logDestinationType: "s3",
        logDestination: bucket.arn,
    });
    const prefixList = await engine.make("aws:ec2/managedPrefixList:ManagedPrefixList", {
        name: "clients",
        addressFamily: "IPv4",
        maxEntries: 1,
    });
    return {
        ...{ own, more, third, guest, second, outside, same, bucket, flowLog, prefixList },
        groups: { own: await group(own.vpcId), more: await group(more.vpcId) },
        key: await engine.make("aws:kms/key:Key", { policy: KEY_POLICY }),
    };
}

type Made = Awaited<ReturnType<typeof prepare>>;
type Args = (component: string, plain: object, secrets: SecretArgs) => object;
type SetArgs = ConstructorParameters<typeof EksEndpointSet>[1];
type ShareArgs = ConstructorParameters<typeof EksEndpointShare>[1];
type ConsumerArgs = ConstructorParameters<typeof EksEndpointConsumer>[1];
type InboundArgs = ConstructorParameters<typeof EksInboundDns>[1];

const tags = () => secret({ team: HIDDEN["a tag"] });
const RANGES = ["10.20.0.0/16", "10.21.0.0/16", "10.30.0.0/16", "10.31.0.0/16"];
const region = secret("eu-west-1");

function hubProgram(made: Made, args: Args) {
    const set = new EksEndpointSet(
        "one",
        args(
            "EksEndpointSet",
            {
                ipAddressType: "dualstack",
                privateDnsEnabled: false,
                flowLogs: { destination: "s3", forceDestroy: true },
            },
            {
                vpcId: secret(made.own.vpcId),
                subnetIds: secret(made.own.subnetIds),
                "endpointPolicy.organizationIds": secret([ORGANIZATION]),
                "endpointPolicy.organizationPaths": secret([
                    `${ORGANIZATION}/r-hd42/${HIDDEN["a path in an organisation"]}/*`,
                ]),
                "endpointPolicy.accountIds": secret([HIDDEN["an account"]]),
                "ingress.cidrBlocks": secret([...RANGES, HIDDEN["an IPv4 range"]]),
                "ingress.ipv6CidrBlocks": secret([HIDDEN["an IPv6 range"]]),
                "ingress.sourceSecurityGroupIds": secret([made.groups.own.id]),
                "ingress.prefixListIds": secret([made.prefixList.id]),
                "flowLogs.kmsKeyId": secret(made.key.arn),
                tags: tags(),
            },
        ) as SetArgs,
    );
    const documented = new EksEndpointSet(
        "two",
        args(
            "EksEndpointSet",
            {
                vpcId: made.more.vpcId,
                subnetIds: made.more.subnetIds,
                privateDnsEnabled: false,
                services: ["eks-auth"],
                flowLogs: { destination: "s3" },
            },
            {
                policyDocuments: { "eks-auth": secret(DOCUMENT) },
                securityGroupIds: secret([made.groups.more.id]),
                "flowLogs.destinationArn": secret(made.bucket.arn),
                region,
            },
        ) as SetArgs,
    );
    new EksEndpointSet(
        "three",
        args(
            "EksEndpointSet",
            { ...made.third, flowLogs: {} },
            { "flowLogs.existingFlowLogId": secret(made.flowLog.id) },
        ) as SetArgs,
    );
    const share = new EksEndpointShare(
        "hub",
        args(
            "EksEndpointShare",
            {
                ipAddressType: "dualstack",
                consumers: {
                    guest: { vpcId: secret(made.guest.vpcId), accountId: GUEST },
                    outside: { vpcId: made.outside.vpcId, accountId: GUEST },
                    same: { vpcId: secret(made.same.vpcId), region },
                },
            },
            {
                connection: secret(set.connection as unknown),
                tags: tags(),
            },
        ) as ShareArgs,
    );
    // These two are in a map.
    args("EksEndpointShare", {}, { "consumers.*.vpcId": "", "consumers.*.region": "" });
    const profile = new EksEndpointShare("profile", {
        connection: secret(documented.connection as unknown),
        services: ["eks-auth"],
        method: "profile",
        consumers: { second: { vpcId: secret(made.second.vpcId), accountId: GUEST } },
        tags: tags(),
    });
    const dns = new EksInboundDns(
        "dns",
        args(
            "EksInboundDns",
            { ipAddressType: "dualstack" },
            {
                vpcId: secret(made.own.vpcId),
                subnetIds: secret(made.own.subnetIds),
                connection: secret(share.connection as unknown),
                "ingress.cidrBlocks": secret([HIDDEN["an IPv4 range"]]),
                "ingress.ipv6CidrBlocks": secret([HIDDEN["an IPv6 range"]]),
                region,
                tags: tags(),
            },
        ) as InboundArgs,
    );
    return {
        connection: share.connection as unknown,
        ofProfile: profile.connection as unknown,
        policies: [set.policyDocuments, documented.policyDocuments],
        destination: documented.flowLogDestinationArn,
        forwarders: dns.forwarders,
    };
}

function spokeProgram(made: Made, args: Args) {
    const hub = new StackReference(HUB);
    new EksEndpointConsumer(
        "eks",
        args(
            "EksEndpointConsumer",
            {},
            {
                connection: secret(hub.getOutput("connection")),
                vpcId: secret(made.guest.vpcId),
                tags: tags(),
            },
        ) as ConsumerArgs,
    );
    const { clientEnvironment } = new EksEndpointConsumer("again", {
        connection: secret(hub.getOutput("ofProfile")),
        vpcId: secret(made.second.vpcId),
        services: ["eks-auth"],
        method: "profile",
        tags: tags(),
    });
    return { clientEnvironment };
}

/** Groups of both, member by member. */
function merge(plain: object, more: object): object {
    const isGroup = (value: unknown): value is object =>
        typeof value === "object" && value !== null && value.constructor === Object;
    const merged: { [name: string]: unknown } = { ...plain };
    for (const [name, value] of Object.entries(more)) {
        const own = merged[name];
        merged[name] = isGroup(own) && isGroup(value) ? merge(own, value) : (value as unknown);
    }
    return merged;
}

/** What the CLI exports of a stack, secrets encrypted. */
async function exportOf({ cli, home }: Engine, { stack }: TestStack): Promise<string> {
    const { workDir } = stack.workspace;
    const options = ["stack", "export", "--stack", stack.name];
    const env = { ...process.env, ...home.env };
    return (await promisify(execFile)(cli.command, options, { cwd: workDir, env })).stdout;
}

/** Each place of a text with what stands before it. */
function around(text: string, hidden: string): string[] {
    return text
        .split(hidden)
        .slice(0, -1)
        .map((before) => before.slice(-200));
}
