import assert from "node:assert/strict";

import { checkAnswers, type ServiceAnswer } from "../../../../sdk/endpoint-set/verify/services";
import { sorted } from "../../../support/problems";

const judge = sorted(checkAnswers);

const IPV4 = { ipAddressType: "ipv4" } as const;

/** A service that AWS offers with some families. */
function offered(service: ServiceAnswer["service"], ...families: string[]): ServiceAnswer {
    const serviceName = `com.amazonaws.eu-west-1.${service}`;
    return {
        service,
        names: [serviceName],
        answer: {
            kind: "found",
            found: {
                serviceName,
                availabilityZones: ["eu-west-1a"],
                supportedIpAddressTypes: families,
                policySupported: true,
            },
        },
    };
}

/** A service that AWS does not know. */
function absent(service: ServiceAnswer["service"], region: string): ServiceAnswer {
    const names = [`com.amazonaws.${region}.${service}`];
    return { service, names, answer: { kind: "absent", reason: "InvalidServiceName" } };
}

describe("checkAnswers", () => {
    it("prints the list of services to paste where a default service does not exist", () => {
        const answers = [
            absent("eks", "ap-east-2"),
            offered("eks-auth", "ipv4"),
            offered("oidc-eks", "ipv4"),
        ];
        assert.deepEqual(judge(answers, "ap-east-2", IPV4), {
            problems: [
                {
                    path: "services[0]",
                    reason:
                        "region ap-east-2 offers no endpoint for eks (AWS knows no com.amazonaws.ap-east-2.eks); " +
                        'to go without, write services: ["eks-auth", "oidc-eks"]',
                },
            ],
            warnings: [],
        });
    });

    it("goes by the documentation where AWS was not asked", () => {
        const names = ["com.amazonaws.ap-east-2.eks"];
        const { problems } = judge([{ service: "eks", names }], "ap-east-2", IPV4);
        assert.deepEqual(problems, [
            {
                path: "services[0]",
                reason: "region ap-east-2 offers no endpoint for eks, according to the EKS documentation",
            },
        ]);
    });

    it("believes AWS more than the documentation", () => {
        assert.deepEqual(judge([offered("eks", "ipv4")], "ap-east-2", IPV4).problems, []);
    });

    it("asks for a name where no source gives one", () => {
        const { problems } = judge([{ service: "eks", names: [] }], "us-iso-east-1", IPV4);
        assert.deepEqual(problems, [
            {
                path: "services[0]",
                reason:
                    "no source gives the endpoint service name of eks in region us-iso-east-1; " +
                    "pass it in serviceNames.eks",
            },
        ]);
    });

    it("refuses a family that the service does not support here", () => {
        const { problems } = judge([offered("eks", "ipv4")], "eu-west-1", {
            ipAddressType: "dualstack",
        });
        assert.deepEqual(problems, [
            {
                path: "services[0]",
                reason:
                    "eks (com.amazonaws.eu-west-1.eks) supports ipv4 here, " +
                    'but ipAddressType "dualstack" needs ipv6; change ipAddressType or services',
            },
        ]);
    });

    it("only warns where AWS would not say", () => {
        const answer = { kind: "unclear", reason: "UnauthorizedOperation" } as const;
        const names = ["com.amazonaws.eu-west-1.eks"];
        assert.deepEqual(judge([{ service: "eks", names, answer }], "eu-west-1", IPV4), {
            problems: [],
            warnings: [
                "services[0]: could not be verified: UnauthorizedOperation; " +
                    "allow the deployer to describe it, or set verify: false to go without",
            ],
        });
    });
});
