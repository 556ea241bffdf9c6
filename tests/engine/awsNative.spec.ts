import assert from "node:assert/strict";

import { CustomResource, type Inputs } from "@pulumi/pulumi";

import { imitatePlugin } from "./plugins";
import { REGION, useEngine } from "./support";
import { mandatory, type TestStack } from "./testStack";

const VERSION = "1.50.0";

/** A resource of aws-native. */
class NativeResource extends CustomResource {
    public constructor(type: string, name: string, inputs: Inputs) {
        super(`aws-native:${type}`, name, inputs, { version: VERSION });
    }
}

describe("aws-native under the policy pack in the engine", function () {
    this.timeout(120_000);
    const engine = useEngine();
    let stack: TestStack;

    function program(): void {
        const group = new NativeResource("ec2:SecurityGroup", "group", {
            groupDescription: "of the test",
            securityGroupIngress: [{ ipProtocol: "-1", cidrIp: "0.0.0.0/0" }],
        });
        new NativeResource("ec2:VpcEndpoint", "eks", {
            serviceName: `com.amazonaws.${REGION}.eks`,
            vpcEndpointType: "Interface",
            vpcId: "vpc-0123",
            subnetIds: ["subnet-1", "subnet-2"],
            securityGroupIds: [group.id],
            privateDnsEnabled: true,
            policyDocument: {
                Statement: [{ Effect: "Allow", Principal: "*", Action: "eks:*", Resource: "*" }],
            },
        });
    }

    before(async () => {
        imitatePlugin(
            engine(),
            ["aws-native", VERSION],
            "(name, inputs) => ({ ...inputs, awsId: name, groupId: name })",
        );
        stack = await engine().stack("native", program);
    });

    afterEach(async () => {
        await stack.destroy();
    });

    it("is stopped in preview, for what one resource shows and for what several show", async () => {
        const run = await stack.preview(engine().pack());
        assert.deepEqual(
            mandatory(run),
            [
                "endpoint-ingress-https-only group",
                "endpoint-ingress-no-world group",
                "endpoint-policy-perimeter eks",
            ],
            run.text,
        );
        assert.match(run.text, /policyDocument\.Statement\[0\]/);
        assert.match(run.text, /securityGroupIngress\[0\]\.cidrIp/);
    });

    it("keeps an endpoint with an open policy from being created even without a preview", async () => {
        const run = await stack.up(engine().pack());
        assert.deepEqual(mandatory(run), ["endpoint-policy-perimeter eks"], run.text);
        assert.ok(run.steps.includes("create group"));
        assert.ok(!run.steps.includes("create eks"));
    });
});
