import assert from "node:assert/strict";

import { clusterEndpointsPresent as policy } from "../../../../policy-pack/policies/cluster/clusterEndpointsPresent";
import { judge, reasonsOf } from "../../support/judge";
import {
    carriedBy,
    cluster,
    defaultRoute,
    endpoint,
    forwarding,
    internetGateway,
    mainRouteTable,
    natGateway,
    type Network,
    network,
    nodeGroup,
    profile,
    profileAssociation,
    REGION,
    routed,
    routeTable,
    stackOf,
    subnet,
    takenOver,
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
        const reason = 'Cluster "cluster" has its subnets or the names of its VPC from elsewhere';
        const stack = network();
        const inVpc = outputOf(stack.vpc);
        for (const resources of [
            withCluster(stack, [zoneAssociation({ zoneId: "Z0123", vpcId: inVpc })]),
            withCluster(stack, [profileAssociation({ profileId: "rp-0123", resourceId: inVpc })]),
            withCluster(stack, [], { subnetIds: ["subnet-0123"] }),
            withCluster(stack, forwarding("amazonaws.com", [stack.vpc])),
            withCluster(stack, forwarding(`eks-auth.${REGION}.api.aws`, [stack.vpc])),
            withCluster(stack, forwarding("amazonaws.com", [stack.vpc]).slice(1)).map((each) =>
                each.name === "forward-vpc"
                    ? { ...each, inputs: { ...each.inputs, resolverRuleId: "rslvr-rr-0123" } }
                    : each,
            ),
        ]) {
            assert.deepEqual(await reasonsOf(policy, resources), [reason]);
            assert.deepEqual(await judge(policy, resources), []);
        }
    });

    it("does not take Resolver rules of other VPCs or for other names for names of EKS", async () => {
        const stack = network();
        const other = vpc({}, { name: "other" });
        for (const more of [
            [other, ...forwarding("amazonaws.com", [other])],
            forwarding("corp.example.com", [stack.vpc]),
        ]) {
            assert.deepEqual(await judge(policy, withCluster(stack, more)), lacks("eks-auth"));
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

    describe("with egress", () => {
        for (const phase of ["preview", "update"] as const) {
            it(`accepts nodes that reach public endpoints through a NAT gateway (${phase})`, async () => {
                const stack = network();
                const nat = natGateway();
                const out = { natGatewayId: outputOf(nat) };
                const inline = routeTable(stack.vpc, {
                    routes: [{ cidrBlock: "0.0.0.0/0", ...out }],
                });
                const plain = routeTable(stack.vpc);
                for (const table of [
                    [inline, routed(stack.subnet, outputOf(inline))],
                    [
                        plain,
                        routed(stack.subnet, outputOf(plain)),
                        defaultRoute(outputOf(plain), out),
                    ],
                    [routed(stack.subnet, "rtb-0123"), defaultRoute("rtb-0123", out)],
                    [defaultRoute(outputOf(stack.vpc, "mainRouteTableId"), out)],
                    [defaultRoute(outputOf(stack.vpc, "defaultRouteTableId"), out)],
                    [plain, mainRouteTable(stack.vpc, plain), defaultRoute(outputOf(plain), out)],
                    [takenOver(stack.vpc, [{ cidrBlock: "0.0.0.0/0", ...out }])],
                ]) {
                    const resources = withCluster(stack, [nat, ...table]);
                    assert.deepEqual(await judge(policy, resources, { phase }), []);
                }
            });

            it(`advises where the default route leads to no NAT or internet gateway (${phase})`, async () => {
                const stack = network();
                const closed = natGateway({ connectivityType: "private" });
                const table = routeTable(stack.vpc);
                const own = [table, routed(stack.subnet, outputOf(table))];
                for (const more of [
                    [],
                    [defaultRoute(outputOf(table), { transitGatewayId: "tgw-0123" })],
                    [defaultRoute(outputOf(table), { gatewayId: "vgw-0123" })],
                    [closed, defaultRoute(outputOf(table), { natGatewayId: outputOf(closed) })],
                    [
                        defaultRoute(outputOf(table), {
                            natGatewayId: "nat-0123",
                            destinationCidrBlock: "192.0.2.0/24",
                        }),
                    ],
                    [defaultRoute("rtb-0123", { natGatewayId: "nat-0123" })],
                    [
                        defaultRoute(outputOf(stack.vpc, "mainRouteTableId"), {
                            natGatewayId: "nat-0123",
                        }),
                    ],
                ]) {
                    const resources = withCluster(stack, [...own, ...more]);
                    assert.deepEqual(await judge(policy, resources, { phase }), lacks("eks-auth"));
                }
            });
        }

        it("says why it has nothing to say", async () => {
            const stack = network();
            const route = defaultRoute("rtb-0123", { natGatewayId: "nat-0123" });
            const resources = withCluster(stack, [routed(stack.subnet, "rtb-0123"), route]);
            assert.deepEqual(await reasonsOf(policy, resources), [
                'Cluster "cluster" has nodes that reach public endpoints through a NAT or internet gateway',
            ]);
        });

        it("asks it of every subnet of the cluster, public ones with an internet gateway among them", async () => {
            const stack = network();
            const open = subnet({ vpcId: outputOf(stack.vpc) }, { name: "open" });
            const internet = internetGateway(stack.vpc);
            const own = cluster({ subnetIds: [outputOf(stack.subnet), outputOf(open)] });
            const route = defaultRoute("rtb-0123", { natGatewayId: "nat-0123" });
            const resources = stackOf(stack, open, own, routed(stack.subnet, "rtb-0123"), route);
            assert.deepEqual(await judge(policy, resources), lacks("eks-auth"));
            const table = routeTable(
                stack.vpc,
                { routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: outputOf(internet) }] },
                { name: "public" },
            );
            const out = [internet, table, routed(open, outputOf(table))];
            assert.deepEqual(await judge(policy, [...resources, ...out]), []);
        });

        it("asks it of the subnets of node groups where there are some", async () => {
            const stack = network();
            const nodes = subnet({ vpcId: outputOf(stack.vpc) }, { name: "nodes" });
            const own = cluster({ subnetIds: [outputOf(stack.subnet)] });
            const group = nodeGroup(own, [outputOf(nodes)]);
            const route = defaultRoute("rtb-0123", { natGatewayId: "nat-0123" });
            const inNodes = [routed(nodes, "rtb-0123"), route];
            const inCluster = [routed(stack.subnet, "rtb-0123"), route];
            const resources = stackOf(stack, nodes, own, group);
            assert.deepEqual(await judge(policy, [...resources, ...inNodes]), []);
            assert.deepEqual(await judge(policy, [...resources, ...inCluster]), lacks("eks-auth"));
        });

        it("does not guess where routes are unknown", async () => {
            const stack = network();
            const table = routeTable(stack.vpc, { routes: later([]) });
            const own = routed(stack.subnet, outputOf(table));
            assert.deepEqual(await judge(policy, withCluster(stack, [table, own])), [
                [
                    "advisory",
                    "private",
                    'RouteTable "private": not judged yet: string value at .routes can\'t be known during preview',
                ],
            ]);
        });
    });

    it("says nothing about malformed settings", async () => {
        const own = cluster({});
        for (const vpcConfig of [undefined, 5, { endpointPublicAccess: "no" }]) {
            own.inputs = { vpcConfig };
            assert.deepEqual(await judge(policy, stackOf(network(), own)), []);
        }
    });
});
