import type { ResourceModel } from "../../model/resource";
import { stringMap, strings } from "../../model/schema";
import { type Properties, read } from "../../model/values";
import { AwsError } from "../../world/errors";
import type { HostedZone, ZoneVpc } from "../../world/objects/dns";
import { all, issueHex, put, remove } from "../../world/objectsOf";
import { partitionOf } from "../../world/regions";
import type { Scope } from "../../world/types";
import { tagsOf } from "../tags";
import { associate, disassociate, isSame, makePrivate } from "./associate";
import { demandDomainName, plainName } from "./names";
import { demandZone, findZone, recordsOf } from "./zonesOf";

/** Zones per account. https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html */
const ZONES_PER_ACCOUNT = 500;

/** What every private zone says of itself. */
const NAME_SERVERS = [
    "ns-0.awsdns-00.com",
    "ns-1024.awsdns-00.org",
    "ns-1536.awsdns-00.co.uk",
    "ns-512.awsdns-00.net",
];
const PRIMARY_NAME_SERVER = "ns-1536.awsdns-00.co.uk";

/** `aws.route53.Zone`; without `vpcs` it is a public zone for good, which nothing in the model asks. */
export const zone: ResourceModel = {
    schema: {
        token: "aws:route53/zone:Zone",
        required: {},
        optional: {
            delegationSetId: "string",
            forceDestroy: "boolean",
            tags: stringMap,
            vpcs: {
                list: { object: { vpcId: "string", vpcRegion: "string" }, required: ["vpcId"] },
                unordered: true,
            },
        },
        settled: { comment: "string", enableAcceleratedRecovery: "boolean", name: "string" },
        computed: {
            arn: "string",
            nameServers: strings,
            primaryNameServer: "string",
            tagsAll: stringMap,
            zoneId: "string",
        },
        defaults: { comment: "Managed by Pulumi", forceDestroy: false },
        autoName: { property: "name", maxLength: 255 },
        replaceOn: ["delegationSetId", "name"],
        settledWithin: { vpcs: ["vpcRegion"] },
    },
    operations: {
        service: "Route 53",
        create: "CreateHostedZone",
        update: "AssociateVPCWithHostedZone",
        delete: "DeleteHostedZone",
    },
    create(scope, inputs) {
        const { world, account } = scope;
        if (
            all(world, "zones").filter((each) => each.account === account).length >=
            ZONES_PER_ACCOUNT
        ) {
            throw new AwsError(
                "TooManyHostedZones",
                "Limits Exceeded: MAX_HOSTED_ZONES_BY_ACCOUNT",
            );
        }
        const id = `Z0${issueHex(world, 18).toUpperCase()}`;
        const name = plainName(read(inputs).text("name"));
        demandDomainName(name);
        put(world, "zones", {
            id,
            account,
            region: "",
            name,
            vpcs: [],
            authorizations: [],
            ...changeable(inputs),
        });
        try {
            const [first, ...others] = vpcsFrom(scope, inputs);
            if (first !== undefined) {
                makePrivate(scope, id, first);
            }
            for (const vpc of others) {
                associate(scope, id, vpc);
            }
        } catch (error) {
            remove(world, "zones", id);
            throw error;
        }
        return id;
    },
    read(scope, id, known) {
        const found = findZone(scope, id);
        return found && { ...zoneOutputs(scope, found), name: shownName(found, known) };
    },
    // The provider compares with what it knows, so VPCs that others have associated since stay.
    update(scope, id, olds, news) {
        const found = demandZone(scope, id);
        put(scope.world, "zones", { ...found, ...changeable(news) });
        const known = vpcsFrom(scope, olds);
        const wanted = vpcsFrom(scope, news);
        for (const vpc of wanted) {
            if (!known.some(isSame(vpc))) {
                associate(scope, id, vpc);
            }
        }
        for (const vpc of known) {
            if (!wanted.some(isSame(vpc))) {
                disassociate(scope, id, vpc);
            }
        }
    },
    delete(scope, id, state) {
        demandZone(scope, id);
        const records = recordsOf(scope.world, id);
        if (records.length > 0 && !read(state).flag("forceDestroy")) {
            throw new AwsError(
                "HostedZoneNotEmpty",
                "The specified hosted zone contains non-required resource record sets and so cannot be deleted.",
            );
        }
        for (const record of records) {
            remove(scope.world, "records", record.id);
        }
        remove(scope.world, "zones", id);
    },
};

/** Outputs that the resource and the look-up have in common. */
export function zoneOutputs(scope: Scope, found: HostedZone) {
    return {
        tags: tagsOf(found),
        tagsAll: { ...found.tags },
        arn: `arn:${partitionOf(scope.region).name}:route53:::hostedzone/${found.id}`,
        comment: found.comment,
        enableAcceleratedRecovery: found.enableAcceleratedRecovery,
        name: found.name,
        nameServers: NAME_SERVERS,
        primaryNameServer: PRIMARY_NAME_SERVER,
        vpcs: found.vpcs.map((vpc) => ({ ...vpc })),
        zoneId: found.id,
    };
}

/** The provider keeps the spelling that a program gave. */
function shownName(found: HostedZone, known: Properties): string {
    const given = read(known).text("name");
    return plainName(given) === found.name ? given : found.name;
}

function changeable(inputs: Properties) {
    const given = read(inputs);
    return {
        tags: given.tags(),
        comment: given.text("comment"),
        enableAcceleratedRecovery: given.flag("enableAcceleratedRecovery"),
    };
}

function vpcsFrom(scope: Scope, inputs: Properties): ZoneVpc[] {
    return read(inputs)
        .records("vpcs")
        .map((vpc) => ({
            vpcId: read(vpc).text("vpcId"),
            vpcRegion: read(vpc).text("vpcRegion") || scope.region,
        }));
}
