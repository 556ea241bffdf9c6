import type { FunctionModel } from "../model/resource";
import { type PropertyType, strings } from "../model/schema";
import { read } from "../model/values";
import { AwsError } from "../world/errors";
import { partitionOf } from "../world/regions";
import type { World } from "../world/types";

const members: PropertyType = {
    list: {
        object: {
            arn: "string",
            email: "string",
            id: "string",
            joinedMethod: "string",
            joinedTimestamp: "string",
            name: "string",
            state: "string",
            status: "string",
        },
    },
};

/** The organisation of the account; who else is in it only the management account sees. */
export const getOrganization: FunctionModel = {
    schema: {
        token: "aws:organizations/getOrganization:getOrganization",
        args: { returnOrganizationOnly: "boolean" },
        result: {
            accounts: members,
            arn: "string",
            awsServiceAccessPrincipals: strings,
            enabledPolicyTypes: strings,
            featureSet: "string",
            id: "string",
            masterAccountArn: "string",
            masterAccountEmail: "string",
            masterAccountId: "string",
            masterAccountName: "string",
            nonMasterAccounts: members,
            returnOrganizationOnly: "boolean",
            roots: {
                list: {
                    object: {
                        arn: "string",
                        id: "string",
                        name: "string",
                        policyTypes: { list: { object: { status: "string", type: "string" } } },
                    },
                },
            },
        },
        optionalResult: ["returnOrganizationOnly"],
    },
    operations: { service: "Organizations", call: "DescribeOrganization" },
    call: ({ world, account, region }, args) => {
        const own = world.accounts[account]?.organizationId;
        if (own === undefined) {
            throw new AwsError(
                "AWSOrganizationsNotInUseException",
                "Your account is not a member of an organization.",
            );
        }
        const ids = accountsOf(world, own);
        const [master = account] = ids;
        const isShown = account === master && !read(args).flag("returnOrganizationOnly");
        const prefix = `arn:${partitionOf(region).name}:organizations::${master}`;
        const shown = (isShown ? ids : []).map((id) =>
            memberOf(`${prefix}:account/${own}/${id}`, id),
        );
        const root = world.accounts[master]?.organizationPath?.split("/")[1];
        return {
            accounts: shown,
            arn: `${prefix}:organization/${own}`,
            awsServiceAccessPrincipals: isShown ? ["ram.amazonaws.com"] : [],
            enabledPolicyTypes: [],
            featureSet: "ALL",
            id: own,
            masterAccountArn: `${prefix}:account/${own}/${master}`,
            masterAccountEmail: emailOf(master),
            masterAccountId: master,
            masterAccountName: nameOf(master),
            nonMasterAccounts: shown.filter(({ id }) => id !== master),
            returnOrganizationOnly: args.returnOrganizationOnly,
            roots:
                isShown && root !== undefined
                    ? [
                          {
                              arn: `${prefix}:root/${own}/${root}`,
                              id: root,
                              name: "Root",
                              policyTypes: [],
                          },
                      ]
                    : [],
        };
    },
};

/** The accounts of an organisation; simulated: the first one that the world names is the management account. */
function accountsOf(world: World, organizationId: string): string[] {
    return Object.entries(world.accounts)
        .filter(([, account]) => account.organizationId === organizationId)
        .map(([id]) => id);
}

function memberOf(arn: string, id: string) {
    return {
        arn,
        email: emailOf(id),
        id,
        joinedMethod: "CREATED",
        joinedTimestamp: "2026-01-01T00:00:00Z",
        name: nameOf(id),
        state: "ACTIVE",
        status: "ACTIVE",
    };
}

function nameOf(id: string): string {
    return `account-${id}`;
}

function emailOf(id: string): string {
    return `${nameOf(id)}@example.com`;
}
