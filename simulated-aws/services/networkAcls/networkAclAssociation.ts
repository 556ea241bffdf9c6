import type { ResourceModel } from "../../model/resource";
import { read } from "../../model/values";
import { demand, find, issueId, put } from "../../world/objectsOf";
import { takeSubnets } from "./subnets";

/** `aws.ec2.NetworkAclAssociation`: an ACL for a subnet; deleting it gives the subnet the VPC's own. */
export const networkAclAssociation: ResourceModel = {
    schema: {
        token: "aws:ec2/networkAclAssociation:NetworkAclAssociation",
        required: { networkAclId: "string", subnetId: "string" },
        optional: {},
        settled: { region: "string" },
        computed: {},
        replaceOn: ["networkAclId", "region", "subnetId"],
    },
    operations: {
        service: "EC2",
        create: "ReplaceNetworkAclAssociation",
        delete: "ReplaceNetworkAclAssociation",
    },
    create(scope, inputs) {
        const given = read(inputs);
        const found = demand(scope, "networkAcls", given.text("networkAclId"));
        takeSubnets(scope, found.id, [...found.subnetIds, given.text("subnetId")]);
        return issueId(scope.world, "aclassoc");
    },
    read(scope, _id, known) {
        const { networkAclId, subnetId } = known;
        const found = find(scope, "networkAcls", read(known).text("networkAclId"));
        return found?.subnetIds.includes(read(known).text("subnetId")) === true
            ? { networkAclId, subnetId, region: found.region }
            : undefined;
    },
    delete(scope, _id, state) {
        const found = demand(scope, "networkAcls", read(state).text("networkAclId"));
        const subnetIds = found.subnetIds.filter((id) => id !== read(state).text("subnetId"));
        put(scope.world, "networkAcls", { ...found, subnetIds });
    },
};
