import assert from "node:assert/strict";

import { EksEndpointSet, type EksEndpointSetArgs, EksEndpointShare } from "eks-privatelink";

import { commandsIn, runPrinted } from "../../scripts/faults/printed";
import { describeWorld, lessThan } from "../../scripts/faults/sameWorld";
import type { Fault } from "../../simulated-aws/index";
import { existingNetwork } from "./network";
import { useEngine } from "./support";
import type { TestStack } from "./testStack";

const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";

describe("what AWS has and the stack's last state has not", function () {
    this.timeout(240_000);
    const engine = useEngine();
    let stack: TestStack | undefined;

    afterEach(async () => {
        failAt();
        assert.deepEqual((await stack?.destroy())?.errors, []);
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
            /^services\[0\]: VPC vpc-\w+ has an endpoint for eks already, vpce-\w+, which an earlier update of this stack made and did not finish; delete it \(aws ec2 delete-vpc-endpoints --vpc-endpoint-ids vpce-\w+\) or adopt it:\n {4}pulumi import aws:ec2\/vpcEndpoint:VpcEndpoint eks-eks vpce-\w+ --parent eks=urn:/,
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
});
