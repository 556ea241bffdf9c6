import type { ResourceModel } from "../../model/resource";
import { type Properties, read } from "../../model/values";
import type { ZoneVpc } from "../../world/objects/dns";
import { get } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { associate, disassociate, isSame } from "./associate";

/** `aws.route53.ZoneAssociation`: one more VPC of a zone, from the side of the VPC. */
export const zoneAssociation: ResourceModel = {
    schema: {
        token: "aws:route53/zoneAssociation:ZoneAssociation",
        required: { vpcId: "string", zoneId: "string" },
        optional: {},
        settled: { vpcRegion: "string" },
        computed: { owningAccount: "string" },
        replaceOn: ["vpcId", "vpcRegion", "zoneId"],
    },
    operations: {
        service: "Route 53",
        create: "AssociateVPCWithHostedZone",
        delete: "DisassociateVPCFromHostedZone",
    },
    create(scope, inputs) {
        const zoneId = read(inputs).text("zoneId");
        const vpc = vpcFrom(scope, inputs);
        associate(scope, zoneId, vpc);
        const region = vpc.vpcRegion === scope.region ? "" : `:${vpc.vpcRegion}`;
        return `${zoneId}:${vpc.vpcId}${region}`;
    },
    read(scope, id) {
        const [zoneId = "", vpcId = "", vpcRegion = scope.region] = id.split(":");
        const found = get(scope.world, "zones", zoneId);
        if (!found?.vpcs.some(isSame({ vpcId, vpcRegion }))) {
            return undefined;
        }
        return { zoneId, vpcId, vpcRegion, owningAccount: found.account };
    },
    delete(scope, _id, state) {
        disassociate(scope, read(state).text("zoneId"), vpcFrom(scope, state));
    },
};

/** The VPC that the properties of an association or an authorisation name. */
export function vpcFrom(scope: Scope, properties: Properties): ZoneVpc {
    const given = read(properties);
    return { vpcId: given.text("vpcId"), vpcRegion: given.text("vpcRegion") || scope.region };
}
