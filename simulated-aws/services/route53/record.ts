import type { CheckFailure, ResourceModel } from "../../model/resource";
import { type PropertyTypes, stringSet } from "../../model/schema";
import { type Properties, read } from "../../model/values";
import type { DnsRecord, HostedZone, RecordAlias } from "../../world/objects/dns";
import { get, put, remove } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { oneOf } from "../validators";
import { fullNameOf, plainName } from "./names";
import { demandAllowed } from "./recordRules";
import { demandZone, findZone } from "./zonesOf";

const TYPES = [
    ..."A AAAA CAA CNAME DS HTTPS MX NAPTR NS PTR SOA SPF SRV SSHFP SVCB TLSA TXT".split(" "),
];

/** Ways to choose among records of one name, which the model does not have. */
const ROUTING: PropertyTypes = {
    cidrRoutingPolicy: { object: {} },
    failoverRoutingPolicies: { list: "any" },
    geolocationRoutingPolicies: { list: "any" },
    geoproximityRoutingPolicy: { object: {} },
    healthCheckId: "string",
    latencyRoutingPolicies: { list: "any" },
    multivalueAnswerRoutingPolicy: "boolean",
    setIdentifier: "string",
    weightedRoutingPolicies: { list: "any" },
};

/** `aws.route53.Record`: simple records and aliases. */
export const record: ResourceModel = {
    schema: {
        token: "aws:route53/record:Record",
        required: { name: "string", type: "string", zoneId: "string" },
        optional: {
            ...ROUTING,
            aliases: {
                list: {
                    object: { evaluateTargetHealth: "boolean", name: "string", zoneId: "string" },
                    required: ["evaluateTargetHealth", "name", "zoneId"],
                },
            },
            records: stringSet,
            ttl: "integer",
        },
        settled: { allowOverwrite: "boolean" },
        computed: { fqdn: "string" },
        replaceOn: ["name", "zoneId"],
    },
    operations: {
        service: "Route 53",
        create: "ChangeResourceRecordSets",
        delete: "ChangeResourceRecordSets",
    },
    check: (inputs) => [...oneOf(inputs, "type", TYPES), ...contentFailures(inputs)],
    create(scope, inputs) {
        const zone = demandZone(scope, read(inputs).text("zoneId"));
        const made = recordFrom(zone, inputs);
        demandAllowed(scope.world, zone, made, read(inputs).flag("allowOverwrite"));
        put(scope.world, "records", made);
        return `${zone.id}_${plainName(read(inputs).text("name"))}_${made.type}`;
    },
    read(scope, id, known) {
        const found = findRecord(scope, id);
        if (found === undefined) {
            return undefined;
        }
        const [zoneId, name] = partsOf(id);
        const given = read(known).text("name");
        return {
            zoneId,
            name: plainName(given) === name ? given : name,
            type: found.type,
            fqdn: found.fullName,
            allowOverwrite: read(known).flag("allowOverwrite"),
            aliases: found.alias === undefined ? undefined : [{ ...found.alias }],
            records: found.alias === undefined ? found.values : undefined,
            ttl: found.alias === undefined ? found.ttl : undefined,
        };
    },
    update(scope, id, _olds, news) {
        const zone = demandZone(scope, read(news).text("zoneId"));
        const found = findRecord(scope, id);
        const next = recordFrom(zone, news);
        if (found !== undefined && found.id !== next.id) {
            remove(scope.world, "records", found.id);
        }
        demandAllowed(scope.world, zone, next, true);
        put(scope.world, "records", next);
    },
    delete(scope, id) {
        const found = findRecord(scope, id);
        if (found !== undefined) {
            remove(scope.world, "records", found.id);
        }
    },
};

/** The wording is simulated; that there is exactly one of them is the provider's rule. */
function contentFailures(inputs: Properties): CheckFailure[] {
    const given = read(inputs);
    const routing = Object.keys(ROUTING)
        .filter((property) => given.has(property))
        .map((property) => ({ property, reason: `the simulated AWS has no ${property}` }));
    if (given.has("aliases") === given.has("records")) {
        const reason = "one of `aliases,records` must be specified, and not both";
        return [...routing, { property: "records", reason }];
    }
    if (given.has("records") && !given.has("ttl")) {
        return [...routing, { property: "ttl", reason: "all of `records,ttl` must be specified" }];
    }
    return routing;
}

function partsOf(id: string): [zoneId: string, name: string, type: string] {
    const [, zoneId = "", name = "", type = ""] = /^([^_]*)_(.*)_([A-Z]+)$/.exec(id) ?? [];
    return [zoneId, name, type];
}

function findRecord(scope: Scope, id: string): DnsRecord | undefined {
    const [zoneId, name, type] = partsOf(id);
    const zone = findZone(scope, zoneId);
    return zone && get(scope.world, "records", keyOf(zone, fullNameOf(name, zone.name), type));
}

function keyOf(zone: HostedZone, fullName: string, type: string): string {
    return `${zone.id}_${fullName}_${type}`;
}

function recordFrom(zone: HostedZone, inputs: Properties): DnsRecord {
    const given = read(inputs);
    const fullName = fullNameOf(given.text("name"), zone.name);
    const type = given.text("type");
    const [alias] = given.records("aliases");
    return {
        id: keyOf(zone, fullName, type),
        account: zone.account,
        region: "",
        tags: {},
        zoneId: zone.id,
        fullName,
        type,
        ttl: given.number("ttl"),
        values: given.texts("records"),
        ...(alias === undefined ? {} : { alias: aliasFrom(alias) }),
    };
}

function aliasFrom(alias: Properties): RecordAlias {
    const given = read(alias);
    return {
        name: given.text("name"),
        zoneId: given.text("zoneId"),
        evaluateTargetHealth: given.flag("evaluateTargetHealth"),
    };
}
