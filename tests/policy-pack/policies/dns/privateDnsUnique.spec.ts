import assert from "node:assert/strict";

import { privateDnsUnique as policy } from "../../../../policy-pack/policies/dns/privateDnsUnique";
import { judge } from "../../support/judge";
import {
    carriedBy,
    EKS_HOSTS,
    endpoint,
    endpointPrivateDns,
    forwarding,
    network,
    profile,
    profileAssociation,
    REGION,
    stackOf,
    vpc,
    zone,
    zoneAssociation,
} from "../../support/resources";
import { later, outputOf, type TestResource } from "../../support/testResource";

const NAMES = EKS_HOSTS.join(" and ");
const ONE_ANSWER = "a name has one answer in a VPC, so AWS refuses or passes over the other: ";
const TWO_ENDPOINTS =
    `VpcEndpoint "second": answers for ${NAMES} in Vpc "vpc", as VpcEndpoint "eks" does; ` +
    `${ONE_ANSWER}set privateDnsEnabled of one of them to false`;
const ENDPOINT_AND_ZONE =
    `Zone "zone": answers for ${EKS_HOSTS[0] ?? ""} in Vpc "vpc", as VpcEndpoint "eks" does; ` +
    `${ONE_ANSWER}set privateDnsEnabled of the endpoint to false, or take the zone out of the VPC`;

/** A second endpoint for the same service, in the VPC of the first or in another one. */
function second(inputs: { [key: string]: unknown }): TestResource {
    return endpoint(inputs, { name: "second" });
}

