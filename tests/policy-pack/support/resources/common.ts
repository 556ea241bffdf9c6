import { TestResource } from "../testResource";

/** Inputs that replace or add to those of a compliant resource; undefined omits one. */
export interface Inputs {
    [property: string]: unknown;
}

/** Where a resource stands in its stack. */
export interface Placed {
    name?: string;
    parent?: TestResource;
}

export const ACCOUNT_ID = "111122223333";
export const REGION = "eu-central-1";

/** An identifier that looks like AWS's and follows from the name. */
export function idOf(prefix: string, name: string): string {
    return `${prefix}-${Buffer.from(name).toString("hex").slice(-17).padStart(17, "0")}`;
}
