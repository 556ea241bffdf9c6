import { Later, SecretValue, type TestResource } from "../testResource";
import { awsProvider, type Inputs } from "./common";

/** A resource of the aws provider as a program writes it with aws-native. */
interface Written {
    type: string;
    inputs: Inputs;
    computed: Inputs;
}

type Writer = (inputs: Inputs, computed: Inputs) => Omit<Written, "type">;

/** A writer of what differs by the name of its ID alone. */
function sameWithId(property?: string): Writer {
    return (inputs, { id }) => ({
        inputs,
        computed: property === undefined ? {} : { [property]: id },
    });
}

/** How a program writes with aws-native what it writes with the aws provider, by the types of both. */
const WRITERS: { [type: string]: [type: string, writer: Writer] } = {
    "aws:ec2/vpc:Vpc": [
        "ec2:Vpc",
        (inputs, { id, defaultSecurityGroupId }) => ({
            inputs,
            computed: { vpcId: id, defaultSecurityGroup: defaultSecurityGroupId },
        }),
    ],
    "aws:ec2/subnet:Subnet": ["ec2:Subnet", sameWithId("subnetId")],
    "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation": [
        "ec2:VpcCidrBlock",
        sameWithId(),
    ],
    "aws:ec2/vpcDhcpOptions:VpcDhcpOptions": ["ec2:DhcpOptions", sameWithId("dhcpOptionsId")],
    "aws:ec2/vpcDhcpOptionsAssociation:VpcDhcpOptionsAssociation": [
        "ec2:VpcdhcpOptionsAssociation",
        sameWithId(),
    ],
    "aws:ec2/routeTable:RouteTable": ["ec2:RouteTable", sameWithId("routeTableId")],
    "aws:ec2/route:Route": ["ec2:Route", sameWithId()],
    "aws:ec2/routeTableAssociation:RouteTableAssociation": [
        "ec2:SubnetRouteTableAssociation",
        sameWithId(),
    ],
    "aws:ec2/natGateway:NatGateway": ["ec2:NatGateway", sameWithId("natGatewayId")],
    "aws:ec2/internetGateway:InternetGateway": [
        "ec2:InternetGateway",
        sameWithId("internetGatewayId"),
    ],
    "aws:ec2/securityGroup:SecurityGroup": [
        "ec2:SecurityGroup",
        ({ ingress, egress, ...inputs }, { id }) => ({
            inputs: {
                groupDescription: "of the test",
                ...inputs,
                securityGroupIngress: mapItems(ingress, (rule) => writeRule(rule, "source")),
                securityGroupEgress:
                    egress === undefined
                        ? [{ ipProtocol: "-1", cidrIp: "127.0.0.1/32", description: "nobody" }]
                        : mapItems(egress, (rule) => writeRule(rule, "destination")),
            },
            computed: { groupId: id, awsId: id },
        }),
    ],
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": [
        "ec2:SecurityGroupIngress",
        ({ securityGroupId, ...rule }, { id }) => ({
            inputs: { groupId: securityGroupId, ...(writeRule(rule, "source") as Inputs) },
            computed: { awsId: id },
        }),
    ],
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": [
        "ec2:SecurityGroupEgress",
        ({ securityGroupId, ...rule }, { id }) => ({
            inputs: { groupId: securityGroupId, ...(writeRule(rule, "destination") as Inputs) },
            computed: { awsId: id },
        }),
    ],
    "aws:ec2/managedPrefixList:ManagedPrefixList": ["ec2:PrefixList", sameWithId("prefixListId")],
    "aws:ec2/vpcEndpoint:VpcEndpoint": [
        "ec2:VpcEndpoint",
        ({ policy, ...inputs }, { id, dnsEntries, networkInterfaceIds }) => ({
            inputs: { ...inputs, policyDocument: policy },
            computed: {
                awsId: id,
                networkInterfaceIds,
                dnsEntries: (dnsEntries as Inputs[]).map(
                    ({ hostedZoneId, dnsName }) => `${String(hostedZoneId)}:${String(dnsName)}`,
                ),
            },
        }),
    ],
    "aws:ec2/flowLog:FlowLog": [
        "ec2:FlowLog",
        ({ vpcId, subnetId, eniId, iamRoleArn, ...inputs }, { id }) => {
            const [resourceType, resourceId] = Object.entries({
                VPC: vpcId,
                Subnet: subnetId,
                NetworkInterface: eniId,
            }).find(([, value]) => value !== undefined) ?? ["VPC"];
            const deliverLogsPermissionArn = iamRoleArn;
            return {
                inputs: { ...inputs, resourceType, resourceId, deliverLogsPermissionArn },
                computed: { awsId: id },
            };
        },
    ],
    "aws:cloudwatch/logGroup:LogGroup": [
        "logs:LogGroup",
        (inputs, { id, arn }) => ({
            inputs,
            computed: { logGroupName: id, arn: `${String(arn)}:*` },
        }),
    ],
    "aws:iam/role:Role": [
        "iam:Role",
        ({ assumeRolePolicy, ...inputs }, { id, arn }) => ({
            inputs: { ...inputs, assumeRolePolicyDocument: assumeRolePolicy },
            computed: { roleName: id, arn },
        }),
    ],
    "aws:s3/bucket:Bucket": [
        "s3:Bucket",
        ({ serverSideEncryptionConfiguration, ...inputs }, { id, arn }) => ({
            inputs: { ...inputs, bucketEncryption: serverSideEncryptionConfiguration },
            computed: { bucketName: id, arn },
        }),
    ],
    "aws:s3/bucketPolicy:BucketPolicy": [
        "s3:BucketPolicy",
        ({ policy, ...inputs }) => ({
            inputs: { ...inputs, policyDocument: policy },
            computed: {},
        }),
    ],
    "aws:kms/key:Key": [
        "kms:Key",
        ({ policy, ...inputs }, { id, arn }) => ({
            inputs: { ...inputs, keyPolicy: policy },
            computed: { keyId: id, arn },
        }),
    ],
    "aws:route53/zone:Zone": ["route53:HostedZone", sameWithId("awsId")],
    "aws:eks/cluster:Cluster": [
        "eks:Cluster",
        ({ vpcConfig, ...inputs }, computed) => ({
            inputs: { ...inputs, resourcesVpcConfig: vpcConfig },
            computed,
        }),
    ],
    "aws:eks/nodeGroup:NodeGroup": [
        "eks:Nodegroup",
        ({ subnetIds, ...inputs }, computed) => ({
            inputs: { ...inputs, subnets: subnetIds },
            computed,
        }),
    ],
};

