import { getRole, type GetRoleResult } from "@pulumi/aws/iam/getRole";
import { getRoles, type GetRolesResult } from "@pulumi/aws/iam/getRoles";
import {
    getResources,
    type GetResourcesResult,
} from "@pulumi/aws/resourcegroupstaggingapi/getResources";

import { type Answer, ask, complete, type LookupScope, mapAnswer } from "./lookup";

/** A tag that is looked for. */
export interface Tag {
    key: string;
    value: string;
}

/**
 * Asks for the ARNs of everything in the region that has a tag. AWS answers with a delay of moments, and says nothing of
 * roles. Source: https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/API_GetResources.html
 */
export async function lookTagged(
    { key, value }: Tag,
    region: string | undefined,
    { parent }: LookupScope,
): Promise<Answer<string[]>> {
    const tagFilters = [{ key, values: [value] }];
    const answer = await ask(getResources({ tagFilters, region }, { parent }));
    return mapAnswer(complete(RESOURCES, answer, LISTS), ({ resourceTagMappingLists }) =>
        resourceTagMappingLists.map(({ resourceArn }) => resourceArn),
    );
}

/** Asks for the names of the roles whose name matches and that have a tag. */
export async function lookTaggedRoles(
    nameRegex: string,
    { key, value }: Tag,
    { parent }: LookupScope,
): Promise<Answer<string[]>> {
    const answer = complete(ROLES, await ask(getRoles({ nameRegex }, { parent })), NAMES);
    if (answer.kind !== "found") {
        return answer;
    }
    const tagged: string[] = [];
    for (const name of answer.found.names) {
        const role = complete(ROLE, await ask(getRole({ name }, { parent })), TAGS);
        if (role.kind === "found" && role.found.tags[key] === value) {
            tagged.push(name);
        }
    }
    return { kind: "found", found: tagged };
}

const RESOURCES = "aws:resourcegroupstaggingapi/getResources:getResources";
const LISTS = ["resourceTagMappingLists"] satisfies (keyof GetResourcesResult)[];
const ROLES = "aws:iam/getRoles:getRoles";
const NAMES = ["names"] satisfies (keyof GetRolesResult)[];
const ROLE = "aws:iam/getRole:getRole";
const TAGS = ["tags"] satisfies (keyof GetRoleResult)[];
