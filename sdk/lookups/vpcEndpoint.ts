import { getVpcEndpoint, type GetVpcEndpointResult } from "@pulumi/aws/ec2/getVpcEndpoint";

import { type Answer, ask, complete, type LookupScope, mapAnswer } from "./lookup";

/** An endpoint as AWS describes it now. */
export interface VpcEndpointInfo {
    endpointId: string;
    privateDnsEnabled: boolean;
    tags: { [key: string]: string };
}

/** Which endpoint is asked for. */
export interface VpcEndpointQuestion {
    vpcId: string;
    serviceName: string;
    region?: string;
    /** Defaults to any. */
    tags?: { [key: string]: string };
}

/** Asks for the endpoint of a service in a VPC; unclear where there are several. */
export async function lookVpcEndpoint(
    question: VpcEndpointQuestion,
    { parent }: LookupScope,
): Promise<Answer<VpcEndpointInfo>> {
    const filters = [{ name: "vpc-endpoint-state", values: STANDING }];
    const answer = await ask(getVpcEndpoint({ ...question, filters }, { parent }));
    return mapAnswer(complete(TOKEN, answer, PARTS), ({ id, privateDnsEnabled, tags }) => ({
        endpointId: id,
        privateDnsEnabled,
        tags,
    }));
}

/** States of an endpoint that is there, or will be. */
const STANDING = ["pendingAcceptance", "pending", "available"];

const TOKEN = "aws:ec2/getVpcEndpoint:getVpcEndpoint";

const PARTS = ["id", "privateDnsEnabled", "tags"] satisfies (keyof GetVpcEndpointResult)[];
