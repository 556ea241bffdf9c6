import assert from "node:assert/strict";

import { secret } from "@pulumi/pulumi";
import { EksEndpointSet, type EksEndpointSetArgs, EksEndpointShare } from "eks-privatelink";

import { commandsIn, runPrinted } from "../../scripts/faults/printed";
import { describeWorld, lessThan } from "../../scripts/faults/sameWorld";
import type { Fault } from "../../simulated-aws/index";
import { addSpoke, deployed, hubStack, type Spoke, spokeStack } from "./hubAndSpokes";
import { existingNetwork } from "./network";
import { joinedNetwork, program } from "./onPremises";
import { useEngine } from "./support";
import type { TestStack } from "./testStack";

const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";

describe("what AWS has and the stack's last state has not", function () {
    this.timeout(240_000);
    const engine = useEngine();
    let stack: TestStack | undefined;

    afterEach(async () => {
        failAt();
        assert.deepEqual((await stack?.destroy())?.errors ?? [], []);
        stack = undefined;
    });

    function failAt(...faults: Fault[]): void {
        engine().change((world) => {
            Object.assign(world, { faults, calls: {} });
        });
    }

    /** Goes up undisturbed, down again, and up with a call cut off; then does what the next preview prints. */
    async function recover(operation: string, resource: string): Promise<string[]> {
        const run = stack;
        assert.ok(run !== undefined);
        assert.deepEqual((await run.up()).errors, []);
        const whole = describeWorld(engine().world);
        assert.deepEqual((await run.up()).warnings, []);
        assert.deepEqual((await run.destroy()).errors, []);
        failAt({ operation, resource, kind: "cutOff" });
        assert.notDeepEqual((await run.up()).errors, []);
        failAt();
        const { errors, warnings } = await run.preview();
        const said = [...errors, ...warnings];
        await runPrinted(run, commandsIn(said));
        assert.deepEqual((await run.up()).errors, []);
        const now = describeWorld(engine().world);
        assert.deepEqual([lessThan(whole, now), lessThan(now, whole)], [[], []]);
        return said;
    }

    async function set(args: Partial<EksEndpointSetArgs> = {}): Promise<void> {
        const network = await existingNetwork(engine());
        stack = await engine().stack(
            "strays",
            () => new EksEndpointSet("eks", { ...network, ...args }),
        );
    }

    it("is an endpoint with the name, which the next preview names and adopts", async () => {
        await set();
        const [said] = await recover("CreateVpcEndpoint", "eks-eks");
        assert.match(
            said ?? "",
            /^services\[0\]: VPC vpc-\w+ has an endpoint for eks already, vpce-\w+, which this stack made earlier and does not have in its state; delete it \(aws ec2 delete-vpc-endpoints --vpc-endpoint-ids vpce-\w+\) or adopt it:\n {4}pulumi import aws:ec2\/vpcEndpoint:VpcEndpoint eks-eks vpce-\w+ --parent eks=urn:/,
        );
    });

    for (const [operation, resource] of [
        ["CreateFlowLogs", "eks-flow-log"],
        ["CreateSecurityGroup", "eks-clients"],
        ["CreateRole", "eks-flow-log-role"],
        ["CreateLogGroup", "eks-flow-log-group"],
    ] as const) {
        it(`is what ${operation} made, which the next preview adopts`, async () => {
            await set();
            const said = await recover(operation, resource);
            assert.equal(commandsIn(said).length, 1);
        });
    }

    for (const [operation, resource, what] of [
        ["CreateResolverEndpoint", "dns-resolver", /AWS has the Resolver endpoint rslvr-in-\w+, /],
        ["CreateSecurityGroup", "dns-resolvers", /AWS has the security group sg-\w+, /],
    ] as const) {
        it(`is what ${operation} made for an inbound DNS, which the next preview adopts`, async () => {
            const network = await joinedNetwork(engine());
            stack = await engine().stack("strays", () =>
                program(network, { flowLogs: { enabled: false } }),
            );
            const said = await recover(operation, resource);
            assert.equal(commandsIn(said).length, 1);
            assert.match(said.join("\n"), what);
        });
    }

    it("is somebody else's endpoint, which a first preview names and adopts", async () => {
        const network = await existingNetwork(engine());
        const { id } = await engine().make(ENDPOINT, {
            ...network,
            serviceName: "com.amazonaws.eu-west-1.eks",
            vpcEndpointType: "Interface",
            privateDnsEnabled: true,
        });
        const run = await engine().stack("strays", () => new EksEndpointSet("eks", network));
        stack = run;
        const { errors } = await run.preview();
        assert.equal(errors.length, 1);
        assert.match(
            errors[0] ?? "",
            /^services\[0\]: VPC vpc-\w+ has an endpoint for eks already, vpce-\w+, which this stack does not know, and AWS allows one with private DNS for a name in a VPC; set privateDnsEnabled: false, delete it/,
        );
        await runPrinted(run, commandsIn(errors));
        assert.deepEqual((await run.up()).errors, []);
        const { endpoints } = engine().world.objects;
        assert.deepEqual([Object.keys(endpoints).length, id in endpoints], [3, true]);
    });

    it("is a hosted zone of a share, which the next preview names and adopts", async () => {
        const own = await existingNetwork(engine());
        const other = await existingNetwork(engine(), { prefix: "10.30" });
        stack = await engine().stack("strays", () => {
            const endpoints = new EksEndpointSet("eks", {
                ...own,
                privateDnsEnabled: false,
                ingress: { cidrBlocks: ["10.0.0.0/8"] },
                flowLogs: { enabled: false },
            });
            return new EksEndpointShare("share", {
                connection: endpoints.connection,
                consumers: { other: { vpcId: other.vpcId } },
            });
        });
        const [said] = await recover("CreateHostedZone", "share-eks");
        assert.match(
            said ?? "",
            /^services\[0\]: VPC vpc-\w+ has a hosted zone eks\.eu-west-1\.amazonaws\.com already, Z\w+, which an earlier update/,
        );
    });

    it("is a hosted zone in a VPC that is secret, of which only the place is said", async () => {
        const { vpcId, subnetIds } = await existingNetwork(engine());
        const name = "eks.eu-west-1.amazonaws.com";
        const zone = await engine().make("aws:route53/zone:Zone", { name, vpcs: [{ vpcId }] });
        const run = await engine().stack("secret", () => {
            const { connection } = new EksEndpointSet("eks", {
                vpcId: secret(vpcId),
                subnetIds,
                privateDnsEnabled: false,
                ingress: { cidrBlocks: ["10.0.0.0/8"] },
                flowLogs: { enabled: false },
            });
            new EksEndpointShare("share", { connection });
        });
        const { errors, text } = await run.preview();
        assert.match(errors.join("\n"), /^services\[0\]: something is wrong with it that is not/m);
        assert.ok(!text.includes(vpcId) && !text.includes(zone.id), text);
    });

    it("is an endpoint of another stack, which is named and not adopted", async () => {
        const network = await existingNetwork(engine());
        await engine().make(ENDPOINT, {
            ...network,
            serviceName: "com.amazonaws.eu-west-1.eks-auth",
            vpcEndpointType: "Interface",
            privateDnsEnabled: true,
            tags: { "eks-privatelink": "acme/network/production/EksEndpointSet/eks" },
        });
        const run = await engine().stack("others", () => new EksEndpointSet("eks", network));
        const { errors } = await run.preview();
        assert.equal(errors.length, 1);
        assert.match(
            errors[0] ?? "",
            /^services\[1\]: VPC vpc-\w+ has an endpoint for eks-auth already, vpce-\w+, of acme\/network\/production\/EksEndpointSet\/eks, and AWS allows one with private DNS for a name in a VPC; set privateDnsEnabled: false here, or take eks-auth out of that one first: in between eks-auth\.eu-west-1\.api\.aws leads to public addresses in VPC vpc-\w+, for the minutes that a new endpoint takes; where all of this set is new, create it with privateDnsEnabled: false beside the other first, and these are seconds$/,
        );
    });

    it("is no matter where neither has private DNS", async () => {
        const network = await existingNetwork(engine());
        await engine().make(ENDPOINT, {
            ...network,
            serviceName: "com.amazonaws.eu-west-1.eks",
            vpcEndpointType: "Interface",
            privateDnsEnabled: false,
        });
        const run = await engine().stack("beside", () => new EksEndpointSet("eks", network));
        const { errors, warnings } = await run.preview();
        assert.deepEqual([errors, warnings], [[], []]);
    });
});

