import assert from "node:assert/strict";

import { InputPropertiesError, output } from "@pulumi/pulumi";

import { consumerArgs } from "../../../sdk/consumer/argsRules";
import type { EksEndpointConsumerArgs } from "../../../sdk/index";
import { connection } from "../../support/connection";

const ARGS = { connection: connection(), vpcId: "vpc-05" };

function problemsOf(args: unknown): { propertyPath: string; reason: string }[] {
    try {
        consumerArgs.resolve("spoke", args as EksEndpointConsumerArgs);
        return [];
    } catch (error) {
        assert.ok(InputPropertiesError.isInstance(error), String(error));
        return error.errors;
    }
}

describe("arguments of EksEndpointConsumer", () => {
    it("fills in the defaults, for null as for what is not given", () => {
        const expected = {
            ...ARGS,
            services: ["eks", "eks-auth", "oidc-eks"],
            method: "hostedZones",
            verify: true,
            tags: {},
        };
        const nulls = { services: null, method: null, region: null, verify: null, tags: null };
        for (const args of [ARGS, { ...ARGS, ...nulls }]) {
            assert.deepEqual(consumerArgs.resolve("spoke", args as never), expected);
        }
    });

    it("says where a connection comes from", () => {
        assert.deepEqual(problemsOf({ vpcId: "vpc-05" }), [
            {
                propertyPath: "connection",
                reason:
                    "is missing; give the connection output of an EksEndpointShare or EksEndpointSet, and run pulumi up " +
                    "in its stack if it has none yet",
            },
        ]);
    });

    it("collects every problem with its path", () => {
        const args = {
            connection: null,
            vpcId: "",
            services: ["eks", "eks"],
            method: "zones",
            region: "Frankfurt",
            verify: "yes",
            subnetIds: [],
        };
        assert.deepEqual(
            problemsOf(args).map(({ propertyPath }) => propertyPath),
            ["connection", "vpcId", "method", "verify", "subnetIds", "services[1]", "region"],
        );
    });

    it("needs plain values for what decides which associations there are", () => {
        for (const name of ["services", "method", "region"]) {
            const [problem] = problemsOf({ ...ARGS, [name]: output("later") });
            assert.equal(problem?.propertyPath, name);
            assert.match(problem.reason, /^an Output was given where a plain value is needed/);
        }
    });

    it("refuses a service without host names in the region", () => {
        const args = { ...ARGS, services: ["eks", "oidc-eks"], region: "us-iso-east-1" };
        assert.deepEqual(problemsOf(args), [
            {
                propertyPath: "services[1]",
                reason: "no source gives a host name of oidc-eks in us-iso-east-1; leave it out",
            },
        ]);
    });
});
