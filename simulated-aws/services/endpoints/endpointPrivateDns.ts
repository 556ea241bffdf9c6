import type { ResourceModel } from "../../model/resource";
import { read } from "../../model/values";
import { demand, find, put } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { demandPossible } from "./endpointRules";

/**
 * `aws.vpc.EndpointPrivateDns`: switches private DNS of an endpoint, which then leaves its own `privateDnsEnabled` out.
 * Its delete changes nothing. https://github.com/hashicorp/terraform-provider-aws, internal/service/ec2
 */
export const endpointPrivateDns: ResourceModel = {
    schema: {
        token: "aws:vpc/endpointPrivateDns:EndpointPrivateDns",
        required: { privateDnsEnabled: "boolean", vpcEndpointId: "string" },
        optional: {},
        settled: { region: "string" },
        computed: {},
        replaceOn: ["region", "vpcEndpointId"],
    },
    operations: {
        service: "EC2",
        create: "ModifyVpcEndpoint",
        update: "ModifyVpcEndpoint",
    },
    create(scope, inputs) {
        const id = read(inputs).text("vpcEndpointId");
        set(scope, id, read(inputs).flag("privateDnsEnabled"));
        return id;
    },
    read(scope, id) {
        const found = find(scope, "endpoints", id);
        return (
            found && {
                privateDnsEnabled: found.privateDnsEnabled,
                region: found.region,
                vpcEndpointId: found.id,
            }
        );
    },
    update(scope, id, _olds, news) {
        set(scope, id, read(news).flag("privateDnsEnabled"));
    },
    delete: () => undefined,
};

function set(scope: Scope, id: string, privateDnsEnabled: boolean): void {
    const next = { ...demand(scope, "endpoints", id), privateDnsEnabled };
    demandPossible(scope, next, id);
    put(scope.world, "endpoints", next);
}