describe("what is in the way of a spoke", function () {
    this.timeout(240_000);
    const engine = useEngine();
    const account = "222233334444";
    let spoke: Spoke;
    let consumer: TestStack;

    before(async () => {
        spoke = await addSpoke(engine(), account, "10.30");
        const consumers = { orders: spoke };
        await deployed(await hubStack(engine(), { admitted: [spoke], consumers }));
        consumer = await spokeStack(engine(), "spoke", spoke);
    });

    it("is named while a preview can still say it: a zone of the VPC's own", async () => {
        const zone = await engine().make(
            "aws:route53/zone:Zone",
            {
                name: "eks-auth.eu-west-1.api.aws",
                vpcs: [{ vpcId: spoke.vpcId, vpcRegion: "eu-west-1" }],
            },
            account,
        );
        const { errors } = await consumer.preview();
        assert.deepEqual(errors, [
            `vpcId: VPC ${spoke.vpcId} has a hosted zone eks-auth.eu-west-1.api.aws already, ${zone.id}, which this stack does ` +
                "not know, and AWS allows one zone of a name in a VPC; take the VPC out of that zone",
        ]);
        engine().change((world) => {
            Reflect.deleteProperty(world.objects.zones, zone.id);
        });
    });

    it("is named while a preview can still say it: an endpoint with private DNS", async () => {
        const subnet = await engine().make(
            "aws:ec2/subnet:Subnet",
            { vpcId: spoke.vpcId, cidrBlock: "10.30.200.0/24", availabilityZone: "eu-west-1a" },
            account,
        );
        const endpoint = await engine().make(
            ENDPOINT,
            {
                vpcId: spoke.vpcId,
                subnetIds: [subnet.id],
                serviceName: "com.amazonaws.eu-west-1.eks",
                vpcEndpointType: "Interface",
                privateDnsEnabled: true,
            },
            account,
        );
        const { errors } = await consumer.preview();
        assert.deepEqual(errors, [
            `vpcId: VPC ${spoke.vpcId} has an endpoint for eks with private DNS of its own, ${endpoint.id}, and AWS allows one ` +
                "answer for a name in a VPC; turn its private DNS off or delete it (aws ec2 delete-vpc-endpoints " +
                `--vpc-endpoint-ids ${endpoint.id})`,
        ]);
    });
});
