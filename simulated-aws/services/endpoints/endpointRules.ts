import {
    type EndpointService,
    endpointServices,
    findEndpointService,
} from "../../world/endpointServices";
import { AwsError } from "../../world/errors";
import type { Subnet, Vpc } from "../../world/objects/network";
import { demand, list } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { associatedZones } from "../route53/zonesOf";
import { isUsableIn } from "../securityGroups/groupVpc";
import { demandOwnSubnet } from "../vpc/sharedVpc";
import { demandValidPolicy, type EndpointPlan, FULL_ACCESS } from "./endpointPlan";
import { demandTables } from "./gatewayTables";

/** Interface endpoints per VPC. https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-limits-endpoints.html */
const ENDPOINTS_PER_VPC = 50;
const GROUPS_PER_INTERFACE = 5;

/** Everything EC2 refuses in an endpoint, in the order in which it looks. `id` is that of an existing one. */
export function demandPossible(scope: Scope, plan: EndpointPlan, id?: string): void {
    const owner = demand(scope, "vpcs", plan.vpcId);
    const service = demandService(scope, plan);
    if (plan.policy !== FULL_ACCESS) {
        if (!service.policySupported) {
            throw invalid(
                `Service ${plan.serviceName} only supports the full-access endpoint policy.`,
            );
        }
        demandValidPolicy(plan.policy);
    }
    if (plan.type !== "Interface") {
        demandGatewayArgs(plan);
        demandTables(scope, plan, id);
        return;
    }
    demandQuotas(scope, plan, id);
    demandGroups(scope, plan);
    const subnets = plan.subnetIds.map((subnetId) => demandOwnSubnet(scope, subnetId));
    demandZones(plan, service, subnets);
    demandFamilies(plan, service, subnets);
    if (plan.privateDnsEnabled) {
        demandPrivateDns(scope, plan, service, owner, id);
    }
}

/** The wording of AWS where a source gives it, otherwise simulated. */
function invalid(text: string): AwsError {
    return new AwsError("InvalidParameter", text);
}

function demandService(scope: Scope, plan: EndpointPlan): EndpointService {
    const service = findEndpointService(scope.world, scope.region, plan.serviceName);
    if (service === undefined) {
        throw new AwsError(
            "InvalidServiceName",
            `The Vpc Endpoint Service '${plan.serviceName}' does not exist`,
        );
    }
    if (!service.types.some((type) => type === plan.type)) {
        throw invalid(
            `Endpoint type (${plan.type}) does not match available service types ([${service.types.join(", ")}]).`,
        );
    }
    return service;
}

function demandGatewayArgs(plan: EndpointPlan): void {
    if (plan.subnetIds.length > 0) {
        throw invalid("Subnet IDs are only supported for Interface type VPC Endpoints.");
    }
    if (plan.securityGroupIds.length > 0) {
        throw invalid("SecurityGroupIds are only supported for Interface type VPC Endpoints.");
    }
    if (plan.privateDnsEnabled) {
        throw invalid("Private DNS can't be enabled for Gateway type VPC Endpoints.");
    }
}

function demandQuotas(scope: Scope, plan: EndpointPlan, id: string | undefined): void {
    const siblings = list(scope, "endpoints").filter(
        (each) => each.vpcId === plan.vpcId && each.type === "Interface" && each.id !== id,
    );
    if (siblings.length >= ENDPOINTS_PER_VPC) {
        throw new AwsError(
            "VpcEndpointLimitExceeded",
            "The maximum number of VPC endpoints has been reached.",
        );
    }
    if (plan.securityGroupIds.length > GROUPS_PER_INTERFACE) {
        throw new AwsError(
            "SecurityGroupsPerInterfaceLimitExceeded",
            "The maximum number of security groups per interface has been reached.",
        );
    }
}

function demandGroups(scope: Scope, plan: EndpointPlan): void {
    for (const groupId of plan.securityGroupIds) {
        if (!isUsableIn(scope, groupId, plan.vpcId)) {
            throw new AwsError(
                "InvalidGroup.NotFound",
                `The security group '${groupId}' does not exist in VPC '${plan.vpcId}'`,
            );
        }
    }
}

