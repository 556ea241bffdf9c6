import * as assert from "node:assert/strict";
import { existsSync } from "node:fs";
import * as path from "node:path";
import { expectText, Step } from "../step";

/** A VPC, and an endpoint in it with mistakes that the pack finds in every preview. */
const UNSAFE = {
    name: "first-hour",
    runtime: "yaml",
    resources: {
        network: { type: "aws:ec2:Vpc", properties: { cidrBlock: "10.0.0.0/16" } },
        eks: {
            type: "aws:ec2:VpcEndpoint",
            properties: {
                vpcId: "${network.id}",
                serviceName: "com.amazonaws.eu-west-1.eks",
                vpcEndpointType: "Interface",
            },
        },
    },
};

/** The README of the pack, as it stands. */
export const packAlone: Step = {
    name: "the pack, installed alone, stops an unsafe program",
    needsEngine: true,
    async run(hour) {
        const project = hour.folder({ "Pulumi.yaml": UNSAFE, "package.json": { private: true } });
        await hour.install(project, ["--save-dev", hour.tarball("policy-pack")]);
        assert.equal(existsSync(path.join(project, "node_modules", "typescript")), false);
        await hour.pulumi(project, ["stack", "init", "pack-alone"]);
        const pack = ["--policy-pack", "node_modules/eks-privatelink-policies"];
        const text = await hour.pulumi(project, ["preview", ...pack], { fails: true });
        expectText(text, /\[mandatory\] .* endpoint-policy-required/);
    },
};
