import { outputOf, type TestResource } from "../testResource";
import { type Inputs, REGION } from "./common";
import { endpoint, subnet, vpc } from "./endpoints";
import { flowLog, logGroup, role } from "./flowLogs";
import { securityGroup } from "./securityGroups";

/** The stack itself, which the engine shows as a resource too. */
export function stackResource(): TestResource {
    return { type: "pulumi:pulumi:Stack", name: "test-dev", inputs: {}, computed: {} };
}

/** The resources of a stack with one endpoint, by what they are. */
export interface Network {
    vpc: TestResource;
    subnet: TestResource;
    group: TestResource;
    endpoint: TestResource;
    logGroup: TestResource;
    role: TestResource;
    log: TestResource;
}

/** An endpoint in a VPC of its own, with its group and flow log, and how to spoil them. */
export function network(
    spoil: { [part in keyof Network]?: Inputs } = {},
    placed: { endpointIn?: TestResource } = {},
): Network {
    const ownVpc = vpc(spoil.vpc);
    const ownSubnet = subnet({ vpcId: outputOf(ownVpc), ...spoil.subnet });
    const group = securityGroup({ vpcId: outputOf(ownVpc), ...spoil.group });
    const ownLogGroup = logGroup(spoil.logGroup);
    const ownRole = role(spoil.role);
    return {
        vpc: ownVpc,
        subnet: ownSubnet,
        group,
        endpoint: endpoint(
            {
                vpcId: outputOf(ownVpc),
                subnetIds: [outputOf(ownSubnet)],
                securityGroupIds: [outputOf(group)],
                ...spoil.endpoint,
            },
            { parent: placed.endpointIn },
        ),
        logGroup: ownLogGroup,
        role: ownRole,
        log: flowLog({
            vpcId: outputOf(ownVpc),
            logDestination: outputOf(ownLogGroup, "arn"),
            iamRoleArn: outputOf(ownRole, "arn"),
            ...spoil.log,
        }),
    };
}

/** The whole stack of a network, with more resources in it. */
export function stackOf(network: Network, ...more: TestResource[]): TestResource[] {
    const parts = Object.values(network) as TestResource[];
    return [stackResource(), ...more, ...parts];
}

/** A network that every policy accepts: two endpoints whose names belong together, each in two zones. */
export interface CompliantNetwork extends Network {
    other: TestResource;
    issuer: TestResource;
}

/** The compliant network with parts of it spoilt. */
export function compliantNetwork(
    spoil: Parameters<typeof network>[0] & { other?: Inputs } = {},
): CompliantNetwork {
    const stack = network({
        ...spoil,
        subnet: { availabilityZone: `${REGION}a`, ...spoil.subnet },
    });
    const other = subnet(
        {
            vpcId: outputOf(stack.vpc),
            cidrBlock: "10.0.2.0/24",
            availabilityZone: `${REGION}b`,
            ...spoil.other,
        },
        { name: "other" },
    );
    const places = {
        vpcId: outputOf(stack.vpc),
        subnetIds: [outputOf(stack.subnet), outputOf(other)],
        securityGroupIds: [outputOf(stack.group)],
    };
    Object.assign(stack.endpoint.inputs, { ...places, ...spoil.endpoint });
    const serviceName = `com.amazonaws.${REGION}.oidc-eks`;
    const issuer = endpoint({ ...places, serviceName, policy: undefined }, { name: "oidc-eks" });
    return { ...stack, other, issuer };
}

/** A stack that every policy accepts. */
export function compliantStack(): TestResource[] {
    return stackOf(compliantNetwork());
}
