const aws = require("@pulumi/aws");
const { Config } = require("@pulumi/pulumi");

// Networks with private endpoints of their own: 15 resources each.

const count = new Config().requireNumber("count");
const region = "eu-west-1";

for (let i = 0; i < count; i++) {
    createNetwork(i);
}

function createNetwork(i) {
    const vpc = new aws.ec2.Vpc(`vpc-${i}`, {
        cidrBlock: `10.${i}.0.0/16`,
        enableDnsHostnames: true,
    });
    const routes = new aws.ec2.RouteTable(`routes-${i}`, { vpcId: vpc.id });
    const subnetIds = ["a", "b"].map((zone, j) => {
        const subnet = new aws.ec2.Subnet(`subnet-${i}-${zone}`, {
            vpcId: vpc.id,
            cidrBlock: `10.${i}.${j}.0/24`,
            availabilityZone: `${region}${zone}`,
        });
        new aws.ec2.RouteTableAssociation(`routes-${i}-${zone}`, {
            subnetId: subnet.id,
            routeTableId: routes.id,
        });
        return subnet.id;
    });
    const group = new aws.ec2.SecurityGroup(`endpoints-${i}`, { vpcId: vpc.id });
    for (const [j, cidrIpv4] of [`10.${i}.0.0/24`, `10.${i}.1.0/24`].entries()) {
        new aws.vpc.SecurityGroupIngressRule(`https-${i}-${j}`, {
            securityGroupId: group.id,
            ipProtocol: "tcp",
            fromPort: 443,
            toPort: 443,
            cidrIpv4,
        });
    }
    for (const service of ["eks-auth", "sts", "ec2"]) {
        new aws.ec2.VpcEndpoint(`${service}-${i}`, {
            ...endpointArgs(service, vpc, subnetIds, group),
            privateDnsEnabled: true,
        });
    }
    const eks = new aws.ec2.VpcEndpoint(`eks-${i}`, endpointArgs("eks", vpc, subnetIds, group));
    const zone = new aws.route53.Zone(`eks-${i}`, {
        name: `eks.${region}.amazonaws.com`,
        vpcs: [{ vpcId: vpc.id }],
    });
    new aws.route53.Record(`eks-${i}`, {
        zoneId: zone.zoneId,
        name: `eks.${region}.amazonaws.com`,
        type: "A",
        // Plain mocks echo what they get: no entries.
        aliases: eks.dnsEntries?.apply((entries = []) =>
            entries.slice(0, 1).map(({ dnsName, hostedZoneId }) => ({
                name: dnsName,
                zoneId: hostedZoneId,
                evaluateTargetHealth: false,
            })),
        ),
    });
    new aws.cloudwatch.LogGroup(`flow-logs-${i}`, { retentionInDays: 365 });
}

function endpointArgs(service, vpc, subnetIds, group) {
    return {
        vpcId: vpc.id,
        serviceName: `com.amazonaws.${region}.${service}`,
        vpcEndpointType: "Interface",
        subnetIds,
        securityGroupIds: [group.id],
    };
}
