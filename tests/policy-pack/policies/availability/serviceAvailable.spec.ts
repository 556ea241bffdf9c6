import assert from "node:assert/strict";

import { serviceAvailable as policy } from "../../../../policy-pack/policies/availability/serviceAvailable";
import { judge, reasonsOf } from "../../support/judge";
import { awsProvider, network, stackOf } from "../../support/resources";
import { later, type TestResource } from "../../support/testResource";

/** A stack whose endpoint has these inputs. */
function withEndpoint(endpoint: { [key: string]: unknown }): ReturnType<typeof stackOf> {
    return stackOf(network({ endpoint }));
}

describe("serviceAvailable", () => {
    for (const serviceName of [
        "com.amazonaws.eu-central-1.eks",
        "com.amazonaws.ap-southeast-5.eks-auth",
        "com.amazonaws.us-gov-west-1.eks-fips",
        "cn.com.amazonaws.cn-north-1.eks",
        "com.amazonaws.cn-north-1.eks",
    ]) {
        it(`accepts ${serviceName}`, async () => {
            assert.deepEqual(await judge(policy, withEndpoint({ serviceName })), []);
        });
    }

    it("rejects a service that its region is documented to lack", async () => {
        const serviceName = "com.amazonaws.mx-central-1.eks";
        assert.deepEqual(await judge(policy, withEndpoint({ serviceName })), [
            [
                "mandatory",
                "eks",
                `VpcEndpoint "eks": serviceName: is "${serviceName}", but AWS documents that mx-central-1 has no eks ` +
                    "endpoint; leave it out and let clients reach the public API",
            ],
        ]);
    });

    it("rejects a name of another partition", async () => {
        const serviceName = "cn.com.amazonaws.eu-central-1.eks";
        assert.deepEqual(await judge(policy, withEndpoint({ serviceName })), [
            [
                "mandatory",
                "eks",
                `VpcEndpoint "eks": serviceName: is "${serviceName}", which eu-central-1 does not have; ` +
                    "allowed: com.amazonaws.eu-central-1.eks",
            ],
        ]);
    });

    for (const region of ["me-west-1", "sa-west-1"]) {
        for (const phase of ["preview", "update"] as const) {
            it(`advises to ask AWS about ${region}, where no source lists EKS (${phase})`, async () => {
                const serviceName = `com.amazonaws.${region}.eks-auth`;
                const stack = inRegion(region, { serviceName });
                for (const { computed } of stack) {
                    computed.arn = String(computed.arn).replace("eu-central-1", region);
                }
                assert.deepEqual(await judge(policy, stack, { phase }), [
                    [
                        "advisory",
                        "eks",
                        `VpcEndpoint "eks": serviceName: is "${serviceName}", but no source lists EKS in ${region}; see first ` +
                            `whether AWS has it: aws ec2 describe-vpc-endpoint-services --region ${region} --service-names ` +
                            serviceName,
                    ],
                ]);
            });
        }
    }

    for (const [word, meant] of [
        ["eksauth", "eks-auth"],
        ["eks-oidc", "oidc-eks"],
    ]) {
        it(`asks whether ${word} is ${meant}`, async () => {
            const serviceName = `com.amazonaws.eu-central-1.${word}`;
            for (const phase of ["preview", "update"] as const) {
                assert.deepEqual(await judge(policy, withEndpoint({ serviceName }), { phase }), [
                    [
                        "advisory",
                        "eks",
                        `VpcEndpoint "eks": serviceName: is "${serviceName}", which is no service of EKS, so nothing judges it; ` +
                            `did you mean com.amazonaws.eu-central-1.${meant}?`,
                    ],
                ]);
            }
        });
    }

    it("says nothing about endpoints of other services", async () => {
        for (const word of ["ecs", "kms", "ec2"]) {
            const serviceName = `com.amazonaws.eu-central-1.${word}`;
            assert.deepEqual(await judge(policy, withEndpoint({ serviceName })), []);
        }
    });

    for (const path of ["region", "serviceRegion"]) {
        it(`rejects a service of another region than ${path}`, async () => {
            assert.deepEqual(await judge(policy, withEndpoint({ [path]: "eu-west-1" })), [
                [
                    "mandatory",
                    "eks",
                    `VpcEndpoint "eks": ${path}: is "eu-west-1", but the service is in eu-central-1; EKS has no endpoints ` +
                        "across regions, so name one region in both",
                ],
            ]);
            assert.deepEqual(await judge(policy, withEndpoint({ [path]: "eu-central-1" })), []);
        });
    }

    /** A stack in a region, whose endpoint and subnets are made with a provider for that region. */
    function inRegion(region: string, endpoint: { [key: string]: unknown } = {}): TestResource[] {
        const provider = awsProvider("elsewhere", { region });
        const stack = network({ endpoint, subnet: { availabilityZone: `${region}a` } });
        return stackOf(stack).map((resource) => Object.assign(resource, { provider }));
    }

    it("rejects a service of another region than the provider's", async () => {
        const serviceName = "com.amazonaws.us-east-1.eks";
        assert.deepEqual(await judge(policy, inRegion("ap-southeast-1", { serviceName })), [
            [
                "mandatory",
                "eks",
                `VpcEndpoint "eks": serviceName: is "${serviceName}", but the endpoint is in ap-southeast-1; EKS has no ` +
                    "endpoints across regions, so name com.amazonaws.ap-southeast-1.eks",
            ],
        ]);
        assert.deepEqual(await judge(policy, inRegion("eu-central-1")), []);
    });

    it("says once that the service is of another region than the one asked for", async () => {
        for (const path of ["region", "serviceRegion"]) {
            const stack = inRegion("ap-southeast-1", { [path]: "ap-southeast-1" });
            assert.equal((await judge(policy, stack)).length, 1);
        }
    });

    for (const zone of ["eu-west-1b", "eu-west-1-dub-1a"]) {
        it(`rejects a service of another region than its subnet's zone ${zone}`, async () => {
            const stack = stackOf(network({ subnet: { availabilityZone: zone } }));
            assert.deepEqual(await judge(policy, stack), [
                [
                    "mandatory",
                    "eks",
                    'VpcEndpoint "eks": serviceName: is "com.amazonaws.eu-central-1.eks", but Subnet "subnet" is in ' +
                        "eu-west-1; EKS has no endpoints across regions, so name com.amazonaws.eu-west-1.eks",
                ],
            ]);
        });
    }

    it("accepts a subnet of which only the ID of the zone is known", async () => {
        const stack = stackOf(network({ subnet: { availabilityZoneId: "euw1-az1" } }));
        assert.deepEqual(await judge(policy, stack), []);
    });

    it("does not apply where no source gives service names", async () => {
        for (const region of ["us-iso-east-1", "mars-north-1"]) {
            const serviceName = `com.amazonaws.${region}.eks`;
            assert.deepEqual(await reasonsOf(policy, withEndpoint({ serviceName })), [
                `VpcEndpoint "eks" is in ${region}, for which no source gives service names`,
            ]);
        }
    });

    it("judges the known service beside an unknown region, and no unknown service", async () => {
        const unsure =
            "can't run policy 'service-available' from policy pack 'eks-privatelink@v0.0.0' during preview: string value at ";
        const unknown = (path: string): [string, string, string] => [
            "advisory",
            "eks",
            `${unsure}.${path} can't be known during preview`,
        ];
        const serviceName = "com.amazonaws.mx-central-1.eks";
        const findings = await judge(policy, withEndpoint({ serviceName, region: later("x") }));
        assert.deepEqual(
            findings.map(([level, resource]) => [level, resource]),
            [
                ["mandatory", "eks"],
                ["advisory", "eks"],
            ],
        );
        assert.deepEqual(findings[1], unknown("region"));
        assert.deepEqual(await judge(policy, withEndpoint({ serviceName: later(serviceName) })), [
            unknown("serviceName"),
        ]);
    });

    it("says nothing about malformed names", async () => {
        for (const serviceName of [5, [], "com.amazonaws..eks", ""]) {
            assert.deepEqual(await judge(policy, withEndpoint({ serviceName, region: 7 })), []);
        }
    });
});
