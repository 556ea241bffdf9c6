import { type Problem, problem } from "./problem";
import { describeGiven } from "./wording";

/** Whether this is the ID of an account: twelve digits. */
export function isAccountId(value: string): boolean {
    return /^\d{12}$/.test(value);
}

/** Problems of the ID of a VPC; the path is the argument's name. */
export function checkVpcId(vpcId: string): Problem[] {
    const reason = `${describeGiven(vpcId)} is no ID of a VPC; give it in the form vpc-0123456789abcdef0`;
    return /^vpc-[0-9a-f]+$/.test(vpcId) ? [] : problem("vpcId", reason);
}

/** Source: AWS Organizations API reference, "Organization" and "OrganizationalUnit". */
const ORGANIZATION_ARN =
    /^arn:(aws[a-z-]*):organizations::\d{12}:(organization\/o-[a-z0-9]{10,32}|ou\/o-[a-z0-9]{10,32}\/ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$/;

/** The partition in the ARN of an organisation or of an organisational unit; undefined for anything else. */
export function findOrganizationPartition(arn: string): string | undefined {
    return ORGANIZATION_ARN.exec(arn)?.[1];
}

/** The organisation's ID in an ID, a path or an ARN; undefined where there is none. */
export function findOrganizationId(text: string): string | undefined {
    return /(?:^|\/)(o-[a-z0-9]+)(?:$|\/)/.exec(text)?.[1];
}
