import type { ResourceModel } from "../../model/resource";
import { read } from "../../model/values";
import { find } from "../../world/objectsOf";
import { attach, detach } from "./internetGateway";

/** `aws.ec2.InternetGatewayAttachment`: an internet gateway on a VPC. */
export const internetGatewayAttachment: ResourceModel = {
    schema: {
        token: "aws:ec2/internetGatewayAttachment:InternetGatewayAttachment",
        required: { internetGatewayId: "string", vpcId: "string" },
        optional: {},
        settled: { region: "string" },
        computed: {},
        replaceOn: ["internetGatewayId", "region", "vpcId"],
    },
    operations: {
        service: "EC2",
        create: "AttachInternetGateway",
        delete: "DetachInternetGateway",
    },
    create(scope, inputs) {
        const given = read(inputs);
        const [id, vpcId] = [given.text("internetGatewayId"), given.text("vpcId")];
        attach(scope, id, vpcId);
        return `${id}:${vpcId}`;
    },
    read(scope, id) {
        const [internetGatewayId = "", vpcId] = id.split(":");
        const found = find(scope, "internetGateways", internetGatewayId);
        return found?.vpcId === vpcId
            ? { internetGatewayId, vpcId, region: scope.region }
            : undefined;
    },
    delete(scope, id) {
        detach(scope, id.split(":")[0] ?? "");
    },
};
