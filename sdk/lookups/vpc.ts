import { getVpc, type GetVpcResult } from "@pulumi/aws/ec2/getVpc";

import { type Checked, derive, together } from "../checks/checked";
import { type Answer, ask, complete, mapAnswer, type PlacedScope } from "./lookup";

/** A VPC as AWS describes it now. */
export interface VpcInfo {
    vpcId: string;
    cidrBlocks: string[];
    ipv6CidrBlocks: string[];
    enableDnsHostnames: boolean;
    enableDnsSupport: boolean;
}

/** Asks for a VPC's address ranges and DNS attributes. */
export function lookVpc(
    vpcId: Checked<string>,
    { parent, place }: PlacedScope,
): Checked<Answer<VpcInfo>> {
    return derive(together(vpcId, place), async ([id, region]) => {
        const answer = await ask(getVpc({ id, region }, { parent }));
        return mapAnswer(complete(TOKEN, answer, PARTS), (vpc) => ({
            vpcId: id,
            cidrBlocks: associated(vpc.cidrBlockAssociations).map((block) => block.cidrBlock),
            ipv6CidrBlocks: associated(vpc.ipv6CidrBlockAssociations).map(
                (block) => block.ipv6CidrBlock,
            ),
            enableDnsHostnames: vpc.enableDnsHostnames,
            enableDnsSupport: vpc.enableDnsSupport,
        }));
    });
}

/** Ranges that are not being taken away. */
function associated<T extends { state: string }>(blocks: T[]): T[] {
    return blocks.filter(({ state }) => !/^(disassociat|fail)/.test(state));
}

const TOKEN = "aws:ec2/getVpc:getVpc";

const PARTS = [
    "cidrBlockAssociations",
    "ipv6CidrBlockAssociations",
    "enableDnsHostnames",
    "enableDnsSupport",
] satisfies (keyof GetVpcResult)[];
