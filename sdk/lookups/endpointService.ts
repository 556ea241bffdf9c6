import {
    getVpcEndpointService,
    type GetVpcEndpointServiceResult,
} from "@pulumi/aws/ec2/getVpcEndpointService";

import { type Answer, ask, complete, type LookupScope, mapAnswer } from "./lookup";

/** An endpoint service as AWS describes it now. */
export interface EndpointServiceInfo {
    serviceName: string;
    availabilityZones: string[];
    /** `ipv4`, `ipv6` or both. */
    supportedIpAddressTypes: string[];
    /** Whether the service takes an endpoint policy other than full access. */
    policySupported: boolean;
}

/**
 * Asks for an endpoint service under each of its possible names and answers with the first that exists. Only for the
 * provider's own region: the provider's function takes no other (@pulumi/aws 7.48).
 */
export async function lookEndpointService(
    serviceNames: string[],
    scope: LookupScope,
): Promise<Answer<EndpointServiceInfo>> {
    const answers = await Promise.all(serviceNames.map((name) => lookName(name, scope)));
    return (
        answers.find(({ kind }) => kind === "found") ??
        answers.find(({ kind }) => kind !== "absent") ??
        answers[0] ?? { kind: "absent", reason: "no service name to ask for" }
    );
}

async function lookName(name: string, scope: LookupScope): Promise<Answer<EndpointServiceInfo>> {
    const answer = await ask(
        getVpcEndpointService(
            { serviceName: name, serviceType: "Interface" },
            { parent: scope.parent },
        ),
    );
    return mapAnswer(complete(TOKEN, answer, PARTS), (service) => ({
        serviceName: name,
        availabilityZones: service.availabilityZones,
        supportedIpAddressTypes: service.supportedIpAddressTypes,
        policySupported: service.vpcEndpointPolicySupported,
    }));
}

const TOKEN = "aws:ec2/getVpcEndpointService:getVpcEndpointService";

const PARTS = [
    "availabilityZones",
    "supportedIpAddressTypes",
    "vpcEndpointPolicySupported",
] satisfies (keyof GetVpcEndpointServiceResult)[];
