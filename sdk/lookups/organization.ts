import { getOrganization } from "@pulumi/aws/organizations/getOrganization";

import { type Answer, ask, complete, type LookupScope, mapAnswer } from "./lookup";

/**
 * Asks for the ID of the organisation that the provider's account belongs to, which every member account may ask for.
 * Source: https://docs.aws.amazon.com/organizations/latest/APIReference/API_DescribeOrganization.html
 */
export async function lookOrganization({ parent }: LookupScope): Promise<Answer<string>> {
    const answer = await ask(getOrganization({ returnOrganizationOnly: true }, { parent }));
    return mapAnswer(complete(TOKEN, answer, ["arn"]), ({ arn }) => arn.split("/").at(-1) ?? "");
}

const TOKEN = "aws:organizations/getOrganization:getOrganization";
