import { findEndpointService, type World } from "../../simulated-aws/index";
import { ENDPOINT } from "./calls";
import type { Properties, Step } from "./step";

/** Types that no answer to a name, and no connection, depends on. */
const ELSEWHERE = /^aws:(iam|cloudwatch|s3|kms|ram|kinesis)\/|^aws:ec2\/flowLog:/;

/** Says of a step whether it can change what a host name leads to; of what it cannot read it says yes. */
export function relevanceTo(hostName: string, worlds: World[]): (step: Step) => boolean {
    const isAtOrAbove = (name: string): boolean => {
        const zone = name.replace(/^\*\./, "").replace(/\.$/, "");
        return hostName === zone || hostName.endsWith(`.${zone}`);
    };
    return ({ type, properties }) => {
        if (ELSEWHERE.test(type)) {
            return false;
        }
        const names = namesOf(type, properties, worlds);
        return names === undefined || names.some(isAtOrAbove);
    };
}

/** Names that a resource gives or takes; undefined where it may be any. */
function namesOf(type: string, properties: Properties, worlds: World[]): string[] | undefined {
    switch (type) {
        case ENDPOINT:
            return namesOfService(textOf(properties.serviceName), worlds);
        case "aws:vpc/endpointPrivateDns:EndpointPrivateDns":
            return namesOfEndpoint(textOf(properties.vpcEndpointId), worlds);
        case "aws:route53/zone:Zone":
        case "aws:route53/record:Record":
            return [textOf(properties.name)];
        case "aws:route53/zoneAssociation:ZoneAssociation":
        case "aws:route53/vpcAssociationAuthorization:VpcAssociationAuthorization":
            return namesOfZone(textOf(properties.zoneId), worlds);
        case "aws:route53/profilesResourceAssociation:ProfilesResourceAssociation":
            return namesOfZone(textOf(properties.resourceArn).split("/").at(-1) ?? "", worlds);
        default:
            return undefined;
    }
}

function namesOfService(serviceName: string, worlds: World[]): string[] | undefined {
    const region = serviceName.split(".").at(-2) ?? "";
    const [world] = worlds;
    return world && findEndpointService(world, region, serviceName)?.privateDnsNames;
}

function namesOfEndpoint(id: string, worlds: World[]): string[] | undefined {
    const found = worlds.map(({ objects }) => objects.endpoints[id]).find((each) => each);
    return found && namesOfService(found.serviceName, worlds);
}

function namesOfZone(id: string, worlds: World[]): string[] | undefined {
    const found = worlds.map(({ objects }) => objects.zones[id]).find((each) => each);
    return found && [found.name];
}

function textOf(value: unknown): string {
    return typeof value === "string" ? value : "";
}
