import type { FunctionModel } from "../model/resource";
import { stringSet } from "../model/schema";
import { read } from "../model/values";
import { type Zone, zonesOf } from "../world/regions";
import { filters, fits, theOnly } from "./filters";

/** The zones of a region. */
export const getAvailabilityZones: FunctionModel = {
    schema: {
        token: "aws:index/getAvailabilityZones:getAvailabilityZones",
        args: {
            allAvailabilityZones: "boolean",
            excludeNames: stringSet,
            excludeZoneIds: stringSet,
            filters,
            region: "string",
            state: "string",
        },
        result: {
            allAvailabilityZones: "boolean",
            excludeNames: stringSet,
            excludeZoneIds: stringSet,
            filters,
            groupNames: stringSet,
            id: "string",
            names: stringSet,
            region: "string",
            state: "string",
            zoneIds: stringSet,
        },
        optionalResult: [
            "allAvailabilityZones",
            "excludeNames",
            "excludeZoneIds",
            "filters",
            "state",
        ],
    },
    operations: { service: "EC2", call: "DescribeAvailabilityZones" },
    call: ({ region }, args) => {
        const given = read(args);
        const zones = zonesOf(region)
            .filter((zone) => fits(args, facetsOf(region, zone), {}, { state: "state" }))
            .filter(({ name }) => !given.texts("excludeNames").includes(name))
            .filter(({ id }) => !given.texts("excludeZoneIds").includes(id));
        return {
            ...args,
            groupNames: [region],
            id: region,
            names: zones.map(({ name }) => name),
            region,
            zoneIds: zones.map(({ id }) => id),
        };
    },
};

/** One zone. */
export const getAvailabilityZone: FunctionModel = {
    schema: {
        token: "aws:index/getAvailabilityZone:getAvailabilityZone",
        args: {
            allAvailabilityZones: "boolean",
            filters,
            name: "string",
            region: "string",
            state: "string",
            zoneId: "string",
        },
        result: {
            allAvailabilityZones: "boolean",
            filters,
            groupLongName: "string",
            groupName: "string",
            id: "string",
            name: "string",
            nameSuffix: "string",
            networkBorderGroup: "string",
            optInStatus: "string",
            parentZoneId: "string",
            parentZoneName: "string",
            region: "string",
            state: "string",
            zoneId: "string",
            zoneType: "string",
        },
        optionalResult: ["allAvailabilityZones", "filters"],
    },
    operations: { service: "EC2", call: "DescribeAvailabilityZones" },
    call: ({ region }, args) => {
        const byArgument = { name: "zone-name", zoneId: "zone-id", state: "state" };
        const zones = zonesOf(region).filter((zone) =>
            fits(args, facetsOf(region, zone), {}, byArgument),
        );
        const zone = theOnly(zones, "EC2 Availability Zone");
        return {
            ...args,
            groupLongName: region,
            groupName: region,
            id: zone.name,
            name: zone.name,
            nameSuffix: zone.name.slice(region.length),
            networkBorderGroup: region,
            optInStatus: "opt-in-not-required",
            parentZoneId: "",
            parentZoneName: "",
            region,
            state: "available",
            zoneId: zone.id,
            zoneType: "availability-zone",
        };
    },
};

function facetsOf(region: string, zone: Zone) {
    return {
        "group-name": region,
        "opt-in-status": "opt-in-not-required",
        "region-name": region,
        state: "available",
        "zone-id": zone.id,
        "zone-name": zone.name,
        "zone-type": "availability-zone",
    };
}
