import { getSubnet, type GetSubnetResult } from "@pulumi/aws/ec2/getSubnet";
import type { Input } from "@pulumi/pulumi";

import { type Checked, derive, together, unchecked } from "../checks/checked";
import {
    type Answer,
    ask,
    complete,
    type LookupScope,
    mapAnswer,
    type PlacedScope,
} from "./lookup";

/** A subnet as AWS describes it now. */
export interface SubnetInfo {
    subnetId: string;
    vpcId: string;
    availabilityZone: string;
    hasIpv4: boolean;
    hasIpv6: boolean;
}

/** Asks for the zone and address families of subnets, in the order given. */
export function lookSubnets(
    subnetIds: Input<Input<string>[]>,
    scope: PlacedScope,
): Checked<Answer<SubnetInfo>[]> {
    const known = together(unchecked(subnetIds) as Checked<string[]>, scope.place);
    return derive(known, ([ids, region]) =>
        Promise.all(ids.map((id) => lookSubnet(id, region, scope))),
    );
}

async function lookSubnet(
    id: string,
    region: string | undefined,
    scope: LookupScope,
): Promise<Answer<SubnetInfo>> {
    const answer = await ask(getSubnet({ id, region }, { parent: scope.parent }));
    return mapAnswer(complete(TOKEN, answer, PARTS), (subnet) => ({
        subnetId: id,
        vpcId: subnet.vpcId,
        availabilityZone: subnet.availabilityZone,
        hasIpv4: !subnet.ipv6Native,
        hasIpv6: subnet.ipv6CidrBlock !== "",
    }));
}

const TOKEN = "aws:ec2/getSubnet:getSubnet";

const PARTS = [
    "vpcId",
    "availabilityZone",
    "ipv6Native",
    "ipv6CidrBlock",
] satisfies (keyof GetSubnetResult)[];
