import type { Conditions } from "./right";

/** Tag that everything has which a component creates. */
const OWN_TAG = "eks-privatelink";

/** ARN of something of EC2 in the account. */
export const ec2 = (path: string): string => `arn:aws:ec2:<region>:<account>:${path}`;

export const VPC = ec2("vpc/<vpc-id>");
export const SUBNETS = ec2("subnet/<subnet-id>");
export const GROUPS = ec2("security-group/*");
export const ZONES = "arn:aws:route53:::hostedzone/*";
export const CHANGES = "arn:aws:route53:::change/*";

/** Value of the tag: the stack as `organisation/project/stack`, the component and its name. */
const owner = (component: string): string[] => [`<stack>/${component}/<name>`];

/** Only what is created with the component's tag. */
export function createdBy(component: string): Conditions {
    return { StringEquals: { [`aws:RequestTag/${OWN_TAG}`]: owner(component) } };
}

/** Only what has the component's tag. */
export function ownedBy(component: string): Conditions {
    return { StringEquals: { [`aws:ResourceTag/${OWN_TAG}`]: owner(component) } };
}

/** Only tags that go with the creation of something. */
export function onCreation(component: string, ...actions: string[]): Conditions {
    const { StringEquals } = createdBy(component);
    return { StringEquals: { ...StringEquals, "ec2:CreateAction": actions } };
}

/** Only requests of Route 53 that name these VPCs and no other; without `Null`, one that names none would pass. */
export function onlyVpcs(...vpcs: string[]): Conditions {
    return {
        "ForAllValues:StringLike": { "route53:VPCs": vpcs },
        Null: { "route53:VPCs": ["false"] },
    };
}
