import { outputOf, type TestResource } from "../testResource";
import { ACCOUNT_ID, idOf, type Inputs, type Placed, REGION } from "./common";

export function vpc(inputs: Inputs = {}, { name = "vpc", parent }: Placed = {}): TestResource {
    return {
        type: "aws:ec2/vpc:Vpc",
        name,
        parent,
        inputs: {
            cidrBlock: "10.0.0.0/16",
            enableDnsHostnames: true,
            enableDnsSupport: true,
            ...inputs,
        },
        computed: {
            id: idOf("vpc", name),
            enableDnsHostnames: false,
            enableDnsSupport: true,
            ipv6CidrBlock: "2001:db8:1::/56",
            defaultSecurityGroupId: idOf("sg", `default-${name}`),
            defaultRouteTableId: idOf("rtb", `default-${name}`),
            mainRouteTableId: idOf("rtb", `default-${name}`),
        },
    };
}

export function subnet(inputs: Inputs, { name = "subnet", parent }: Placed = {}): TestResource {
    return {
        type: "aws:ec2/subnet:Subnet",
        name,
        parent,
        inputs: { cidrBlock: "10.0.1.0/24", ...inputs },
        computed: { id: idOf("subnet", name), ipv6CidrBlock: "" },
    };
}

/** Adds a subnet to an endpoint. */
export function subnetAssociation(inputs: Inputs, { name = "added" }: Placed = {}): TestResource {
    return {
        type: "aws:ec2/vpcEndpointSubnetAssociation:VpcEndpointSubnetAssociation",
        name,
        inputs,
        computed: { id: name },
    };
}

/** The text of a policy that lets the principals of one account use its own clusters. */
export function accountPolicy(statement: Inputs = {}): string {
    return JSON.stringify({
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Principal: "*",
                Action: "eks:*",
                Resource: "*",
                Condition: {
                    StringEquals: {
                        "aws:PrincipalAccount": ACCOUNT_ID,
                        "aws:ResourceAccount": ACCOUNT_ID,
                    },
                },
                ...statement,
            },
        ],
    });
}

/** The own DNS name of an endpoint for the whole region. */
export function dnsNameOf(name: string): string {
    return `${idOf("vpce", name)}-abcd1234.eks.${REGION}.vpce.amazonaws.com`;
}

export function endpoint(inputs: Inputs, { name = "eks", parent }: Placed = {}): TestResource {
    return {
        type: "aws:ec2/vpcEndpoint:VpcEndpoint",
        name,
        parent,
        inputs: {
            serviceName: `com.amazonaws.${REGION}.eks`,
            vpcEndpointType: "Interface",
            privateDnsEnabled: true,
            policy: accountPolicy(),
            ...inputs,
        },
        computed: {
            id: idOf("vpce", name),
            arn: `arn:aws:ec2:${REGION}:${ACCOUNT_ID}:vpc-endpoint/${idOf("vpce", name)}`,
            dnsEntries: [{ dnsName: dnsNameOf(name), hostedZoneId: "Z273ZU8SZ5RJPC" }],
            policy: "{}",
            privateDnsEnabled: false,
            securityGroupIds: ["sg-0ddddddddddddddddd"],
            subnetIds: [],
            networkInterfaceIds: [idOf("eni", name)],
            ipAddressType: "ipv4",
            dnsOptions: { dnsRecordIpType: "ipv4" },
        },
    };
}

export function endpointPolicy(inputs: Inputs, { name = "policy" }: Placed = {}): TestResource {
    return {
        type: "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy",
        name,
        inputs,
        computed: { id: idOf("vpce", name), policy: "{}" },
    };
}

/** Switches private DNS of an endpoint on or off. */
export function endpointPrivateDns(
    of: TestResource,
    inputs: Inputs = {},
    { name = "switch" }: Placed = {},
): TestResource {
    return {
        type: "aws:vpc/endpointPrivateDns:EndpointPrivateDns",
        name,
        inputs: { vpcEndpointId: outputOf(of), privateDnsEnabled: true, ...inputs },
        computed: { id: name },
    };
}

export function endpointSet(inputs: Inputs = {}, { name = "set" }: Placed = {}): TestResource {
    return { type: "eks-privatelink:index:EksEndpointSet", name, inputs, computed: {} };
}
