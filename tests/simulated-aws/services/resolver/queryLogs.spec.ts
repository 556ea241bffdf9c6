import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { Engine, network } from "../../support/engine";

const LOGS = "arn:aws:logs:eu-west-1:111122223333:log-group:dns";
const TYPE = "route53.ResolverQueryLogConfig";

describe("the query logs of VPCs", () => {
    it("go to a log group, and keep their configuration while a VPC has it", async () => {
        const engine = new Engine();
        const { vpc } = await network(engine, "");
        const config = await engine.create(TYPE, { name: "dns", destinationArn: LOGS });
        assert.equal(
            config.outputs.arn,
            `arn:aws:route53resolver:eu-west-1:111122223333:resolver-query-log-config/${config.id}`,
        );
        const inputs = { resolverQueryLogConfigId: config.id, resourceId: vpc.id };
        const made = await engine.create("route53.ResolverQueryLogConfigAssociation", inputs);
        assert.deepEqual([made.outputs.resourceId, made.id.slice(0, 6)], [vpc.id, "rqlca-"]);
        await assert.rejects(
            engine.create("route53.ResolverQueryLogConfigAssociation", inputs),
            /ResourceExistsException/,
        );
        await assert.rejects(
            engine.delete(config),
            /InvalidRequestException: .* disassociate them first/,
        );
        await engine.delete(made);
        await engine.delete(await engine.update(config, { ...config.inputs, tags: { a: "b" } }));
        assert.equal(engine.refresh(config), undefined);
    });

    it("are refused to nowhere, and for a VPC or a configuration that is not there", async () => {
        const engine = new Engine();
        const { vpc } = await network(engine, "");
        await assert.rejects(
            engine.create(TYPE, { destinationArn: "arn:aws:sqs:eu-west-1:111122223333:dns" }),
            /InvalidParameterException: The destination .* is not the ARN of a log group/,
        );
        assert.throws(() => engine.check(TYPE, { name: "42", destinationArn: LOGS }), /name/);
        const config = await engine.create(TYPE, { destinationArn: "arn:aws:s3:::dns" });
        const associate = (resolverQueryLogConfigId: string, resourceId: string) =>
            engine.create("route53.ResolverQueryLogConfigAssociation", {
                resolverQueryLogConfigId,
                resourceId,
            });
        await assert.rejects(associate("rqlc-1", vpc.id), /ResourceNotFoundException/);
        await assert.rejects(associate(config.id, "vpc-1"), /InvalidParameterException/);
    });
});
