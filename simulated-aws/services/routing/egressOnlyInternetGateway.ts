import type { ResourceModel } from "../../model/resource";
import { stringMap } from "../../model/schema";
import { read } from "../../model/values";
import { demand, find, issueId, put, remove } from "../../world/objectsOf";
import { common } from "../tags";

/** `aws.ec2.EgressOnlyInternetGateway`: the way out for IPv6 of a VPC. */
export const egressOnlyInternetGateway: ResourceModel = {
    schema: {
        token: "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway",
        required: { vpcId: "string" },
        optional: { tags: stringMap },
        settled: { region: "string" },
        computed: { tagsAll: stringMap },
        replaceOn: ["region", "vpcId"],
    },
    operations: {
        service: "EC2",
        create: "CreateEgressOnlyInternetGateway",
        update: "CreateTags",
        delete: "DeleteEgressOnlyInternetGateway",
    },
    create(scope, inputs) {
        const { id: vpcId, account, region } = demand(scope, "vpcs", read(inputs).text("vpcId"));
        const id = issueId(scope.world, "eigw");
        const tags = read(inputs).tags();
        put(scope.world, "egressOnlyGateways", { id, account, region, tags, vpcId });
        return id;
    },
    read(scope, id) {
        const found = find(scope, "egressOnlyGateways", id);
        return found && { ...common(found), vpcId: found.vpcId };
    },
    update(scope, id, _olds, news) {
        const found = demand(scope, "egressOnlyGateways", id);
        put(scope.world, "egressOnlyGateways", { ...found, tags: read(news).tags() });
    },
    delete: (scope, id) => {
        remove(scope.world, "egressOnlyGateways", id);
    },
};
