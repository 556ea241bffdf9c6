import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { isModelled } from "../../../simulated-aws/model/catalogue";
import { textOf, UNKNOWN } from "../../../simulated-aws/model/values";
import { connect } from "../../../simulated-aws/packet/connect";
import { endpointInputs, Engine, network, tokenOf } from "../support/engine";

const INSTANCE = { ami: "ami-12345678", instanceType: "t3.micro", tags: { Name: "one" } };

describe("a resource type that is declared and not modelled", () => {
    it("gives inputs back and makes up ID and ARN in the form of its kind", async () => {
        const engine = new Engine();
        assert.equal(isModelled(tokenOf("ec2.Instance")), false);
        const { id, outputs } = await engine.create("ec2.Instance", INSTANCE);
        assert.match(id, /^i-0[0-9a-f]{16}$/);
        assert.equal(outputs.arn, `arn:aws:ec2:eu-west-1:111122223333:instance/${id}`);
        assert.equal(outputs.ami, "ami-12345678");
        assert.deepEqual(outputs.tagsAll, { Name: "one" });
        assert.equal(outputs.availabilityZone, "eu-west-1a");
    });

    it("has the ARN for its ID where AWS does, with a generated name", async () => {
        const { id, outputs } = await new Engine().create("sns.Topic", {}, "news");
        assert.match(id, /^arn:aws:sns:eu-west-1:111122223333:news-[0-9a-f]{7}$/);
        assert.equal(outputs.arn, id);
        assert.equal(outputs.name, id.split(":").at(-1));
    });

    it("makes up what stands inside objects and lists", async () => {
        const { outputs } = await new Engine().create("acm.Certificate", {
            domainName: "example.com",
            validationMethod: "DNS",
        });
        const [option] = outputs.domainValidationOptions as { [name: string]: unknown }[];
        assert.equal(typeof option?.resourceRecordName, "string");
    });

    it("does not know in a preview what AWS settles", async () => {
        const engine = new Engine();
        const checked = engine.check("ec2.Instance", INSTANCE);
        const { outputs } = await engine.provider.create(tokenOf("ec2.Instance"), checked, true);
        assert.deepEqual(
            [outputs.arn, outputs.privateIp, outputs.ami],
            [UNKNOWN, UNKNOWN, "ami-12345678"],
        );
        assert.deepEqual(engine.world.objects.unmodelled, {});
    });

    it("is replaced where its declarations say so, and else updated with what was made up kept", async () => {
        const engine = new Engine();
        const inputs = { engine: "redis", nodeType: "cache.t3.micro", numCacheNodes: 1 };
        const kept = await engine.create("elasticache.Cluster", inputs);
        assert.deepEqual(
            engine.diff(kept, { ...inputs, maintenanceWindow: "sun:05:00-sun:06:00" }).replaces,
            [],
        );
        assert.deepEqual(engine.diff(kept, { ...inputs, subnetGroupName: "other" }).replaces, [
            "subnetGroupName",
        ]);
        const next = await engine.update(kept, { ...inputs, numCacheNodes: 2 });
        assert.equal(next.outputs.numCacheNodes, 2);
        assert.deepEqual(
            [next.outputs.arn, next.outputs.clusterAddress],
            [kept.outputs.arn, kept.outputs.clusterAddress],
        );
    });

    it("shows no difference where nothing changes", async () => {
        const engine = new Engine();
        const inputs = {
            defaultActions: [{ type: "forward" }],
            loadBalancerArn: "arn:x",
            port: 443,
        };
        const kept = await engine.create("lb.Listener", inputs);
        assert.deepEqual(engine.diff(kept, inputs).differences, []);
    });

    it("is gone when it is deleted", async () => {
        const engine = new Engine();
        const kept = await engine.create("ec2.Instance", INSTANCE);
        assert.deepEqual(engine.refresh(kept)?.outputs, kept.outputs);
        await engine.delete(kept);
        assert.equal(engine.refresh(kept), undefined);
    });

    it("is said with an answer that may depend on it", async () => {
        const engine = new Engine();
        const place = await network(engine, "a");
        await engine.create("ec2.VpcEndpoint", endpointInputs(place));
        const client = { vpcId: place.vpc.id, address: "10.0.0.9" };
        assert.equal(connect(engine.world, client, "10.0.0.4", 443).undecided, undefined);
        const { id } = await engine.create("networkfirewall.Firewall", {
            firewallPolicyArn: "arn:aws:network-firewall:eu-west-1:111122223333:firewall-policy/p",
            subnetMappings: [{ subnetId: place.subnetIds[0] }],
            vpcId: place.vpc.id,
        });
        await engine.create("ec2.Instance", { ...INSTANCE, subnetId: place.subnetIds[0] });
        assert.deepEqual(connect(engine.world, client, "10.0.0.4", 443).undecided, [
            `aws:networkfirewall/firewall:Firewall ${id}`,
        ]);
    });
});

describe("a function that is declared and not modelled", () => {
    it("answers in the form of its kind, the same each time it is asked", async () => {
        const engine = new Engine();
        const args = { mostRecent: true, owners: ["amazon"] };
        const answer = await engine.invoke("ec2.getAmi", args);
        assert.match(textOf(answer.imageId), /^ami-0[0-9a-f]{16}$/);
        assert.deepEqual(answer.owners, ["amazon"]);
        assert.deepEqual(await engine.invoke("ec2.getAmi", args), answer);
    });
});

describe("a type or function that nobody declares", () => {
    const misspelt = (what: string, token: string) =>
        new RegExp(
            `^Error: there is no ${what} ${token}, .* @pulumi/aws \\d[\\d.]*; is it misspelt\\?$`,
        );

    it("is refused by name", async () => {
        const engine = new Engine();
        await assert.rejects(
            engine.create("ec2.Vpcc", {}),
            misspelt("resource type", "aws:ec2/vpcc:Vpcc"),
        );
        await assert.rejects(
            engine.invoke("ec2.getVpcc"),
            misspelt("function", "aws:ec2/getVpcc:getVpcc"),
        );
    });
});
