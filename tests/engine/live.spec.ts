import assert from "node:assert/strict";

import { Provider } from "@pulumi/aws/provider";
import { EksEndpointSet, type EksEndpointSetArgs, SubnetSelection } from "eks-privatelink";

import { changeService, LATE_PROBLEMS } from "./lateProblems";
import { createNetwork, existingNetwork } from "./network";
import { useEngine } from "./support";
import type { TestStack } from "./testStack";

/** A text that is the expected one, or has its form. */
function assertSays(text: string, expected: string | RegExp): void {
    if (typeof expected === "string") {
        assert.equal(text, expected);
    } else {
        assert.match(text, expected);
    }
}

describe("live verification", function () {
    this.timeout(120_000);
    const engine = useEngine();
    let stack: TestStack;
    let program: () => unknown;

    before(async () => {
        stack = await engine().stack("live", () => program());
    });

    afterEach(() => {
        engine().change((world) => {
            Object.assign(world, { endpointServices: {}, faults: [], calls: {} });
        });
    });

    const set = (args: EksEndpointSetArgs, provider?: Provider) =>
        new EksEndpointSet("eks", args, { provider });

    for (const {
        title,
        prepare,
        missing = ["eks-eks", "eks-eks-auth", "eks-oidc-eks"],
    } of LATE_PROBLEMS) {
        it(`stops the preview for ${title}`, async () => {
            const { args, expected } = await prepare(engine());
            program = () => set(args);
            const { errors, registered } = await stack.preview();
            assert.equal(errors.length, 1);
            assertSays(errors[0] ?? "", expected);
            assert.deepEqual(
                registered.filter((name) => missing.includes(name)),
                [],
            );
        });
    }

    it("says of a VPC that is not there that it is not there", async () => {
        const { subnetIds } = await existingNetwork(engine());
        program = () => set({ vpcId: "vpc-0123456789abcdef0", subnetIds });
        const { errors } = await stack.preview();
        assert.ok(
            errors.includes(
                "vpcId: AWS finds no such VPC here (invocation of aws:ec2/getVpc:getVpc returned an error: " +
                    "no matching EC2 VPC found); check the ID, the region and the account",
            ),
        );
    });

    it("creates no endpoint in an up without preview either", async () => {
        const network = await existingNetwork(engine(), { zones: ["a", "a"] });
        program = () => set(network);
        const { errors } = await stack.up();
        assert.match(errors.join("\n"), /^subnetIds\[1\]: subnet /m);
        assert.deepEqual(engine().world.objects.endpoints, {});
        await stack.destroy();
    });

    it("keeps the first subnet of each served zone with supportedZones, and warns of the rest", async () => {
        changeService(engine(), "eks-auth", { availabilityZones: ["eu-west-1a"] });
        const network = await existingNetwork(engine(), { zones: ["a", "b", "a"] });
        const [first, second, third] = network.subnetIds;
        program = () => set({ ...network, subnetSelection: SubnetSelection.SupportedZones });
        const { errors, warnings } = await stack.up();
        assert.deepEqual(errors, []);
        const byService = Object.values(engine().world.objects.endpoints).map(
            ({ serviceName, subnetIds }) => [serviceName.split(".").at(-1), subnetIds],
        );
        assert.deepEqual(Object.fromEntries(byService), {
            eks: [first, second],
            "eks-auth": [first],
            "oidc-eks": [first, second],
        });
        const duplicate =
            `subnetIds[2]: is not used: subnet ${third} is in zone eu-west-1a, which already has ${first}, ` +
            "and an endpoint takes one subnet a zone";
        const unserved =
            `subnetIds[1]: is not used: eks-auth does not serve zone eu-west-1b of subnet ${second}, ` +
            "only eu-west-1a";
        assert.deepEqual(warnings.sort(), [unserved, duplicate]);
        await stack.destroy();
    });

    it("only warns the preview of a cause that the same update repairs, and goes up", async () => {
        let repaired = false;
        program = () => {
            const { vpcId, subnetIds } = createNetwork("network", {
                vpc: { enableDnsHostnames: repaired },
            });
            if (repaired) {
                set({ vpcId, subnetIds });
            }
            return { vpcId };
        };
        const { outputs } = await stack.up();
        const vpcId = String(outputs.vpcId);
        repaired = true;
        const preview = await stack.preview();
        assert.deepEqual(preview.errors, []);
        assert.deepEqual(preview.warnings, [
            `vpcId: VPC ${vpcId} has enableDnsHostnames off, and private DNS works only with both enableDnsSupport and ` +
                "enableDnsHostnames; turn them on, or set privateDnsEnabled: false (a warning in this preview, " +
                "because the update may repair it; an error in up)",
        ]);
        const { errors, warnings } = await stack.up();
        assert.deepEqual({ errors, warnings }, { errors: [], warnings: [] });
        await stack.destroy();
    });

    it("stops the up when the update repairs nothing", async () => {
        program = () => {
            const { vpcId, subnetIds } = createNetwork("network", {
                vpc: { enableDnsHostnames: false },
            });
            return set({ vpcId, subnetIds });
        };
        const preview = await stack.preview();
        assert.deepEqual(preview.errors, []);
        const { errors } = await stack.up();
        assert.match(errors.join("\n"), /^vpcId: VPC vpc-\w+ has enableDnsHostnames off/m);
        assert.deepEqual(engine().world.objects.endpoints, {});
        await stack.destroy();
    });

    it("prints the services to paste for a region without the EKS API, and they go up", async () => {
        const region = "ap-east-2";
        const network = await existingNetwork(engine(), { region });
        const inRegion = (args: EksEndpointSetArgs) => set(args, new Provider("far", { region }));
        program = () => inRegion(network);
        const { errors } = await stack.preview();
        assert.deepEqual(errors, [
            "services[0]: region ap-east-2 offers no endpoint for eks (AWS knows no com.amazonaws.ap-east-2.eks); " +
                'to go without, write services: ["eks-auth", "oidc-eks"]',
        ]);
        const [, line = ""] = /write services: (\[.*\])$/.exec(errors[0] ?? "") ?? [];
        const services = JSON.parse(line) as EksEndpointSetArgs["services"];
        program = () => inRegion({ ...network, services });
        assert.deepEqual((await stack.up()).errors, []);
        assert.equal(Object.keys(engine().world.objects.endpoints).length, 2);
        await stack.destroy();
    });
});