function demandZones(plan: EndpointPlan, service: EndpointService, subnets: Subnet[]): void {
    const zones = new Set<string>();
    for (const subnet of subnets) {
        if (subnet.vpcId !== plan.vpcId) {
            throw invalid(`The subnet ${subnet.id} does not belong to the VPC ${plan.vpcId}.`);
        }
        if (!service.availabilityZones.includes(subnet.availabilityZone)) {
            throw invalid(
                `The VPC endpoint service ${plan.serviceName} does not support the availability zone of the ` +
                    `subnet: ${subnet.id}.`,
            );
        }
        if (zones.has(subnet.availabilityZone)) {
            throw new AwsError(
                "DuplicateSubnetsInSameZone",
                `Found another VPC endpoint subnet in the availability zone of ${subnet.id}`,
            );
        }
        zones.add(subnet.availabilityZone);
    }
}

/** https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html */
const RECORD_TYPES: { [key: string]: string[] } = {
    ipv4: ["ipv4"],
    ipv6: ["ipv6"],
    dualstack: ["dualstack", "ipv4", "ipv6", "service-defined"],
};

function demandFamilies(plan: EndpointPlan, service: EndpointService, subnets: Subnet[]): void {
    const allowed = RECORD_TYPES[plan.ipAddressType];
    if (allowed === undefined) {
        throw invalid(`Invalid IP address type: ${plan.ipAddressType}`);
    }
    if (!allowed.includes(plan.dnsRecordIpType)) {
        throw invalid(
            `DNS record IP type ${plan.dnsRecordIpType} is not supported with IP address type ${plan.ipAddressType}.`,
        );
    }
    const needed = plan.ipAddressType === "dualstack" ? ["ipv4", "ipv6"] : [plan.ipAddressType];
    if (!needed.every((family) => service.ipAddressTypes.includes(family))) {
        throw invalid(
            `IP address type ${plan.ipAddressType} is not supported by the service ${plan.serviceName}.`,
        );
    }
    for (const subnet of subnets) {
        const fits =
            plan.ipAddressType === "ipv6"
                ? subnet.cidrBlock === "" && subnet.ipv6CidrBlock !== ""
                : subnet.cidrBlock !== "" &&
                  (plan.ipAddressType === "ipv4" || subnet.ipv6CidrBlock !== "");
        if (!fits) {
            throw invalid(
                `IP address type ${plan.ipAddressType} is not supported by the subnet: ${subnet.id}.`,
            );
        }
    }
}

function demandPrivateDns(
    scope: Scope,
    plan: EndpointPlan,
    service: EndpointService,
    owner: Vpc,
    id: string | undefined,
): void {
    if (service.privateDnsNames.length === 0) {
        throw invalid(
            `Private DNS can't be enabled because the service ${plan.serviceName} does not provide a private DNS name.`,
        );
    }
    if (!owner.enableDnsSupport || !owner.enableDnsHostnames) {
        throw invalid(
            "Enabling private DNS requires both enableDnsSupport and enableDnsHostnames VPC attributes set to " +
                `true for ${owner.id}`,
        );
    }
    const others = list(scope, "endpoints").filter(
        (each) => each.vpcId === owner.id && each.privateDnsEnabled && each.id !== id,
    );
    const taken = new Set([
        ...others.flatMap(({ serviceName }) => privateNamesOf(scope, serviceName)),
        ...associatedZones(scope.world, owner.id).map(({ name }) => name),
    ]);
    const conflict = service.privateDnsNames.find(
        (name) => taken.has(name) || taken.has(name.replace(/^\*\./, "")),
    );
    if (conflict !== undefined) {
        throw invalid(
            `private-dns-enabled cannot be set because there is already a conflicting DNS domain for ${conflict} ` +
                `in the VPC ${owner.id}`,
        );
    }
}

/** The private DNS names of a service in the region of a call. */
export function privateNamesOf(scope: Scope, serviceName: string): string[] {
    const services = endpointServices(scope.world, scope.region);
    return services.find((service) => service.serviceName === serviceName)?.privateDnsNames ?? [];
}
