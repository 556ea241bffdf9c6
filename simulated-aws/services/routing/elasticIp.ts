import type { ResourceModel } from "../../model/resource";
import { stringMap } from "../../model/schema";
import { read } from "../../model/values";
import { AwsError } from "../../world/errors";
import { arnOf, demand, find, issueHex, issueId, put, remove } from "../../world/objectsOf";
import { common } from "../tags";

/** `aws.ec2.Eip`. */
export const elasticIp: ResourceModel = {
    schema: {
        token: "aws:ec2/eip:Eip",
        required: {},
        optional: {
            address: "string",
            associateWithPrivateIp: "string",
            customerOwnedIpv4Pool: "string",
            tags: stringMap,
        },
        settled: {
            domain: "string",
            instance: "string",
            ipamPoolId: "string",
            networkBorderGroup: "string",
            networkInterface: "string",
            publicIpv4Pool: "string",
            region: "string",
        },
        computed: {
            allocationId: "string",
            arn: "string",
            associationId: "string",
            carrierIp: "string",
            customerOwnedIp: "string",
            privateDns: "string",
            privateIp: "string",
            ptrRecord: "string",
            publicDns: "string",
            publicIp: "string",
            tagsAll: stringMap,
        },
        replaceOn: [
            "address",
            "domain",
            "ipamPoolId",
            "networkBorderGroup",
            "publicIpv4Pool",
            "region",
        ],
    },
    operations: {
        service: "EC2",
        create: "AllocateAddress",
        update: "AssociateAddress",
        delete: "ReleaseAddress",
    },
    create(scope, inputs) {
        const id = issueId(scope.world, "eipalloc");
        put(scope.world, "elasticIps", {
            id,
            account: scope.account,
            region: scope.region,
            tags: read(inputs).tags(),
            publicIp: `203.0.113.${parseInt(issueHex(scope.world, 2), 16)}`,
            associationId: "",
            natGatewayId: "",
        });
        return id;
    },
    read(scope, id) {
        const found = find(scope, "elasticIps", id);
        return (
            found && {
                ...common(found),
                allocationId: id,
                arn: arnOf(scope, "ec2", `elastic-ip/${id}`),
                associationId: found.associationId,
                carrierIp: "",
                customerOwnedIp: "",
                domain: "vpc",
                instance: "",
                ipamPoolId: "",
                networkBorderGroup: found.region,
                networkInterface: "",
                privateDns: "",
                privateIp: "",
                ptrRecord: "",
                publicDns: "",
                publicIp: found.publicIp,
                publicIpv4Pool: "amazon",
            }
        );
    },
    update(scope, id, _olds, news) {
        put(scope.world, "elasticIps", {
            ...demand(scope, "elasticIps", id),
            tags: read(news).tags(),
        });
    },
    delete(scope, id) {
        const found = demand(scope, "elasticIps", id);
        if (found.natGatewayId !== "") {
            throw new AwsError(
                "InvalidIPAddress.InUse",
                `The address with allocation id '${id}' cannot be released because it is locked to NAT ` +
                    `gateway ${found.natGatewayId}`,
            );
        }
        remove(scope.world, "elasticIps", id);
    },
};
