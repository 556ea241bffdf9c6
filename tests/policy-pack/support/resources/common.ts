import type { TestResource } from "../testResource";

/** Inputs that replace or add to those of a compliant resource; undefined omits one. */
export interface Inputs {
    [property: string]: unknown;
}

/** Where a resource stands in its stack. */
export interface Placed {
    name?: string;
    parent?: TestResource;
    provider?: TestResource;
}

export const ACCOUNT_ID = "111122223333";
export const REGION = "eu-central-1";

/** An identifier that looks like AWS's and follows from the name. */
export function idOf(prefix: string, name: string): string {
    return `${prefix}-${Buffer.from(name).toString("hex").slice(-17).padStart(17, "0")}`;
}

/** An AWS provider with settings of its own, as the engine keeps them: lists as JSON text. */
export function awsProvider(name: string, inputs: Inputs = {}): TestResource {
    return { type: "pulumi:providers:aws", name, inputs, computed: {} };
}

/** A provider that assumes a role in another account. */
export function providerOf(accountId: string): TestResource {
    return awsProvider(`account-${accountId}`, {
        assumeRoles: JSON.stringify([{ roleArn: `arn:aws:iam::${accountId}:role/deploy` }]),
    });
}
