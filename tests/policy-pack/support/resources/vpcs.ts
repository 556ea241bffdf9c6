import { outputOf, type TestResource } from "../testResource";
import { idOf, type Inputs } from "./common";

/** Adds an IPv4 range to a VPC. */
export function vpcRange(of: TestResource, inputs: Inputs = {}): TestResource {
    return {
        type: "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation",
        name: "pod-range",
        inputs: { vpcId: outputOf(of), cidrBlock: "100.64.0.0/16", ...inputs },
        computed: { id: idOf("vpc-cidr-assoc", "pod-range") },
    };
}

/** DHCP options with these DNS servers, and their association with a VPC. */
export function dhcpOptions(
    domainNameServers: unknown,
    vpcId: unknown,
    inputs: Inputs = {},
): TestResource[] {
    const options: TestResource = {
        type: "aws:ec2/vpcDhcpOptions:VpcDhcpOptions",
        name: "corporate",
        inputs: { domainNameServers, domainName: "corp.example.com" },
        computed: { id: idOf("dopt", "corporate") },
    };
    const association: TestResource = {
        type: "aws:ec2/vpcDhcpOptionsAssociation:VpcDhcpOptionsAssociation",
        name: "corporate-here",
        inputs: { dhcpOptionsId: outputOf(options), vpcId, ...inputs },
        computed: { id: "corporate-here" },
    };
    return [options, association];
}
