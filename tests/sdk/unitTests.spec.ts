import assert from "node:assert/strict";

import { Subnet } from "@pulumi/aws/ec2/subnet";
import { Vpc } from "@pulumi/aws/ec2/vpc";
import { Bucket } from "@pulumi/aws/s3/bucket";
import { type ComponentResource, Output, output, runtime, StackReference } from "@pulumi/pulumi";

import {
    EksEndpointConsumer,
    EksEndpointSet,
    EksEndpointShare,
    EksInboundDns,
} from "../../sdk/index";
import { valueOf, waitForRPCs } from "../support/runProgram";

/** Mocks as Pulumi's guide teaches them: everything comes back as it was given. */
const ECHO: runtime.Mocks = {
    newResource: ({ name, inputs }) => ({ id: `${name}-id`, state: inputs as object }),
    call: ({ inputs }) => inputs as object,
};

/** Every component, with what a program of one's own usually gives it: plain values, and outputs of other resources. */
function program() {
    const vpc = new Vpc("vpc", { cidrBlock: "10.0.0.0/16" });
    const other = new Vpc("other", { cidrBlock: "10.1.0.0/16" });
    const subnetIds = ["a", "b"].map((zone) => new Subnet(zone, { vpcId: vpc.id }).id);
    const bucket = new Bucket("logs");
    const plain = new EksEndpointSet("plain", {
        vpcId: "vpc-0123",
        subnetIds: ["subnet-1", "subnet-2"],
    });
    const set = new EksEndpointSet("set", {
        vpcId: vpc.id,
        subnetIds,
        privateDnsEnabled: false,
        ipAddressType: "dualstack",
        flowLogs: { destination: "s3", destinationArn: bucket.arn },
        policyDocuments: { eks: bucket.arn },
        endpointPolicy: { accountIds: [output(undefined as unknown as string)] },
        ingress: { cidrBlocks: [vpc.cidrBlock], ipv6CidrBlocks: [other.ipv6CidrBlock] },
    });
    const share = new EksEndpointShare("share", {
        connection: set.connection as unknown,
        ipAddressType: "dualstack",
        method: "profile",
        consumers: {
            orders: { vpcId: "vpc-0999", accountId: "222233334444" },
            own: { vpcId: other.id },
        },
    });
    const connection = share.connection as unknown;
    const consumer = new EksEndpointConsumer("consumer", { connection, vpcId: "vpc-0999" });
    const hub = new StackReference("acme/hub/production");
    const outputs = hub.outputs as Output<{ connection?: unknown } | undefined>;
    const guest = new EksEndpointConsumer("guest", {
        connection: outputs.apply((all) => all?.connection),
        vpcId: "vpc-0888",
        method: "profile",
    });
    const dns = new EksInboundDns("dns", {
        vpcId: vpc.id,
        subnetIds,
        connection,
        ingress: { cidrBlocks: ["192.168.0.0/16"] },
    });
    return { plain, set, share, consumer, guest, dns };
}

/** Runs the program with mocks, and gives what it created, how often each type was registered, and what was said. */
async function run(mocks: runtime.Mocks, preview: boolean) {
    const types: { [type: string]: number } = {};
    const counting: runtime.Mocks = {
        ...mocks,
        newResource: (args) => {
            types[args.type] = (types[args.type] ?? 0) + 1;
            return mocks.newResource(args);
        },
    };
    await runtime.setMocks(counting, "project", "stack", preview);
    const said: string[] = [];
    const { warn } = console;
    console.warn = (line: string) => said.push(line.replace("warning: [runtime] ", ""));
    try {
        const components: { [name: string]: ComponentResource } = program();
        await waitForRPCs();
        return { components, types, said };
    } finally {
        console.warn = warn;
    }
}

