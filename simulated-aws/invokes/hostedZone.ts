import type { FunctionModel } from "../model/resource";
import { stringMap, strings } from "../model/schema";
import { read } from "../model/values";
import { plainName } from "../services/route53/names";
import { zoneOutputs } from "../services/route53/zone";
import { recordsOf } from "../services/route53/zonesOf";
import { all } from "../world/objectsOf";
import { theOnly } from "./filters";

/** Records that Route 53 keeps in every zone: SOA and NS. */
const OWN_RECORDS = 2;

/** A hosted zone of the account, by ID, or by its name and what else is asked. */
export const getZone: FunctionModel = {
    schema: {
        token: "aws:route53/getZone:getZone",
        args: {
            enableAcceleratedRecovery: "boolean",
            name: "string",
            privateZone: "boolean",
            tags: stringMap,
            vpcId: "string",
            zoneId: "string",
        },
        result: {
            arn: "string",
            callerReference: "string",
            comment: "string",
            enableAcceleratedRecovery: "boolean",
            id: "string",
            linkedServiceDescription: "string",
            linkedServicePrincipal: "string",
            name: "string",
            nameServers: strings,
            primaryNameServer: "string",
            privateZone: "boolean",
            resourceRecordSetCount: "integer",
            tags: stringMap,
            vpcId: "string",
            zoneId: "string",
        },
        optionalResult: ["enableAcceleratedRecovery", "privateZone", "vpcId"],
    },
    operations: { service: "Route 53", call: "ListHostedZones" },
    call: (scope, args) => {
        const given = read(args);
        const isPrivate = given.flag("privateZone") || given.has("vpcId");
        const matching = all(scope.world, "zones").filter((zone) => {
            if (zone.account !== scope.account) {
                return false;
            }
            if (given.has("zoneId")) {
                return zone.id === given.text("zoneId");
            }
            return (
                (!given.has("name") || zone.name === plainName(given.text("name"))) &&
                zone.vpcs.length > 0 === isPrivate &&
                (!given.has("vpcId") ||
                    zone.vpcs.some(({ vpcId }) => vpcId === given.text("vpcId"))) &&
                Object.entries(given.tags()).every(([key, value]) => zone.tags[key] === value)
            );
        });
        const found = theOnly(matching, "Route 53 Hosted Zone");
        return {
            ...zoneOutputs(scope, found),
            callerReference: found.id,
            id: found.id,
            linkedServiceDescription: "",
            linkedServicePrincipal: "",
            privateZone: found.vpcs.length > 0,
            resourceRecordSetCount: OWN_RECORDS + recordsOf(scope.world, found.id).length,
            tags: { ...found.tags },
            vpcId: args.vpcId,
        };
    },
};
