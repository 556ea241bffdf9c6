import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import * as path from "node:path";

import type { EksEndpointSetArgs } from "eks-privatelink";

import { existingNetwork } from "./network";
import { idsIn, useEngine } from "./support";
import type { TestStack } from "./testStack";

const SDK = path.join(__dirname, "..", "..", "sdk");

describe("a YAML program that uses the package as a plugin", function () {
    this.timeout(120_000);
    const engine = useEngine();
    let folder: string;
    let stack: TestStack;
    let network: { vpcId: string; subnetIds: string[] };
    let existing: string[];

    before(async () => {
        folder = path.join(engine().home.folder, "yaml");
        mkdirSync(folder);
        network = await existingNetwork(engine());
        existing = idsIn(engine().world);
        write({});
        stack = await engine().open(folder);
    });

    /** Writes the program; JSON is YAML too. */
    function write(args: { [Name in keyof EksEndpointSetArgs]?: unknown }): void {
        const program = {
            name: "eks-privatelink-test-yaml",
            runtime: "yaml",
            packages: { "eks-privatelink": SDK },
            resources: {
                group: { type: "aws:ec2:SecurityGroup", properties: { vpcId: network.vpcId } },
                eks: {
                    type: "eks-privatelink:index:EksEndpointSet",
                    properties: { ...network, ...args },
                },
            },
            outputs: {
                hostNames: "${eks.hostNames}",
                flowLogId: "${eks.flowLogId}",
                vpcId: "${eks.connection.vpcId}",
            },
        };
        writeFileSync(path.join(folder, "Pulumi.yaml"), JSON.stringify(program, undefined, 4));
    }

    it("previews without a word of warning", async () => {
        const { errors, warnings } = await stack.preview();
        assert.deepEqual({ errors, warnings }, { errors: [], warnings: [] });
    });

    it("goes up and reads the outputs", async () => {
        const { errors, warnings, outputs } = await stack.up();
        assert.deepEqual({ errors, warnings }, { errors: [], warnings: [] });
        assert.deepEqual(outputs, {
            hostNames: {
                eks: ["eks.eu-west-1.amazonaws.com", "eks.eu-west-1.api.aws"],
                "eks-auth": ["eks-auth.eu-west-1.api.aws"],
                "oidc-eks": ["oidc.eks.eu-west-1.amazonaws.com", "oidc-eks.eu-west-1.api.aws"],
            },
            flowLogId: Object.keys(engine().world.objects.flowLogs)[0],
            vpcId: network.vpcId,
        });
    });

    it("is not changed by a second up", async () => {
        const { errors, changes } = await stack.up();
        assert.deepEqual({ errors, changes }, { errors: [], changes: {} });
    });

    it("gets a message for each wrong property, with its path", async () => {
        write({
            services: ["eks", "eks"],
            ingress: { cidrBlocks: ["10.20.0.0/16", "0.0.0.0/0"] },
            flowLogs: { retentionInDays: 11 },
        });
        const { errors } = await stack.preview();
        assert.equal(errors.length, 1);
        const paths = [
            ...(errors[0] ?? "").matchAll(/- property (\S+) with value .* has a problem: /g),
        ];
        assert.deepEqual(paths.map(([, property]) => property).sort(), [
            "flowLogs.retentionInDays",
            "ingress.cidrBlocks[1]",
            "services[1]",
        ]);
    });

    it("is told that an Output cannot decide which resources there are", async () => {
        write({ services: ["eks", "${group.name}"] });
        const { errors } = await stack.preview();
        assert.equal(errors.length, 1);
        assert.match(
            errors[0] ?? "",
            /property services\[1\] .* an Output was given where a plain value is needed, because the component reads it before/,
        );
    });

    it("is told what is wrong with a value that comes later", async () => {
        write({ policyDocuments: { eks: "${group.name}" } });
        const { errors } = await stack.preview();
        assert.match(
            errors.join("\n"),
            /resource 'eks' has a problem: policyDocuments\.eks: is not JSON \(/,
        );
    });

    it("is destroyed to the last object", async () => {
        write({});
        const { errors } = await stack.destroy();
        assert.deepEqual({ errors, left: idsIn(engine().world) }, { errors: [], left: existing });
    });
});
