import * as aws from "@pulumi/aws";

import { locals } from "./locals";

const main = new aws.ec2.Vpc("main", { cidrBlock: locals.cidr, enableDnsHostnames: true });

const intra = locals.intra.map(
    ({ availabilityZone, cidrBlock }, i) =>
        new aws.ec2.Subnet(`intra[${i}]`, { vpcId: main.id, cidrBlock, availabilityZone }),
);

const dns = new aws.ec2.VpcDhcpOptions("main", {
    domainName: "eu-west-1.compute.internal",
    domainNameServers: ["AmazonProvidedDNS"],
});
new aws.ec2.VpcDhcpOptionsAssociation("main", { vpcId: main.id, dhcpOptionsId: dns.id });

const endpointsGroup = new aws.ec2.SecurityGroup("vpc_endpoints", {
    namePrefix: "vpc-endpoints-",
    vpcId: main.id,
});
locals.intra.forEach(({ cidrBlock }, i) => {
    new aws.ec2.SecurityGroupRule(`https[${i}]`, {
        type: "ingress",
        securityGroupId: endpointsGroup.id,
        description: "HTTPS from the subnets",
        protocol: "tcp",
        fromPort: 443,
        toPort: 443,
        cidrBlocks: [cidrBlock],
    });
});

for (const [key, { service, policy }] of Object.entries(locals.endpoints)) {
    const endpoint = new aws.ec2.VpcEndpoint(`this["${key}"]`, {
        vpcId: main.id,
        serviceName: `com.amazonaws.eu-west-1.${service}`,
        vpcEndpointType: "Interface",
    });
    new aws.ec2.SecurityGroupAssociation(`this["${key}"]`, {
        vpcEndpointId: endpoint.id,
        securityGroupId: endpointsGroup.id,
        replaceDefaultAssociation: true,
    });
    const subnets = intra.map(
        (subnet, i) =>
            new aws.ec2.VpcEndpointSubnetAssociation(`this["${key}"][${i}]`, {
                vpcEndpointId: endpoint.id,
                subnetId: subnet.id,
            }),
    );
    new aws.vpc.EndpointPrivateDns(
        `this["${key}"]`,
        { vpcEndpointId: endpoint.id, privateDnsEnabled: true },
        { dependsOn: subnets },
    );
    if (policy !== undefined) {
        new aws.ec2.VpcEndpointPolicy(`this["${key}"]`, { vpcEndpointId: endpoint.id, policy });
    }
}

export const vpcId = main.id;
export const intraSubnetIds = intra.map(({ id }) => id);
