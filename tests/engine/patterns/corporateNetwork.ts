import { VpcDhcpOptions } from "@pulumi/aws/ec2/vpcDhcpOptions";
import { VpcDhcpOptionsAssociation } from "@pulumi/aws/ec2/vpcDhcpOptionsAssociation";
import { Zone } from "@pulumi/aws/route53/zone";

import { createNetwork } from "../network";
import { httpsGroup, interfaceEndpoint } from "./parts";

/**
 * A VPC whose clients ask the DNS servers of a directory, with a private zone above names of AWS.
 * https://docs.aws.amazon.com/vpc/latest/userguide/DHCPOptionSet.html
 */
export function corporateNetwork(): void {
    const { vpc, vpcId, subnetIds } = createNetwork("vpc");
    const { id: dhcpOptionsId } = new VpcDhcpOptions("directory", {
        domainNameServers: ["10.99.0.10", "10.99.1.10"],
    });
    new VpcDhcpOptionsAssociation("directory", { vpcId, dhcpOptionsId });
    new Zone("services", { name: "api.aws", vpcs: [{ vpcId }] });
    const group = httpsGroup(vpcId, [vpc.cidrBlock]);
    interfaceEndpoint(
        "eks",
        { vpcId, subnetIds },
        { securityGroupIds: [group.id], privateDnsEnabled: true },
    );
}
