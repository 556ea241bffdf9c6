import type { ResourceModel } from "../../model/resource";
import { stringMap } from "../../model/schema";
import { read } from "../../model/values";
import { AwsError } from "../../world/errors";
import { arnOf, demand, find, issueId, list, put, remove } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { common } from "../tags";

/** `aws.ec2.InternetGateway`. */
export const internetGateway: ResourceModel = {
    schema: {
        token: "aws:ec2/internetGateway:InternetGateway",
        required: {},
        optional: { tags: stringMap },
        settled: { region: "string", vpcId: "string" },
        computed: { arn: "string", ownerId: "string", tagsAll: stringMap },
        replaceOn: ["region"],
    },
    operations: {
        service: "EC2",
        create: "CreateInternetGateway",
        update: "AttachInternetGateway",
        delete: "DeleteInternetGateway",
    },
    create(scope, inputs) {
        const vpcId = read(inputs).text("vpcId");
        demandAttachable(scope, vpcId);
        const id = issueId(scope.world, "igw");
        const { account, region } = scope;
        put(scope.world, "internetGateways", {
            id,
            account,
            region,
            tags: read(inputs).tags(),
            vpcId,
        });
        return id;
    },
    read(scope, id) {
        const found = find(scope, "internetGateways", id);
        return (
            found && {
                ...common(found),
                arn: arnOf(scope, "ec2", `internet-gateway/${id}`),
                vpcId: found.vpcId,
                ownerId: found.account,
            }
        );
    },
    update(scope, id, _olds, news) {
        const found = demand(scope, "internetGateways", id);
        const vpcId = read(news).text("vpcId", found.vpcId);
        if (vpcId !== found.vpcId) {
            demandDetachable(scope, found.vpcId);
            demandAttachable(scope, vpcId);
        }
        put(scope.world, "internetGateways", { ...found, tags: read(news).tags(), vpcId });
    },
    delete(scope, id) {
        demandDetachable(scope, demand(scope, "internetGateways", id).vpcId);
        remove(scope.world, "internetGateways", id);
    },
};

/** Attaches a gateway that is nowhere to a VPC. */
export function attach(scope: Scope, id: string, vpcId: string): void {
    const found = demand(scope, "internetGateways", id);
    if (found.vpcId !== "") {
        throw new AwsError(
            "Resource.AlreadyAssociated",
            `resource ${id} is already attached to network ${found.vpcId}`,
        );
    }
    demandAttachable(scope, vpcId);
    put(scope.world, "internetGateways", { ...found, vpcId });
}

/** Detaches a gateway from its VPC. */
export function detach(scope: Scope, id: string): void {
    const found = demand(scope, "internetGateways", id);
    demandDetachable(scope, found.vpcId);
    put(scope.world, "internetGateways", { ...found, vpcId: "" });
}

function demandAttachable(scope: Scope, vpcId: string): void {
    if (vpcId === "") {
        return;
    }
    demand(scope, "vpcs", vpcId);
    if (list(scope, "internetGateways").some((each) => each.vpcId === vpcId)) {
        throw new AwsError(
            "InvalidParameterValue",
            `Network ${vpcId} already has an internet gateway attached`,
        );
    }
}

function demandDetachable(scope: Scope, vpcId: string): void {
    const usesAddress = list(scope, "natGateways").some(
        (each) => each.vpcId === vpcId && each.connectivityType === "public",
    );
    if (!usesAddress) {
        return;
    }
    throw new AwsError(
        "DependencyViolation",
        `Network ${vpcId} has some mapped public address(es). Please unmap those public address(es) ` +
            "before detaching the gateway.",
    );
}
