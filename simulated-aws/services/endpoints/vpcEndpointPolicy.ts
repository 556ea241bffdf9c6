import type { ResourceModel } from "../../model/resource";
import { read } from "../../model/values";
import { demand, find, put } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { jsonFailures } from "../validators";
import { FULL_ACCESS } from "./endpointPlan";
import { demandPossible } from "./endpointRules";

/** `aws.ec2.VpcEndpointPolicy`: the policy of an endpoint as a resource of its own. */
export const vpcEndpointPolicy: ResourceModel = {
    schema: {
        token: "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy",
        required: { vpcEndpointId: "string" },
        optional: {},
        settled: { policy: "string", region: "string" },
        computed: {},
        replaceOn: ["vpcEndpointId", "region"],
        documents: ["policy"],
    },
    operations: {
        service: "EC2",
        create: "ModifyVpcEndpoint",
        update: "ModifyVpcEndpoint",
        delete: "ModifyVpcEndpoint",
    },
    check: (inputs) => jsonFailures(inputs, "policy"),
    create(scope, inputs) {
        const id = read(inputs).text("vpcEndpointId");
        setPolicy(scope, id, read(inputs).text("policy"));
        return id;
    },
    read(scope, id) {
        const found = find(scope, "endpoints", id);
        return found && { vpcEndpointId: id, policy: found.policy, region: found.region };
    },
    update: (scope, id, _olds, news) => {
        setPolicy(scope, id, read(news).text("policy"));
    },
    delete: (scope, id) => {
        setPolicy(scope, id, "");
    },
};

function setPolicy(scope: Scope, id: string, policy: string): void {
    const next = {
        ...demand(scope, "endpoints", id),
        policy: policy === "" ? FULL_ACCESS : policy,
    };
    demandPossible(scope, next, id);
    put(scope.world, "endpoints", next);
}
