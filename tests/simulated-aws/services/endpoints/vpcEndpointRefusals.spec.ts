import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { textOf } from "../../../../simulated-aws/model/values";
import { createWorld } from "../../../../simulated-aws/world/createWorld";
import { endpointInputs, Engine, network } from "../../support/engine";
import { answer, refused } from "../../support/refused";

const EKS = "com.amazonaws.eu-west-1.eks";

describe("what EC2 refuses in an endpoint", () => {
    it("a service that does not exist", () =>
        refused(
            "InvalidServiceName: The Vpc Endpoint Service 'com.amazonaws.eu-west-1.eks-fips' does not exist",
            (place) => endpointInputs(place, "eks-fips"),
        ));

    it("a service of another region", () =>
        refused(
            "InvalidServiceName: The Vpc Endpoint Service 'com.amazonaws.us-east-1.eks' does not exist",
            (place) => endpointInputs(place, "", { serviceName: "com.amazonaws.us-east-1.eks" }),
        ));

    it("a gateway endpoint for a service that has none", () =>
        refused(
            "InvalidParameter: Endpoint type (Gateway) does not match available service types ([Interface]).",
            (place) => ({ vpcId: place.vpc.id, serviceName: EKS }),
        ));

    it("a zone without the service", () => {
        const availabilityZones = ["eu-west-1a", "eu-west-1c"];
        const world = createWorld({
            endpointServices: { "eu-west-1": { [EKS]: { availabilityZones } } },
        });
        return refused(
            `InvalidParameter: The VPC endpoint service ${EKS} does not support the availability zone of the subnet: <subnet 1>.`,
            (place) => endpointInputs(place),
            { engine: new Engine(world) },
        );
    });

    it("two subnets of one zone", () =>
        refused(
            "DuplicateSubnetsInSameZone: Found another VPC endpoint subnet in the availability zone of <subnet 1>",
            (place) => endpointInputs(place),
            { zones: "aa" },
        ));

    it("a subnet of another VPC", async () => {
        const engine = new Engine();
        const other = await network(engine, "c");
        const [subnetId = ""] = other.subnetIds;
        await refused(
            `InvalidParameter: The subnet ${subnetId} does not belong to the VPC <vpc>.`,
            (place) => endpointInputs(place, "eks", { subnetIds: [subnetId] }),
            { engine },
        );
    });

    it("a security group of another VPC", async () => {
        const engine = new Engine();
        const other = await network(engine, "");
        const groupId = textOf(other.vpc.outputs.defaultSecurityGroupId);
        await refused(
            `InvalidGroup.NotFound: The security group '${groupId}' does not exist in VPC '<vpc>'`,
            (place) => endpointInputs(place, "eks", { securityGroupIds: [groupId] }),
            { engine },
        );
    });

    for (const [attributes, vpc] of [
        ["host names", { enableDnsHostnames: false }],
        ["DNS support", { enableDnsSupport: false }],
    ] as const) {
        it(`private DNS in a VPC without ${attributes}`, () =>
            refused(
                "InvalidParameter: Enabling private DNS requires both enableDnsSupport and enableDnsHostnames VPC attributes set to true for <vpc>",
                (place) => endpointInputs(place),
                { vpc },
            ));
    }

    it("private DNS for a name that another endpoint of the VPC has", async () => {
        const engine = new Engine();
        const place = await network(engine);
        await engine.create("ec2.VpcEndpoint", endpointInputs(place));
        await assert.rejects(engine.create("ec2.VpcEndpoint", endpointInputs(place)), {
            message: answer(
                "InvalidParameter: private-dns-enabled cannot be set because there is already a conflicting DNS domain for eks.eu-west-1.amazonaws.com in the VPC <vpc>",
                place,
            ),
        });
        await engine.create(
            "ec2.VpcEndpoint",
            endpointInputs(place, "eks", { privateDnsEnabled: false }),
        );
    });

    it("any policy on a service that takes none", () =>
        refused(
            "InvalidParameter: Service com.amazonaws.eu-west-1.oidc-eks only supports the full-access endpoint policy.",
            (place) => endpointInputs(place, "oidc-eks", { policy: `{ "Statement": [] }` }),
        ));

    const policies: [string, unknown, string][] = [
        [
            "longer than 20,480 characters",
            { Statement: [], x: "x".repeat(20_480) },
            "it has 20503 characters, the maximum is 20480",
        ],
        [
            "without statements",
            { Version: "2012-10-17" },
            "it is not a JSON object with a Statement",
        ],
        [
            "without Principal",
            { Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] },
            "statement 0 has no Principal",
        ],
        [
            "without Action",
            { Statement: { Effect: "Allow", Principal: "*", Resource: "*" } },
            "statement 0 has no Action",
        ],
    ];
    for (const [title, policy, reason] of policies) {
        it(`a policy ${title}`, () =>
            refused(
                `InvalidPolicyDocument: The specified policy document is not valid: ${reason}.`,
                (place) => endpointInputs(place, "eks", { policy: JSON.stringify(policy) }),
            ));
    }

    it("a policy that is not JSON, before anything is sent", () =>
        refused(/^policy: "policy" contains an invalid JSON: /, (place) =>
            endpointInputs(place, "eks", { policy: "{" }),
        ));

    it("more than 50 interface endpoints in a VPC", async () => {
        const engine = new Engine();
        const place = await network(engine, "");
        const inputs = endpointInputs(place, "eks", { privateDnsEnabled: false });
        for (let count = 0; count < 50; count += 1) {
            await engine.create("ec2.VpcEndpoint", inputs);
        }
        await assert.rejects(engine.create("ec2.VpcEndpoint", inputs), {
            message: answer(
                "VpcEndpointLimitExceeded: The maximum number of VPC endpoints has been reached.",
                place,
            ),
        });
    });

    for (const [title, ipv4, message] of [
        [
            "a reserved address",
            "10.0.0.3",
            "InvalidParameterValue: Address 10.0.0.3 does not fall within the subnet's address range",
        ],
        [
            "an address outside the subnet",
            "10.0.9.9",
            "InvalidParameterValue: Address 10.0.9.9 does not fall within the subnet's address range",
        ],
    ] as const) {
        it(title, () =>
            refused(message, (place) =>
                endpointInputs(place, "eks", {
                    subnetConfigurations: [{ subnetId: place.subnetIds[0], ipv4 }],
                }),
            ),
        );
    }
});
