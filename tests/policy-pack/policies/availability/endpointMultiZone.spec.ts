import assert from "node:assert/strict";

import { endpointMultiZone as policy } from "../../../../policy-pack/policies/availability/endpointMultiZone";
import { judge } from "../../support/judge";
import {
    compliantStack,
    network,
    REGION,
    stackOf,
    subnet,
    subnetAssociation,
} from "../../support/resources";
import { later, outputOf, type TestResource } from "../../support/testResource";

function alone(where: string): string {
    return (
        `VpcEndpoint "eks": subnetIds: has ${where}, so clients lose the endpoint with one availability zone; ` +
        "add a subnet in another zone"
    );
}

/** A stack whose endpoint is in two subnets of these zones. */
function inZones(...zones: (string | undefined)[]): TestResource[] {
    const subnets = zones.map((availabilityZone, i) =>
        subnet({ availabilityZone }, { name: `subnet-${i}` }),
    );
    const subnetIds = subnets.map((each) => outputOf(each));
    return stackOf(network({ endpoint: { subnetIds } }), ...subnets);
}

describe("endpointMultiZone", () => {
    for (const phase of ["preview", "update"] as const) {
        it(`accepts subnets in two zones (${phase})`, async () => {
            assert.deepEqual(await judge(policy, compliantStack(), { phase }), []);
        });
    }

    it("accepts two subnets of which nothing tells the zone", async () => {
        assert.deepEqual(await judge(policy, inZones(undefined, undefined)), []);
        const elsewhere = network({ endpoint: { subnetIds: ["subnet-1", "subnet-2"] } });
        assert.deepEqual(await judge(policy, stackOf(elsewhere)), []);
    });

    it("rejects one subnet, and none", async () => {
        assert.deepEqual(await judge(policy, stackOf(network())), [
            ["mandatory", "eks", alone("one subnet")],
        ]);
        for (const subnetIds of [undefined, []]) {
            assert.deepEqual(await judge(policy, stackOf(network({ endpoint: { subnetIds } }))), [
                ["mandatory", "eks", alone("no subnet")],
            ]);
        }
    });

    it("takes a subnet that is named twice for one", async () => {
        const twice = network();
        twice.endpoint.inputs.subnetIds = [outputOf(twice.subnet), outputOf(twice.subnet)];
        assert.deepEqual(await judge(policy, stackOf(twice), { phase: "update" }), [
            ["mandatory", "eks", alone("one subnet")],
        ]);
    });

    it("rejects subnets of one zone", async () => {
        assert.deepEqual(await judge(policy, inZones(`${REGION}a`, `${REGION}a`)), [
            [
                "mandatory",
                "eks",
                `VpcEndpoint "eks": subnetIds: has 2 subnets, all in ${REGION}a; take one subnet in each of two zones or more`,
            ],
        ]);
    });

    for (const third of [
        later("subnet-3"),
        "subnet-3",
        outputOf(subnet({ availabilityZone: `${REGION}b` })),
    ]) {
        it(`rejects two subnets of one zone beside ${JSON.stringify(third)}`, async () => {
            const subnets = ["one", "two"].map((name) =>
                subnet({ availabilityZone: `${REGION}a` }, { name }),
            );
            const subnetIds = [...subnets.map((each) => outputOf(each)), third];
            const stack = stackOf(network({ endpoint: { subnetIds } }), ...subnets);
            assert.deepEqual(await judge(policy, stack), [
                [
                    "mandatory",
                    "eks",
                    `VpcEndpoint "eks": subnetIds: has Subnet "one" and Subnet "two" in ${REGION}a, and AWS takes one ` +
                        "subnet of an endpoint a zone; keep one of them",
                ],
            ]);
        });
    }

    it("rejects a subnet of the same zone that an association adds", async () => {
        const stack = network({ subnet: { availabilityZone: `${REGION}a` } });
        const added = subnet({ availabilityZone: `${REGION}a` }, { name: "added" });
        const association = subnetAssociation({
            vpcEndpointId: outputOf(stack.endpoint),
            subnetId: outputOf(added),
        });
        assert.deepEqual(
            (await judge(policy, stackOf(stack, added, association))).map(([level]) => level),
            ["mandatory"],
        );
    });

    it("counts subnets that associations add", async () => {
        const stack = network();
        const other = subnet({ vpcId: outputOf(stack.vpc) }, { name: "other" });
        const association = subnetAssociation({
            vpcEndpointId: outputOf(stack.endpoint),
            subnetId: outputOf(other),
        });
        assert.deepEqual(await judge(policy, stackOf(stack, other, association)), []);
    });

    it("counts an unknown subnet as one, and does not guess at an unknown list", async () => {
        const two = network({ endpoint: { subnetIds: [later("subnet-1"), later("subnet-2")] } });
        assert.deepEqual(await judge(policy, stackOf(two)), []);
        const list = network({ endpoint: { subnetIds: later(["subnet-1"]) } });
        assert.deepEqual(await judge(policy, stackOf(list)), [
            [
                "advisory",
                "eks",
                'VpcEndpoint "eks": not judged yet: string value at .subnetIds can\'t be known during preview',
            ],
        ]);
    });

    it("takes a malformed list for one subnet", async () => {
        const stack = network({ endpoint: { subnetIds: { a: 1 } } });
        assert.deepEqual(await judge(policy, stackOf(stack)), [
            ["mandatory", "eks", alone("one subnet")],
        ]);
    });
});
