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
    });
    return withDocumentDoubts(world, endpoint.policy, verdict);
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
            "aws:PrincipalIsAWSService": "true",
            "aws:PrincipalServiceName": request.principalService,
        };
    }
    if (account === "") {
        return { "aws:PrincipalIsAWSService": "false", "aws:PrincipalType": "Anonymous" };
    }
    const known = world.accounts[account];
    return {
        "aws:PrincipalArn": sessionlessArn(arn),
        "aws:PrincipalAccount": account,
        "aws:PrincipalOrgID": request.principalOrgId ?? known?.organizationId,
        "aws:PrincipalOrgPaths": request.principalOrgPaths ?? known?.organizationPath,
        "aws:PrincipalIsAWSService": "false",
    };
}

function contextOfResource(
    world: World,
    account: string,
    resource: string,
    request: EndpointRequest,
): Context {
    const owner = request.resourceAccount ?? (accountOf(resource) || account);
    const known = world.accounts[owner];
    return {
        "aws:ResourceAccount": owner === "" ? undefined : owner,
        "aws:ResourceOrgID": request.resourceOrgId ?? known?.organizationId,
        "aws:ResourceOrgPaths": known?.organizationPath,
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
