const aws = require("@pulumi/aws");
const { Config } = require("@pulumi/pulumi");

// Networks with an endpoint each, as the policy pack wants them, and as many other resources as it takes.

const count = new Config().requireNumber("count");
const region = new Config("aws").require("region");
const NETWORK = 8;
const perimeter = {
    Version: "2012-10-17",
    Statement: [
        {
            Effect: "Allow",
            Principal: "*",
            Action: "eks:*",
            Resource: "*",
            Condition: {
                StringEquals: {
                    "aws:PrincipalAccount": "111122223333",
                    "aws:ResourceAccount": "111122223333",
                },
            },
        },
    ],
};
const networks = count < 100 ? 1 : Math.floor(count / 100);

for (let i = 0; i < networks; i++) {
    createNetwork(i);
}
for (let i = networks * NETWORK; i < count; i++) {
    if (i % 5 === 0) {
        new aws.ec2.SecurityGroup(`other-${i}`, { description: "Another group", tags: tags(i) });
    } else {
        new aws.cloudwatch.LogGroup(`other-${i}`, { retentionInDays: 365, tags: tags(i) });
    }
}

function createNetwork(i) {
    const vpc = new aws.ec2.Vpc(`network-${i}`, {
        cidrBlock: `10.${i}.0.0/16`,
        enableDnsHostnames: true,
        enableDnsSupport: true,
    });
    const subnetIds = ["a", "b"].map(
        (zone, j) =>
            new aws.ec2.Subnet(`network-${i}-${zone}`, {
                vpcId: vpc.id,
                cidrBlock: `10.${i}.${j}.0/24`,
                availabilityZone: `${region}${zone}`,
            }).id,
    );
    const group = new aws.ec2.SecurityGroup(`clients-${i}`, {
        description: "Clients",
        vpcId: vpc.id,
        ingress: [
            {
                description: "HTTPS",
                protocol: "tcp",
                fromPort: 443,
                toPort: 443,
                cidrBlocks: [`10.${i}.0.0/16`],
            },
        ],
    });
    new aws.ec2.VpcEndpoint(`eks-${i}`, {
        vpcId: vpc.id,
        serviceName: `com.amazonaws.${region}.eks`,
        vpcEndpointType: "Interface",
        subnetIds,
        securityGroupIds: [group.id],
        privateDnsEnabled: true,
        policy: JSON.stringify(perimeter),
    });
    const bucket = new aws.s3.Bucket(`flow-logs-${i}`, {});
    new aws.s3.BucketPublicAccessBlock(`flow-logs-${i}`, { bucket: bucket.id });
    new aws.ec2.FlowLog(`flow-log-${i}`, {
        vpcId: vpc.id,
        trafficType: "ALL",
        logDestinationType: "s3",
        logDestination: bucket.arn,
    });
}

function tags(i) {
    return { Name: `other-${i}`, Team: "platform", Environment: "production" };
}
