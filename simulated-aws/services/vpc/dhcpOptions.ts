import type { ResourceModel } from "../../model/resource";
import { stringMap, strings } from "../../model/schema";
import { pick, type Properties, read } from "../../model/values";
import { AwsError } from "../../world/errors";
import { all, arnOf, demand, find, get, issueId, put, remove } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { common } from "../tags";

const SETTINGS = {
    domainName: "string",
    ipv6AddressPreferredLeaseTime: "string",
    netbiosNameServers: strings,
    netbiosNodeType: "string",
    ntpServers: strings,
} as const;

/** `aws.ec2.VpcDhcpOptions`. EC2 cannot change them: everything but the tags makes new ones. */
export const dhcpOptions: ResourceModel = {
    schema: {
        token: "aws:ec2/vpcDhcpOptions:VpcDhcpOptions",
        required: {},
        optional: { ...SETTINGS, domainNameServers: strings, tags: stringMap },
        settled: { region: "string" },
        computed: { arn: "string", ownerId: "string", tagsAll: stringMap },
        replaceOn: [...Object.keys(SETTINGS), "domainNameServers", "region"],
    },
    operations: {
        service: "EC2",
        create: "CreateDhcpOptions",
        update: "CreateTags",
        delete: "DeleteDhcpOptions",
    },
    create(scope, inputs) {
        const id = issueId(scope.world, "dopt");
        put(scope.world, "dhcpOptions", {
            id,
            account: scope.account,
            region: scope.region,
            tags: read(inputs).tags(),
            domainNameServers: read(inputs).texts("domainNameServers"),
            settings: pick(inputs, Object.keys(SETTINGS)),
        });
        return id;
    },
    read(scope, id) {
        const found = find(scope, "dhcpOptions", id);
        return (
            found && {
                ...common(found),
                ...(found.settings as Properties),
                arn: arnOf(scope, "ec2", `dhcp-options/${id}`),
                domainNameServers: found.domainNameServers,
                ownerId: found.account,
            }
        );
    },
    update(scope, id, _olds, news) {
        const found = demand(scope, "dhcpOptions", id);
        put(scope.world, "dhcpOptions", { ...found, tags: read(news).tags() });
    },
    delete(scope, id) {
        if (all(scope.world, "vpcs").some((each) => each.dhcpOptionsId === id)) {
            throw new AwsError(
                "DependencyViolation",
                `The dhcpOptions '${id}' has dependencies and cannot be deleted.`,
            );
        }
        remove(scope.world, "dhcpOptions", id);
    },
};

/** `aws.ec2.VpcDhcpOptionsAssociation`: the options of a VPC, one set at a time. */
export const dhcpOptionsAssociation: ResourceModel = {
    schema: {
        token: "aws:ec2/vpcDhcpOptionsAssociation:VpcDhcpOptionsAssociation",
        required: { dhcpOptionsId: "string", vpcId: "string" },
        optional: {},
        settled: { region: "string" },
        computed: {},
        replaceOn: ["region", "vpcId"],
    },
    operations: {
        service: "EC2",
        create: "AssociateDhcpOptions",
        update: "AssociateDhcpOptions",
        delete: "AssociateDhcpOptions",
    },
    create(scope, inputs) {
        const vpcId = read(inputs).text("vpcId");
        const optionsId = read(inputs).text("dhcpOptionsId");
        setOptions(scope, vpcId, optionsId);
        return `${optionsId}-${vpcId}`;
    },
    read(scope, id) {
        const found = find(scope, "vpcs", id.slice(id.indexOf("vpc-")));
        if (
            found === undefined ||
            get(scope.world, "dhcpOptions", found.dhcpOptionsId) === undefined
        ) {
            return undefined;
        }
        return { dhcpOptionsId: found.dhcpOptionsId, region: found.region, vpcId: found.id };
    },
    update(scope, _id, olds, news) {
        setOptions(scope, read(olds).text("vpcId"), read(news).text("dhcpOptionsId"));
    },
    delete(scope, _id, state) {
        const found = demand(scope, "vpcs", read(state).text("vpcId"));
        put(scope.world, "vpcs", { ...found, dhcpOptionsId: "default" });
    },
};

function setOptions(scope: Scope, vpcId: string, optionsId: string): void {
    const found = demand(scope, "vpcs", vpcId);
    const { id } = demand(scope, "dhcpOptions", optionsId);
    put(scope.world, "vpcs", { ...found, dhcpOptionsId: id });
}
