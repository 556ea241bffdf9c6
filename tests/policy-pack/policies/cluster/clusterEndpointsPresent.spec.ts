import assert from "node:assert/strict";

import { clusterEndpointsPresent as policy } from "../../../../policy-pack/policies/cluster/clusterEndpointsPresent";
import { judge, reasonsOf } from "../../support/judge";
import {
    carriedBy,
    cluster,
    endpoint,
    type Network,
    network,
    profile,
    profileAssociation,
    REGION,
    stackOf,
    subnet,
    vpc,
    zone,
    zoneAssociation,
} from "../../support/resources";
import { later, outputOf, type TestResource } from "../../support/testResource";

function lacks(services: string, place = 'Vpc "vpc"'): [string, string, string][] {
    return [
        [
            "advisory",
            "cluster",
            `Cluster "cluster": has no public access, but nothing here gives ${place} the endpoints ${services}; ` +
                "create them there, or associate the zones or the profile of a hub with the VPC",
        ],
    ];
}

function auth(inputs: { [key: string]: unknown }): TestResource {
    return endpoint(
        { serviceName: `com.amazonaws.${REGION}.eks-auth`, ...inputs },
        { name: "eks-auth" },
    );
}

/** The stack of a network with a cluster in its subnet. */
function withCluster(
    stack: Network,
    more: TestResource[] = [],
    vpcConfig: { [key: string]: unknown } = {},
): TestResource[] {
    const own = cluster({ subnetIds: [outputOf(stack.subnet)], ...vpcConfig });
    return stackOf(stack, ...more, own);
}

describe("clusterEndpointsPresent", () => {
    for (const phase of ["preview", "update"] as const) {
        it(`accepts a VPC with the endpoints that nodes need (${phase})`, async () => {
            const stack = network();
            const resources = withCluster(stack, [auth({ vpcId: outputOf(stack.vpc) })]);
            assert.deepEqual(await judge(policy, resources, { phase }), []);
        });

        it(`advises about one that is missing (${phase})`, async () => {
            const resources = withCluster(network());
            assert.deepEqual(await judge(policy, resources, { phase }), lacks("eks-auth"));
        });
    }

    it("leaves it to private-dns-enabled whether the names of an endpoint lead to it", async () => {
        const stack = network({ endpoint: { privateDnsEnabled: false } });
        const resources = withCluster(stack, [auth({ vpcId: outputOf(stack.vpc) })]);
        assert.deepEqual(await judge(policy, resources), []);
    });

    it("advises about the services that the configuration names", async () => {
        const config = { [policy.name]: { services: ["eks", "oidc-eks", "eks-proxy"] } };
        assert.deepEqual(
            await judge(policy, withCluster(network()), { config }),
            lacks("oidc-eks, eks-proxy"),
        );
    });

    it("leaves clusters with public access alone", async () => {
        for (const endpointPublicAccess of [true, undefined]) {
            const resources = withCluster(network(), [], { endpointPublicAccess });
            assert.deepEqual(await judge(policy, resources), []);
        }
    });

    it("does not count endpoints of another VPC, unless zones or a profile bring their names", async () => {
        const stack = network();
        const spoke = vpc({}, { name: "spoke" });
        const nodes = subnet({ vpcId: outputOf(spoke) }, { name: "nodes" });
        const own = cluster({ subnetIds: [outputOf(nodes)] });
        const far = auth({ vpcId: outputOf(stack.vpc) });
        const apart = stackOf(stack, spoke, nodes, far, own);
        assert.deepEqual(await judge(policy, apart), lacks("eks, eks-auth", 'Vpc "spoke"'));
        const inSpoke = { vpcId: outputOf(spoke) };
        const zones = ["eks.eu-central-1.amazonaws.com", "eks-auth.eu-central-1.api.aws"].map(
            (name, i) => zone({ name, vpcs: [inSpoke] }, { name: `zone-${i}` }),
        );
        assert.deepEqual(await judge(policy, [...apart, ...zones]), []);
        const shared = profile();
        const carried = [
            shared,
            carriedBy(shared, stack.endpoint),
            carriedBy(shared, far),
            profileAssociation({ profileId: outputOf(shared), resourceId: outputOf(spoke) }),
        ];
        assert.deepEqual(await judge(policy, [...apart, ...carried]), []);
    });

    it("does not apply where names or subnets come from other stacks", async () => {
        const reason =
            'Cluster "cluster" has its subnets or the names of its VPC from another stack';
        const stack = network();
        const inVpc = outputOf(stack.vpc);
        for (const resources of [
            withCluster(stack, [zoneAssociation({ zoneId: "Z0123", vpcId: inVpc })]),
            withCluster(stack, [profileAssociation({ profileId: "rp-0123", resourceId: inVpc })]),
            withCluster(stack, [], { subnetIds: ["subnet-0123"] }),
        ]) {
            assert.deepEqual(await reasonsOf(policy, resources), [reason]);
            assert.deepEqual(await judge(policy, resources), []);
        }
    });

    it("does not guess at unknown endpoints, subnets and access", async () => {
        const stack = network();
        const inVpc = { vpcId: outputOf(stack.vpc) };
        for (const [resources, path] of [
            [withCluster(stack, [auth({ ...inVpc, serviceName: later("x") })]), ".serviceName"],
            [withCluster(stack, [auth({ vpcId: later("vpc-0123") })]), ".vpcId"],
            [withCluster(stack, [zone({ name: later("x"), vpcs: [inVpc] })]), ".name"],
            [withCluster(stack, [], { subnetIds: later([]) }), ".vpcConfig.subnetIds"],
            [
                withCluster(stack, [], { endpointPublicAccess: later(false) }),
                ".vpcConfig.endpointPublicAccess",
            ],
        ] as const) {
            const findings = await judge(policy, resources);
            assert.deepEqual(
                findings.map(([level, , message]) => [level, message.split(": ").at(-1)]),
                [["advisory", `string value at ${path} can't be known during preview`]],
            );
        }
    });

    it("says nothing about malformed settings", async () => {
        const own = cluster({});
        for (const vpcConfig of [undefined, 5, { endpointPublicAccess: "no" }]) {
            own.inputs = { vpcConfig };
            assert.deepEqual(await judge(policy, stackOf(network(), own)), []);
        }
    });
});
