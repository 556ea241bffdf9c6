import type { Endpoint } from "../world/objects/network";
import { get } from "../world/objectsOf";
import type { World } from "../world/types";
import type { Context } from "./policy/document";
import { evaluatePolicy, type Verdict } from "./policy/evaluate";
import { clientIn } from "./reach";
import { type Undecided, withDocumentDoubts } from "./undecided";

/** A call that goes through an endpoint. */
export interface EndpointRequest {
    /** ARN of the caller; absent for an anonymous one, as for the OIDC documents. */
    principalArn?: string;
    /** Defaults to the account in `principalArn`. */
    principalAccount?: string;
    /** Defaults to the organisation that the world has for the account. */
    principalOrgId?: string;
    /** Defaults to the path that the world has for the account. */
    principalOrgPaths?: string[];
    /** Makes the caller a service of AWS, for example `logs.amazonaws.com`, in place of `principalArn`. */
    principalService?: string;
    /** For example `eks:DescribeCluster`. */
    action: string;
    /** Defaults to `*`: an action that names no resource. */
    resourceArn?: string;
    /** Defaults to the account in `resourceArn`, then to the caller's. */
    resourceAccount?: string;
    /** Defaults to the organisation that the world has for the resource's account. */
    resourceOrgId?: string;
    /** Address of the client. Defaults to the fifth address of the endpoint's VPC. */
    sourceIp?: string;
    /** Further keys, or others in place of the ones above. */
    context?: Context;
}

/**
 * Keys that a request through an endpoint never carries: an address of the internet, and those that EKS does not support.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
const NEVER = [
    "aws:sourceip",
    "aws:sourcevpcarn",
    "aws:vpceaccount",
    "aws:vpceorgid",
    "aws:vpceorgpaths",
];

/** Asks the policy of an endpoint whether a call may pass; it cannot grant more than that. */
export function authorize(
    world: World,
    endpointId: string,
    request: EndpointRequest,
): Verdict & Undecided {
    const endpoint = get(world, "endpoints", endpointId);
    if (endpoint === undefined) {
        throw new Error(`there is no endpoint ${endpointId}`);
    }
    const arn = request.principalArn ?? "";
    const account = request.principalAccount ?? accountOf(arn);
    const resource = request.resourceArn ?? "*";
    const { principalService } = request;
    const verdict = evaluatePolicy(endpoint.policy, {
        principal:
            principalService === undefined ? { arn, account } : { service: principalService },
        action: request.action,
        resource,
        context: {
            ...contextOfEndpoint(world, endpoint, request),
            ...contextOfPrincipal(world, arn, account, request),
            ...contextOfResource(world, account, resource, request),
            ...request.context,
        },
        isOpen: (key) => !NEVER.includes(key),
    });
    const { unknownKeys = [], ...decided } = verdict;
    const doubts = unknownKeys.map(
        (key) => `the value of ${key} in the request, which is not given`,
    );
    return withDocumentDoubts(world, endpoint.policy, decided, doubts);
}

function contextOfEndpoint(world: World, endpoint: Endpoint, request: EndpointRequest): Context {
    return {
        "aws:SourceVpce": endpoint.id,
        "aws:SourceVpc": endpoint.vpcId,
        "aws:VpcSourceIp": request.sourceIp ?? clientIn(world, endpoint.vpcId).address,
        "aws:RequestedRegion": endpoint.region,
        "aws:SecureTransport": "true",
        "aws:CurrentTime": new Date().toISOString(),
    };
}

function contextOfPrincipal(
    world: World,
    arn: string,
    account: string,
    request: EndpointRequest,
): Context {
    if (request.principalService !== undefined) {
        return {
            ...OF_NOBODY,
            "aws:PrincipalIsAWSService": "true",
            "aws:PrincipalServiceName": request.principalService,
        };
    }
    if (account === "") {
        return { ...OF_NOBODY, "aws:PrincipalType": "Anonymous" };
    }
    return {
        "aws:PrincipalArn": sessionlessArn(arn),
        "aws:PrincipalAccount": account,
        "aws:PrincipalType": typeOf(arn),
        "aws:PrincipalIsAWSService": "false",
        "aws:PrincipalServiceName": undefined,
        ...organizationOf(world, account, "Principal", {
            id: request.principalOrgId,
            paths: request.principalOrgPaths,
        }),
    };
}

/** What callers without an account do not have. */
const OF_NOBODY: Context = {
    "aws:PrincipalArn": undefined,
    "aws:PrincipalAccount": undefined,
    "aws:PrincipalOrgID": undefined,
    "aws:PrincipalOrgPaths": undefined,
    "aws:PrincipalIsAWSService": "false",
    "aws:PrincipalServiceName": undefined,
};

/** Of an account that the world does not have, and of which nothing is said, nothing is known. */
function organizationOf(
    world: World,
    account: string,
    whose: "Principal" | "Resource",
    { id, paths }: { id?: string; paths?: string[] },
): Context {
    const known = world.accounts[account];
    const isKnown = known !== undefined || account === "";
    return {
        ...(isKnown || id !== undefined
            ? { [`aws:${whose}OrgID`]: id ?? known?.organizationId }
            : {}),
        ...(isKnown || paths !== undefined
            ? { [`aws:${whose}OrgPaths`]: paths ?? known?.organizationPath }
            : {}),
    };
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principaltype */
function typeOf(arn: string): string {
    const [kind = ""] = arn.split(":").slice(5).join(":").split("/");
    return (
        { user: "User", root: "Account", "federated-user": "FederatedUser" }[kind] ?? "AssumedRole"
    );
}

function contextOfResource(
    world: World,
    account: string,
    resource: string,
    request: EndpointRequest,
): Context {
    const owner = request.resourceAccount ?? (accountOf(resource) || account);
    return {
        "aws:ResourceAccount": owner === "" ? undefined : owner,
        ...organizationOf(world, owner, "Resource", { id: request.resourceOrgId }),
    };
}

/** For a role session the key holds the ARN of the role. */
function sessionlessArn(arn: string): string {
    const session = /^arn:([^:]+):sts::(\d+):assumed-role\/([^/]+)\//.exec(arn);
    return session === null ? arn : `arn:${session[1]}:iam::${session[2]}:role/${session[3]}`;
}

function accountOf(arn: string): string {
    return arn.split(":")[4] ?? "";
}