describe("privateDnsUnique", () => {
    it("accepts endpoints of different services in one VPC", async () => {
        const stack = network();
        const issuer = second({
            vpcId: outputOf(stack.vpc),
            serviceName: `com.amazonaws.${REGION}.oidc-eks`,
        });
        assert.deepEqual(await judge(policy, stackOf(stack, issuer)), []);
    });

    for (const phase of ["preview", "update"] as const) {
        it(`rejects two endpoints for one service in one VPC (${phase})`, async () => {
            const stack = network();
            const resources = [...stackOf(stack), second({ vpcId: outputOf(stack.vpc) })];
            assert.deepEqual(await judge(policy, resources, { phase }), [
                ["mandatory", "second", TWO_ENDPOINTS],
            ]);
        });
    }

    it("counts private DNS that EndpointPrivateDns switches on, before the flag of the endpoint", async () => {
        const stack = network({ endpoint: { privateDnsEnabled: undefined } });
        const other = second({ vpcId: outputOf(stack.vpc), privateDnsEnabled: undefined });
        const on = endpointPrivateDns(stack.endpoint);
        const alsoOn = endpointPrivateDns(other, {}, { name: "also-on" });
        const off = endpointPrivateDns(other, { privateDnsEnabled: false }, { name: "off" });
        const resources = [...stackOf(stack), other, on];
        assert.deepEqual(await judge(policy, [...resources, alsoOn]), [
            ["mandatory", "second", TWO_ENDPOINTS],
        ]);
        assert.deepEqual(await judge(policy, [...resources, off]), []);
    });

    it("advises when a Resolver rule takes a name away from an endpoint", async () => {
        const [name = ""] = EKS_HOSTS;
        const stack = network();
        const rules = forwarding(name, [stack.vpc]);
        assert.deepEqual(await judge(policy, stackOf(stack, ...rules)), [
            [
                "advisory",
                "forward",
                `ResolverRule "forward": domainName: forwards ${name} in Vpc "vpc", and a rule wins over ` +
                    'VpcEndpoint "eks", which answers for it there; take the rule out of the VPC, ' +
                    "unless the servers that it asks lead to the endpoint",
            ],
        ]);
    });

    it("leaves Resolver rules alone that forward something else, or in no VPC of an endpoint", async () => {
        const stack = network();
        const other = vpc({}, { name: "other" });
        const elsewhere = [other, ...forwarding(EKS_HOSTS[0] ?? "", [other])];
        assert.deepEqual(await judge(policy, stackOf(stack, ...elsewhere)), []);
        const wider = forwarding(`${REGION}.amazonaws.com`, [stack.vpc]);
        assert.deepEqual(await judge(policy, stackOf(stack, ...wider)), []);
    });

    it("rejects two endpoints in one VPC from elsewhere", async () => {
        const stack = network({ endpoint: { vpcId: "vpc-0123" } });
        const resources = [...stackOf(stack), second({ vpcId: "vpc-0123" })];
        assert.deepEqual(await judge(policy, resources), [
            ["mandatory", "second", TWO_ENDPOINTS.replace('Vpc "vpc"', "vpc-0123")],
        ]);
    });

    it("accepts a second endpoint without private DNS, or in another VPC", async () => {
        const stack = network();
        const other = vpc({}, { name: "other" });
        for (const inputs of [
            { vpcId: outputOf(stack.vpc), privateDnsEnabled: false },
            { vpcId: outputOf(stack.vpc), privateDnsEnabled: undefined },
            { vpcId: outputOf(other) },
        ]) {
            assert.deepEqual(await judge(policy, stackOf(stack, other, second(inputs))), []);
        }
    });

    it("rejects different services with one host name, as in GovCloud", async () => {
        const region = "us-gov-west-1";
        const stack = network({ endpoint: { serviceName: `com.amazonaws.${region}.eks` } });
        const fips = second({
            vpcId: outputOf(stack.vpc),
            serviceName: `com.amazonaws.${region}.eks-fips`,
        });
        assert.deepEqual(await judge(policy, [...stackOf(stack), fips]), [
            ["mandatory", "second", TWO_ENDPOINTS.replace(NAMES, `eks.${region}.amazonaws.com`)],
        ]);
    });

    it("rejects a zone in the VPC of an endpoint with private DNS", async () => {
        const stack = network();
        const hosted = zone({ vpcs: [{ vpcId: outputOf(stack.vpc) }] });
        assert.deepEqual(await judge(policy, stackOf(stack, hosted)), [
            ["mandatory", "zone", ENDPOINT_AND_ZONE],
        ]);
    });

    it("rejects a zone that an association brings there", async () => {
        const stack = network();
        const other = vpc({}, { name: "other" });
        const hosted = zone({ vpcs: [{ vpcId: outputOf(other) }] });
        const association = zoneAssociation({
            zoneId: outputOf(hosted, "zoneId"),
            vpcId: outputOf(stack.vpc),
        });
        assert.deepEqual(await judge(policy, stackOf(stack, other, hosted, association)), [
            ["mandatory", "zone", ENDPOINT_AND_ZONE],
        ]);
    });

    it("rejects a zone that a profile brings there", async () => {
        const stack = network();
        const other = vpc({}, { name: "other" });
        const hosted = zone({ vpcs: [{ vpcId: outputOf(other) }] });
        const own = profile();
        const joined = profileAssociation({
            profileId: outputOf(own),
            resourceId: outputOf(stack.vpc),
        });
        const resources = stackOf(stack, other, hosted, own, carriedBy(own, hosted), joined);
        for (const phase of ["preview", "update"] as const) {
            assert.deepEqual(await judge(policy, resources, { phase }), [
                ["mandatory", "zone", ENDPOINT_AND_ZONE],
            ]);
        }
    });

    it("accepts a zone that reaches a VPC both directly and through a profile", async () => {
        const stack = network({ endpoint: { privateDnsEnabled: false } });
        const hosted = zone({ vpcs: [{ vpcId: outputOf(stack.vpc) }] });
        const own = profile();
        const joined = profileAssociation({
            profileId: outputOf(own),
            resourceId: outputOf(stack.vpc),
        });
        assert.deepEqual(
            await judge(policy, stackOf(stack, hosted, own, carriedBy(own, hosted), joined)),
            [],
        );
    });

    it("accepts a zone in another profile than that of the VPC", async () => {
        const stack = network();
        const hosted = zone({});
        const [own, other] = [profile(), profile({ name: "other" })];
        const joined = profileAssociation({
            profileId: outputOf(other),
            resourceId: outputOf(stack.vpc),
        });
        const resources = stackOf(stack, hosted, own, other, carriedBy(own, hosted), joined);
        assert.deepEqual(await judge(policy, resources), []);
    });

    it("rejects two zones of one name in one VPC", async () => {
        const stack = network({ endpoint: { privateDnsEnabled: false } });
        const vpcs = [{ vpcId: outputOf(stack.vpc) }];
        const [one, two] = [zone({ vpcs }), zone({ vpcs }, { name: "again" })];
        assert.deepEqual(await judge(policy, stackOf(stack, one, two)), [
            [
                "mandatory",
                "again",
                `Zone "again": answers for ${EKS_HOSTS[0] ?? ""} in Vpc "vpc", as Zone "zone" does; ` +
                    `${ONE_ANSWER}keep one of the zones in the VPC`,
            ],
        ]);
    });

    it("does not guess at an unknown setting, VPC or zone name", async () => {
        const stack = network();
        const inVpc = { vpcId: outputOf(stack.vpc) };
        for (const [resource, path] of [
            [
                second({ ...inVpc, privateDnsEnabled: later(true) }),
                "boolean value at .privateDnsEnabled",
            ],
            [second({ vpcId: later("vpc-0123") }), "string value at .vpcId"],
            [
                zone({ name: later("eks"), vpcs: [inVpc] }, { name: "second" }),
                "string value at .name",
            ],
        ] as const) {
            const findings = await judge(policy, [...stackOf(stack), resource]);
            assert.deepEqual(
                findings.map(([level, about, message]) => [
                    level,
                    about,
                    message.split(": ").at(-1),
                ]),
                [
                    [
                        "advisory",
                        "second",
                        `${path.replace("boolean", "string")} can't be known during preview`,
                    ],
                ],
            );
        }
    });

    it("says nothing about malformed names and lists", async () => {
        const stack = network();
        const odd = [
            zone({ name: 5, vpcs: "all" }, { name: "a" }),
            zone({ name: "..", vpcs: [null, {}] }, { name: "b" }),
            second({ vpcId: null, serviceName: ["eks"] }),
        ];
        assert.deepEqual(await judge(policy, stackOf(stack, ...odd)), []);
    });
});
