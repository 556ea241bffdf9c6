import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { authorize } from "../../../simulated-aws/packet/authorize";
import { createWorld } from "../../../simulated-aws/world/createWorld";
import { endpointInputs, Engine, network } from "../support/engine";

describe("authorize", () => {
    const own = { organizationId: "o-own0000001", organizationPath: "o-own0000001/r-1/ou-1/" };
    const accounts = { "111122223333": own, "444455556666": own, "999900001111": {} };
    const policy = (Condition: object, others: object[] = []) =>
        JSON.stringify({
            Version: "2012-10-17",
            Statement: [
                { Effect: "Allow", Principal: "*", Action: "eks:*", Resource: "*", Condition },
                ...others,
            ],
        });
    const ask = async (Condition: object, others?: object[]) => {
        const engine = new Engine(createWorld({ accounts }));
        const place = await network(engine);
        const { id } = await engine.create(
            "ec2.VpcEndpoint",
            endpointInputs(place, "eks", { policy: policy(Condition, others) }),
        );
        const answer = (account: string, more = {}) =>
            authorize(engine.world, id, {
                principalArn: `arn:aws:iam::${account}:role/node`,
                action: "eks:DescribeCluster",
                resourceArn: `arn:aws:eks:eu-west-1:111122223333:cluster/prod`,
                ...more,
            });
        return {
            allowed: (...asked: Parameters<typeof answer>) => answer(...asked).allowed,
            undecided: (...asked: Parameters<typeof answer>) => answer(...asked).undecided,
        };
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

    it("says on which keys of a call the answer depends that nobody gave", async () => {
        const { undecided } = await ask({
            StringEquals: { "aws:PrincipalTag/team": "${aws:PrincipalTag/owner}" },
            StringLike: { "aws:RequestedRegion": "eu-*" },
        });
        const doubt = (key: string) =>
            `the value of aws:principaltag/${key} in the request, which is not given`;
        assert.deepEqual(undecided("111122223333"), [doubt("team"), doubt("owner")]);
        const context = { "aws:PrincipalTag/team": "net", "aws:PrincipalTag/owner": undefined };
        assert.equal(undecided("111122223333", { context }), undefined);
        assert.equal(undecided("111122223333", { action: "sts:GetCallerIdentity" }), undefined);
    });

    it("does not know the organisation of an account that the world does not have", async () => {
        const condition = { StringEquals: { "aws:PrincipalOrgID": own.organizationId } };
        const { undecided } = await ask(condition);
        assert.deepEqual(undecided("123412341234"), [
            "the value of aws:principalorgid in the request, which is not given",
        ]);
        assert.equal(undecided("123412341234", { principalOrgId: "o-other00001" }), undefined);
        assert.equal(undecided("999900001111"), undefined);
    });

    it("is sure where a denial holds whatever is not known", async () => {
        const { undecided } = await ask({ Bool: { "aws:MultiFactorAuthPresent": "true" } }, [
            { Effect: "Deny", Principal: "*", Action: "eks:*", Resource: "*" },
        ]);
        assert.equal(undecided("111122223333"), undefined);
    });
});
