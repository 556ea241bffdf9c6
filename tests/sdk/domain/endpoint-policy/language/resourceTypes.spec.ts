import assert from "node:assert/strict";

import { KNOWN_ACTIONS } from "../../../../../sdk/domain/endpoint-policy/language/actions";
import {
    ACTIONS_WITHOUT_RESOURCE,
    listResourceTypes,
} from "../../../../../sdk/domain/endpoint-policy/language/resourceTypes";

describe("ACTIONS_WITHOUT_RESOURCE", () => {
    it("has known actions only", () => {
        assert.deepEqual(
            ACTIONS_WITHOUT_RESOURCE.filter((action) => !KNOWN_ACTIONS.includes(action)),
            [],
        );
    });
});

describe("listResourceTypes", () => {
    const cases: [action: string, types: string[]][] = [
        ["eks:DescribeCluster", ["cluster"]],
        ["EKS:describecluster", ["cluster"]],
        ["eks:DescribeNodegroup", ["nodegroup"]],
        ["eks:UpdateAddon", ["addon", "podidentityassociation"]],
        ["eks:ListClusters", []],
        ["eks-auth:AssumeRoleForPodIdentity", ["cluster"]],
    ];
    for (const [action, types] of cases) {
        it(`says that ${action} is for ${types.length === 0 ? "no resource" : types.join(" and ")}`, () => {
            assert.deepEqual(listResourceTypes(action), types);
        });
    }

    it("takes an action that is not published yet for one of every type", () => {
        assert.equal(listResourceTypes("eks:FlyCluster").length, 10);
    });
});