/** Writes the resources of a stack with aws-native, where it has them, in place: others refer to them. */
export function writeNative(resources: TestResource[]): TestResource[] {
    for (const resource of resources) {
        const [type, write] = WRITERS[resource.type] ?? [];
        if (type !== undefined && write !== undefined) {
            Object.assign(resource, {
                type: `aws-native:${type}`,
                provider: writeProvider(resource.provider ?? awsProvider("default")),
                ...write(resource.inputs, resource.computed),
            });
        }
    }
    return resources;
}

/** Where the aws provider assumes one role after the other, aws-native assumes one. */
function writeProvider(provider: TestResource): TestResource {
    const { assumeRoles, ...inputs } = provider.inputs;
    const roles = JSON.parse((assumeRoles as string | undefined) ?? "[]") as unknown[];
    const assumeRole = roles.length === 0 ? {} : { assumeRole: JSON.stringify(roles.at(-1)) };
    return {
        ...provider,
        type: "pulumi:providers:aws-native",
        inputs: { ...inputs, ...assumeRole },
    };
}

/** A rule with one source, as all of CloudFormation's. */
function writeRule(rule: unknown, end: "source" | "destination"): unknown {
    if (typeof rule !== "object" || rule === null || rule instanceof Later) {
        return rule;
    }
    const written = rule as Inputs;
    const {
        protocol,
        cidrBlocks,
        ipv6CidrBlocks,
        cidrIpv4,
        securityGroups,
        referencedSecurityGroupId,
        prefixListIds,
        prefixListId,
        ...same
    } = written;
    return Object.fromEntries(
        Object.entries({
            ...same,
            ipProtocol: protocol ?? same.ipProtocol,
            cidrIp: first(cidrBlocks) ?? cidrIpv4,
            cidrIpv6: first(ipv6CidrBlocks) ?? same.cidrIpv6,
            [`${end}SecurityGroupId`]: first(securityGroups) ?? referencedSecurityGroupId,
            [`${end}PrefixListId`]: first(prefixListIds) ?? prefixListId,
        }).filter(([, value]) => value !== undefined),
    );
}

function first(list: unknown): unknown {
    return Array.isArray(list) ? (list as unknown[])[0] : list;
}

function mapItems(list: unknown, write: (item: unknown) => unknown): unknown {
    return Array.isArray(list) && !(list instanceof SecretValue) ? list.map(write) : list;
}
