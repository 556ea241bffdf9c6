import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import * as path from "node:path";
import { FlowLog } from "@pulumi/aws/ec2/flowLog";
import { SecurityGroup } from "@pulumi/aws/ec2/securityGroup";
import { VpcEndpoint } from "@pulumi/aws/ec2/vpcEndpoint";
import { secret } from "@pulumi/pulumi";
import { authorize, DEFAULT_ACCOUNT, flowLogsCovering, resolve } from "../../simulated-aws/index";
import { createNetwork } from "./network";
import { useEngine } from "./support";
import { RunOptions, TestStack } from "./testStack";

const PACK = path.join(__dirname, "..", "..", "node_modules", "eks-privatelink-policies");
const STRANGER = "999988887777";

/** The policies that put resources right. */
const REMEDIATED = {
    "private-dns-enabled": {},
    "flow-logs-all-traffic": {},
    "endpoint-policy-required": { accountIds: [DEFAULT_ACCOUNT] },
    "vpc-dns-attributes": {},
};

/** What a backend keeps of a stack. */
interface State {
    checkpoint: { latest: { resources: { urn: string; inputs?: { [key: string]: unknown } }[] } };
}

describe("the policy pack at level remediate, in the engine", function () {
    this.timeout(120_000);
    const engine = useEngine();
    let stack: TestStack;

    before(async () => {
        await engine().make("aws:s3/bucket:Bucket", { bucket: "flow-logs" });
        stack = await engine().stack("remediation", byHand);
    });

    /** An endpoint by hand that leaves out what the policies put right. */
    function byHand(): { endpointId: unknown; vpcId: unknown } {
        const { vpcId, subnetIds } = createNetwork("network", {
            vpc: { enableDnsHostnames: false },
        });
        const group = new SecurityGroup("clients", {
            vpcId,
            ingress: [
                {
                    description: "HTTPS",
                    protocol: "tcp",
                    fromPort: 443,
                    toPort: 443,
                    cidrBlocks: ["10.20.0.0/16"],
                },
            ],
            egress: [],
        });
        new FlowLog("partly", {
            vpcId,
            trafficType: "REJECT",
            logDestinationType: "s3",
            logDestination: "arn:aws:s3:::flow-logs",
        });
        const endpoint = new VpcEndpoint("by-hand", {
            vpcId,
            serviceName: "com.amazonaws.eu-west-1.eks",
            vpcEndpointType: "Interface",
            subnetIds,
            securityGroupIds: [group.id],
            tags: { Note: secret("only for the state") },
        });
        return { endpointId: endpoint.id, vpcId };
    }

    /** Options with the pack, the four policies at one level. */
    function packAt(enforcementLevel: string): RunOptions {
        const file = path.join(engine().home.folder, `${enforcementLevel}.json`);
        const config = Object.entries(REMEDIATED).map(([policy, own]) => [
            policy,
            { enforcementLevel, ...own },
        ]);
        writeFileSync(file, JSON.stringify(Object.fromEntries(config)));
        return { policyPacks: [PACK], policyPackConfigs: [file] };
    }

    /** Mandatory findings of the four policies, as `policy resource`. */
    const found = async (options: RunOptions): Promise<string[]> =>
        (await stack.preview(options)).violations
            .filter(({ policy, level }) => policy in REMEDIATED && level === "mandatory")
            .map(({ policy, resource }) => `${policy} ${resource}`)
            .sort();

    it("finds four things in the same program at level mandatory", async () => {
        assert.deepEqual(await found(packAt("mandatory")), [
            "endpoint-policy-required by-hand",
            "flow-logs-all-traffic partly",
            "private-dns-enabled by-hand",
            "vpc-dns-attributes network",
        ]);
    });

    it("finds none of them in a preview at level remediate", async () => {
        assert.deepEqual(await found(packAt("remediate")), []);
    });

    it("brings up the endpoint with what it lacked", async () => {
        const run = await stack.up(packAt("remediate"));
        assert.deepEqual(run.errors, []);
        assert.deepEqual(
            run.violations.filter(({ level }) => level === "mandatory"),
            [],
        );
        const { world } = engine();
        const { endpointId, vpcId } = run.outputs as { endpointId: string; vpcId: string };
        const call = (account: string): boolean =>
            authorize(world, endpointId, {
                principalArn: `arn:aws:iam::${account}:role/deployer`,
                action: "eks:DescribeCluster",
            }).allowed;
        assert.deepEqual([call(DEFAULT_ACCOUNT), call(STRANGER)], [true, false]);
        const endpoint = world.objects.endpoints[endpointId];
        const { addresses } = resolve(world, { vpcId }, "eks.eu-west-1.amazonaws.com");
        assert.equal(addresses.length, 2);
        const logs = Object.keys(world.objects.networkInterfaces).flatMap((id) =>
            flowLogsCovering(world, id),
        );
        assert.deepEqual(
            logs.map(({ trafficType }) => trafficType),
            ["ALL", "ALL"],
        );
        assert.equal(world.objects.vpcs[vpcId]?.enableDnsHostnames, true);
        assert.equal(endpoint?.tags.Note, "only for the state");
    });

    it("keeps what is secret of the program encrypted in the state", () => {
        const { checkpoint } = JSON.parse(engine().stateOf(stack)) as State;
        const endpoint = checkpoint.latest.resources.find(({ urn }) => urn.endsWith("::by-hand"));
        assert.equal(endpoint?.inputs?.privateDnsEnabled, true);
        assert.match(JSON.stringify(endpoint.inputs.tags), /^\{"Note":\{.*"ciphertext":"v1:/);
    });

    it("has nothing to change in the next update", async () => {
        const run = await stack.up(packAt("remediate"));
        assert.deepEqual([run.errors, run.steps], [[], []]);
    });
});
