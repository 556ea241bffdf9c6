import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

export interface NetworkStackArgs {
    cidr: string;
    maxAzs: number;
}

/** A VPC with isolated subnets, one a zone, each with a route table of its own. */
export class NetworkStack extends pulumi.ComponentResource {
    public readonly vpc: aws.ec2.Vpc;
    public readonly isolatedSubnets: aws.ec2.Subnet[];

    public constructor(name: string, args: NetworkStackArgs) {
        super("app:network:NetworkStack", name);
        const opts = { parent: this };
        this.vpc = new aws.ec2.Vpc(
            `${name}Vpc`,
            { cidrBlock: args.cidr, enableDnsHostnames: true, enableDnsSupport: true },
            opts,
        );
        const zones = aws.getAvailabilityZonesOutput({ state: "available" }, opts);
        this.isolatedSubnets = Array.from({ length: args.maxAzs }, (_, i) => {
            const id = `${name}VpcIsolatedSubnet${i + 1}`;
            const subnet = new aws.ec2.Subnet(
                id,
                {
                    vpcId: this.vpc.id,
                    cidrBlock: args.cidr.replace("0.0/16", `${i * 64}.0/18`),
                    availabilityZone: zones.names.apply((names) => names[i] ?? ""),
                    mapPublicIpOnLaunch: false,
                },
                opts,
            );
            const routes = new aws.ec2.RouteTable(`${id}RouteTable`, { vpcId: this.vpc.id }, opts);
            new aws.ec2.RouteTableAssociation(
                `${id}RouteTableAssociation`,
                { subnetId: subnet.id, routeTableId: routes.id },
                opts,
            );
            return subnet;
        });
        this.registerOutputs({});
    }
}
