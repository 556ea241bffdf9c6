import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { createWorld } from "../../../simulated-aws/world/createWorld";
import {
    type EndpointServiceOverrides,
    endpointServices,
} from "../../../simulated-aws/world/endpointServices";
import { Engine } from "../support/engine";

const eksNames = (region: string, overrides: EndpointServiceOverrides = {}) =>
    endpointServices(createWorld({ endpointServices: overrides }), region)
        .map(({ serviceName }) => serviceName.split(`${region}.`)[1] ?? serviceName)
        .filter((name) => name.includes("eks"));

describe("the catalogue of endpoint services", () => {
    const regions: [string, string[]][] = [
        ["eu-west-1", ["eks", "eks-auth", "oidc-eks", "eks-proxy", "eks-capabilities"]],
        ["us-east-1", ["eks", "eks-fips", "eks-auth", "oidc-eks", "eks-proxy", "eks-capabilities"]],
        ["ap-southeast-5", ["eks-auth", "oidc-eks", "eks-proxy", "eks-capabilities"]],
        ["me-west-1", []],
        ["sa-west-1", []],
    ];
    for (const [region, names] of regions) {
        it(`has ${names.join(", ") || "nothing of EKS"} in ${region}`, () => {
            assert.deepEqual(eksNames(region), names);
        });
    }

    it("loses and gains services as the world says", () => {
        const overrides = {
            "eu-west-1": {
                "com.amazonaws.eu-west-1.oidc-eks": null,
                "com.amazonaws.eu-west-1.eks-fips": { policySupported: false },
            },
        };
        assert.deepEqual(eksNames("eu-west-1", overrides), [
            "eks",
            "eks-auth",
            "eks-proxy",
            "eks-capabilities",
            "eks-fips",
        ]);
    });

    it("is what the look-up answers", async () => {
        const found = await new Engine().invoke("ec2.getVpcEndpointService", {
            service: "oidc-eks",
        });
        assert.deepEqual(
            [found.availabilityZones, found.privateDnsNames, found.vpcEndpointPolicySupported],
            [
                ["eu-west-1a", "eu-west-1b", "eu-west-1c"],
                ["oidc.eks.eu-west-1.amazonaws.com", "oidc-eks.eu-west-1.api.aws"],
                false,
            ],
        );
    });

    it("asks for more when a name has a gateway and an interface", async () => {
        const ask = (more: { serviceType?: string }) =>
            new Engine().invoke("ec2.getVpcEndpointService", { service: "s3", ...more });
        await assert.rejects(ask({}), {
            message:
                "multiple VPC Endpoint Services matched; use additional constraints to reduce matches to a single " +
                "VPC Endpoint Service",
        });
        assert.equal((await ask({ serviceType: "Gateway" })).serviceType, "Gateway");
    });

    it("refuses a filter that the model does not know", () =>
        assert.rejects(
            new Engine().invoke("ec2.getVpcEndpointService", {
                filters: [{ name: "vpc", values: ["x"] }],
            }),
            {
                message:
                    "operation error EC2: DescribeVpcEndpointServices, api error InvalidParameterValue: " +
                    "The filter 'vpc' is invalid",
            },
        ));
});
