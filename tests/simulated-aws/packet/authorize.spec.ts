import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { authorize } from "../../../simulated-aws/packet/authorize";
import { createWorld } from "../../../simulated-aws/world/createWorld";
import { endpointInputs, Engine, network } from "../support/engine";

describe("authorize", () => {
    const own = { organizationId: "o-own0000001", organizationPath: "o-own0000001/r-1/ou-1/" };
    const accounts = { "111122223333": own, "444455556666": own, "999900001111": {} };
    const policy = (Condition: object) =>
        JSON.stringify({
            Version: "2012-10-17",
            Statement: {
                Effect: "Allow",
                Principal: "*",
                Action: "eks:*",
                Resource: "*",
                Condition,
            },
        });
    const ask = async (Condition: object) => {
        const engine = new Engine(createWorld({ accounts }));
        const place = await network(engine);
        const { id } = await engine.create(
            "ec2.VpcEndpoint",
            endpointInputs(place, "eks", { policy: policy(Condition) }),
        );
        const allowed = (account: string, more = {}) =>
            authorize(engine.world, id, {
                principalArn: `arn:aws:iam::${account}:role/node`,
                action: "eks:DescribeCluster",
                resourceArn: `arn:aws:eks:eu-west-1:111122223333:cluster/prod`,
                ...more,
            }).allowed;
        return { allowed };
    };

    it("knows the organisation of every account of the world", async () => {
        const { allowed } = await ask({
            StringEquals: {
                "aws:PrincipalOrgID": own.organizationId,
                "aws:ResourceOrgID": own.organizationId,
            },
        });
        assert.equal(allowed("444455556666"), true);
        assert.equal(allowed("999900001111"), false);
        assert.equal(
            allowed("444455556666", {
                resourceArn: "arn:aws:eks:eu-west-1:999900001111:cluster/x",
            }),
            false,
        );
        assert.equal(allowed("444455556666", { principalOrgId: "o-other00001" }), false);
    });

    it("knows the path in the organisation", async () => {
        const { allowed } = await ask({
            "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-own0000001/r-1/*" },
        });
        assert.equal(allowed("444455556666"), true);
        assert.equal(allowed("999900001111"), false);
    });

    it("fills in the endpoint, its VPC and an address of it", async () => {
        const engine = new Engine();
        const place = await network(engine);
        const { id } = await engine.create("ec2.VpcEndpoint", endpointInputs(place));
        const document = policy({
            StringEquals: { "aws:SourceVpc": place.vpc.id, "aws:SourceVpce": id },
            IpAddress: { "aws:VpcSourceIp": "10.0.0.0/16" },
        });
        await engine.create("ec2.VpcEndpointPolicy", { vpcEndpointId: id, policy: document });
        const ask = (more = {}) =>
            authorize(engine.world, id, {
                principalArn: "arn:aws:iam::111122223333:role/node",
                action: "eks:ListClusters",
                ...more,
            }).decision;
        assert.equal(ask(), "allow");
        assert.equal(ask({ sourceIp: "10.9.0.1" }), "implicitDeny");
        assert.equal(ask({ context: { "aws:SourceVpce": "vpce-other" } }), "implicitDeny");
    });

    it("tells services of AWS and anonymous callers from principals", async () => {
        const { allowed } = await ask({ Bool: { "aws:PrincipalIsAWSService": "true" } });
        assert.equal(
            allowed("", { principalArn: undefined, principalService: "eks.amazonaws.com" }),
            true,
        );
        assert.equal(allowed("111122223333"), false);
        assert.equal(allowed("", { principalArn: undefined }), false);
    });

    it("does not know keys that EKS does not support", async () => {
        const { allowed } = await ask({ StringEquals: { "aws:VpceOrgID": own.organizationId } });
        assert.equal(allowed("111122223333"), false);
    });
});