for (const preview of [false, true]) {
    describe(`components under mocks that echo, in ${preview ? "preview" : "up"}`, () => {
        let ran: Awaited<ReturnType<typeof run>>;
        before(async () => {
            ran = await run(ECHO, preview);
        });

        it("resolve every output", async () => {
            for (const [name, component] of Object.entries(ran.components)) {
                const outputs = Object.entries(component).filter(([, value]) =>
                    Output.isInstance(value),
                );
                assert.ok(outputs.length > 2, name);
                for (const [property, value] of outputs) {
                    await assert.doesNotReject(
                        valueOf(value as Output<unknown>),
                        `${name}.${property}`,
                    );
                }
            }
        });

        it("register every child", () => {
            assert.deepEqual(
                {
                    endpoints: ran.types["aws:ec2/vpcEndpoint:VpcEndpoint"],
                    groups: ran.types["aws:ec2/securityGroup:SecurityGroup"],
                    logs: ran.types["aws:ec2/flowLog:FlowLog"],
                    zones: ran.types["aws:route53/zone:Zone"],
                    records: ran.types["aws:route53/record:Record"],
                    joined: ran.types["aws:route53/profilesAssociation:ProfilesAssociation"],
                    resolvers: ran.types["aws:route53/resolverEndpoint:ResolverEndpoint"],
                },
                {
                    endpoints: 6,
                    groups: 3,
                    logs: 2,
                    zones: 5,
                    records: 10,
                    joined: 1,
                    resolvers: 1,
                },
            );
        });

        it("say once of each answer that is missing what lacks and which mock could give it", () => {
            const missing = ran.said.filter((line) => line.includes("the mocks of this unit test"));
            assert.deepEqual([...new Set(missing)], missing);
            const line = (token: string, parts: string, mock: string): string =>
                `${token}: the mocks of this unit test answer without ${parts}, so checks and outputs do without; ` +
                `let ${mock} return it to have them`;
            const lines = [
                line("aws:index/getCallerIdentity:getCallerIdentity", "accountId", "call"),
                line("aws:index/getRegion:getRegion", "region", "call"),
                line(
                    "aws:ec2/getVpc:getVpc",
                    "cidrBlockAssociations, ipv6CidrBlockAssociations, enableDnsHostnames, enableDnsSupport",
                    "call",
                ),
                line(
                    "aws:ec2/getSubnet:getSubnet",
                    "vpcId, availabilityZone, ipv6Native, ipv6CidrBlock",
                    "call",
                ),
                line(
                    "aws:ec2/getVpcEndpointService:getVpcEndpointService",
                    "availabilityZones, supportedIpAddressTypes, vpcEndpointPolicySupported",
                    "call",
                ),
                // A preview does not know what a resource will say.
                ...(preview
                    ? []
                    : [
                          line(
                              "aws:ec2/vpcEndpoint:VpcEndpoint",
                              "arn, dnsEntries, subnetConfigurations, networkInterfaceIds",
                              "newResource",
                          ),
                          line("pulumi:pulumi:StackReference", "outputs.connection", "newResource"),
                      ]),
            ];
            assert.deepEqual(
                lines.filter((each) => !missing.includes(each)),
                [],
                missing.join("\n"),
            );
        });
    });
}

describe("components under mocks that say who and where they are", () => {
    it("make names, services and policies of it", async () => {
        const answers: { [token: string]: object } = {
            "aws:index/getRegion:getRegion": { region: "eu-west-1" },
            "aws:index/getCallerIdentity:getCallerIdentity": {
                accountId: "444455556666",
                arn: "arn:aws:iam::444455556666:role/test",
            },
        };
        const { components, said } = await run(
            { ...ECHO, call: ({ token, inputs }) => answers[token] ?? (inputs as object) },
            false,
        );
        const { serviceNames, policyDocuments } = components.plain as EksEndpointSet;
        assert.equal((await valueOf(serviceNames))?.eks, "com.amazonaws.eu-west-1.eks");
        assert.match((await valueOf(policyDocuments))?.eks ?? "", /444455556666/);
        assert.equal(said.filter((line) => /getRegion|getCallerIdentity/.test(line)).length, 0);
    });
});
