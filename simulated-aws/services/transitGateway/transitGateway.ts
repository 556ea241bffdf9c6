import type { ResourceModel } from "../../model/resource";
import { stringMap, strings } from "../../model/schema";
import { pick, type Properties, read } from "../../model/values";
import { AwsError } from "../../world/errors";
import { all, arnOf, demand, find, issueId, put, remove } from "../../world/objectsOf";
import { common } from "../tags";
import { attachmentsOf } from "./attachments";

const SWITCHES = {
    autoAcceptSharedAttachments: "disable",
    defaultRouteTableAssociation: "enable",
    defaultRouteTablePropagation: "enable",
    dnsSupport: "enable",
    multicastSupport: "disable",
    securityGroupReferencingSupport: "disable",
    vpnEcmpSupport: "enable",
};
const SETTINGS = [
    "amazonSideAsn",
    "description",
    "transitGatewayCidrBlocks",
    ...Object.keys(SWITCHES),
];

/** `aws.ec2transitgateway.TransitGateway`. */
export const transitGateway: ResourceModel = {
    schema: {
        token: "aws:ec2transitgateway/transitGateway:TransitGateway",
        required: {},
        optional: {
            amazonSideAsn: "integer",
            description: "string",
            tags: stringMap,
            transitGatewayCidrBlocks: strings,
            ...Object.fromEntries(Object.keys(SWITCHES).map((name) => [name, "string" as const])),
        },
        settled: { encryptionSupport: "string", region: "string" },
        computed: {
            arn: "string",
            associationDefaultRouteTableId: "string",
            ownerId: "string",
            propagationDefaultRouteTableId: "string",
            tagsAll: stringMap,
        },
        defaults: { amazonSideAsn: 64512, ...SWITCHES },
        replaceOn: ["multicastSupport", "region"],
    },
    operations: {
        service: "EC2",
        create: "CreateTransitGateway",
        update: "ModifyTransitGateway",
        delete: "DeleteTransitGateway",
    },
    create(scope, inputs) {
        const { world, account, region } = scope;
        const id = issueId(world, "tgw");
        const isOn = (name: string) => read(inputs).text(name, "enable") === "enable";
        const has = isOn("defaultRouteTableAssociation") || isOn("defaultRouteTablePropagation");
        const tableId = has ? issueId(world, "tgw-rtb") : "";
        const base = { account, region };
        if (has) {
            const empty = { associated: [], propagating: [], routes: {} };
            put(world, "transitTables", {
                ...base,
                ...empty,
                id: tableId,
                tags: {},
                gatewayId: id,
            });
        }
        put(world, "transitGateways", {
            ...base,
            id,
            tags: read(inputs).tags(),
            associationTableId: isOn("defaultRouteTableAssociation") ? tableId : "",
            propagationTableId: isOn("defaultRouteTablePropagation") ? tableId : "",
            settings: pick(inputs, SETTINGS),
        });
        return id;
    },
    read(scope, id) {
        const found = find(scope, "transitGateways", id);
        return (
            found && {
                ...common(found),
                ...(found.settings as Properties),
                arn: arnOf(scope, "ec2", `transit-gateway/${id}`),
                associationDefaultRouteTableId: found.associationTableId,
                encryptionSupport: "disable",
                ownerId: found.account,
                propagationDefaultRouteTableId: found.propagationTableId,
            }
        );
    },
    update(scope, id, _olds, news) {
        const found = demand(scope, "transitGateways", id);
        const settings = pick(news, SETTINGS);
        put(scope.world, "transitGateways", { ...found, tags: read(news).tags(), settings });
    },
    delete(scope, id) {
        const { world } = scope;
        if (attachmentsOf(world, id).length > 0) {
            throw new AwsError("IncorrectState", `${id} has non-deleted VPC Attachments.`);
        }
        for (const table of all(world, "transitTables").filter(
            ({ gatewayId }) => gatewayId === id,
        )) {
            remove(world, "transitTables", table.id);
        }
        remove(world, "transitGateways", id);
    },
};
