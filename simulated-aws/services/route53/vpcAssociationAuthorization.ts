import type { ResourceModel } from "../../model/resource";
import { read } from "../../model/values";
import { AwsError } from "../../world/errors";
import { put } from "../../world/objectsOf";
import { demandPrivate, isSame } from "./associate";
import { vpcFrom } from "./zoneAssociation";
import { demandZone, findZone } from "./zonesOf";

/** Authorisations per zone. https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html */
const AUTHORIZATIONS_PER_ZONE = 1_000;

/** `aws.route53.VpcAssociationAuthorization`: lets a VPC of another account be associated with a zone. */
export const vpcAssociationAuthorization: ResourceModel = {
    schema: {
        token: "aws:route53/vpcAssociationAuthorization:VpcAssociationAuthorization",
        required: { vpcId: "string", zoneId: "string" },
        optional: {},
        settled: { vpcRegion: "string" },
        computed: {},
        replaceOn: ["vpcId", "vpcRegion", "zoneId"],
    },
    operations: {
        service: "Route 53",
        create: "CreateVPCAssociationAuthorization",
        delete: "DeleteVPCAssociationAuthorization",
    },
    create(scope, inputs) {
        const zone = demandZone(scope, read(inputs).text("zoneId"));
        const vpc = vpcFrom(scope, inputs);
        demandPrivate(zone);
        const others = zone.authorizations.filter((each) => !isSame(vpc)(each));
        if (others.length >= AUTHORIZATIONS_PER_ZONE) {
            throw new AwsError(
                "TooManyVPCAssociationAuthorizations",
                `The hosted zone ${zone.id} has ${AUTHORIZATIONS_PER_ZONE} authorizations, which is the maximum.`,
            );
        }
        put(scope.world, "zones", { ...zone, authorizations: [...others, vpc] });
        return `${zone.id}:${vpc.vpcId}`;
    },
    read(scope, id, known) {
        const [zoneId = "", vpcId = ""] = id.split(":");
        const found = findZone(scope, zoneId)?.authorizations.find(
            (each) => each.vpcId === vpcId && isSame(vpcFrom(scope, { ...known, vpcId }))(each),
        );
        return found && { zoneId, ...found };
    },
    delete(scope, id, state) {
        const [zoneId = ""] = id.split(":");
        const zone = demandZone(scope, zoneId);
        const isGone = isSame(vpcFrom(scope, state));
        const authorizations = zone.authorizations.filter((each) => !isGone(each));
        put(scope.world, "zones", { ...zone, authorizations });
    },
};
