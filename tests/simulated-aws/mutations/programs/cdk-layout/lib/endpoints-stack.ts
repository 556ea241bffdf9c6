import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

export interface EndpointsStackArgs {
    vpc: aws.ec2.Vpc;
    subnets: aws.ec2.Subnet[];
    services: string[];
}

/** Interface endpoints that are open to the VPC, each with a group of its own. */
export class EndpointsStack extends pulumi.ComponentResource {
    public readonly ids: pulumi.Output<string>[];

    public constructor(name: string, { vpc, subnets, services }: EndpointsStackArgs) {
        super("app:network:EndpointsStack", name);
        const opts = { parent: this };
        const region = aws.getRegionOutput({}, opts).region;
        this.ids = services.map((service) => {
            const group = new aws.ec2.SecurityGroup(
                `${name}${service}SecurityGroup`,
                {
                    vpcId: vpc.id,
                    description: `${name}/${service}/SecurityGroup`,
                    ingress: [
                        {
                            cidrBlocks: [vpc.cidrBlock],
                            description: "from the VPC: 443",
                            fromPort: 443,
                            protocol: "tcp",
                            toPort: 443,
                        },
                    ],
                    egress: [
                        {
                            cidrBlocks: ["0.0.0.0/0"],
                            description: "Allow all outbound traffic by default",
                            protocol: "-1",
                            fromPort: 0,
                            toPort: 0,
                        },
                    ],
                },
                opts,
            );
            return new aws.ec2.VpcEndpoint(
                `${name}${service}`,
                {
                    vpcId: vpc.id,
                    serviceName: pulumi.interpolate`com.amazonaws.${region}.${service}`,
                    vpcEndpointType: "Interface",
                    privateDnsEnabled: true,
                    securityGroupIds: [group.id],
                    subnetIds: subnets.map(({ id }) => id),
                },
                opts,
            ).id;
        });
        this.registerOutputs({});
    }
}
