import { getSubnet, type GetSubnetResult } from "@pulumi/aws/ec2/getSubnet";

import { type Checked, derive, together } from "../checks/checked";
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
    subnetIds: Checked<string[]>,
    scope: PlacedScope,
): Checked<Answer<SubnetInfo>[]> {
    return derive(together(subnetIds, scope.place), ([ids, region]) =>
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
