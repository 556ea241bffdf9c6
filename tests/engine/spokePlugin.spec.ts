import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import * as path from "node:path";

import { addSpoke, deployed, HUB, hubStack, resolveAll, type Spoke } from "./hubAndSpokes";
import { rolesIn, useEngine } from "./support";
import type { TestStack } from "./testStack";

const SDK = path.join(__dirname, "..", "..", "sdk");

describe("a spoke as a YAML program that uses the package as a plugin", function () {
    this.timeout(180_000);
    const engine = useEngine();
    let folder: string;
    let orders: Spoke;
    let spoke: TestStack;

    before(async () => {
        orders = await addSpoke(engine(), "222233334444", "10.30");
        await deployed(await hubStack(engine(), { admitted: [orders], consumers: { orders } }));
        folder = path.join(engine().home.folder, "yaml");
        mkdirSync(folder);
        write({ eks: {} });
        const [role] = rolesIn(orders.account);
        spoke = await engine().open(folder, { "aws:assumeRoles[0].roleArn": role?.roleArn ?? "" });
    });

    /** Writes a program with consumers of these names; JSON is YAML too. */
    function write(consumers: { [name: string]: object }, output = "connection"): void {
        const type = "eks-privatelink:index:EksEndpointConsumer";
        const connection = `\${hub.outputs["${output}"]}`;
        const resources = Object.entries(consumers).map(([name, args]) => [
            name,
            { type, properties: { connection, vpcId: orders.vpcId, ...args } },
        ]);
        const program = {
            name: "spoke-yaml",
            runtime: "yaml",
            packages: { "eks-privatelink": SDK },
            resources: {
                hub: { type: "pulumi:pulumi:StackReference", properties: { name: HUB } },
                ...(Object.fromEntries(resources) as { [name: string]: object }),
            },
            outputs: { hostNames: "${eks.hostNames}" },
        };
        writeFileSync(path.join(folder, "Pulumi.yaml"), JSON.stringify(program, undefined, 4));
    }

    it("goes up, and its VPC resolves the host names", async () => {
        const { errors, warnings, outputs } = await spoke.up();
        assert.deepEqual({ errors, warnings }, { errors: [], warnings: [] });
        assert.deepEqual(Object.keys(outputs.hostNames as object), ["eks", "eks-auth", "oidc-eks"]);
        const answers = resolveAll(engine(), orders.vpcId);
        assert.ok(answers.every(({ status }) => status === "private"));
    });

    it("is refused for two consumers of one VPC, although each is constructed by itself", async () => {
        write({ eks: {}, again: {} });
        const { errors } = await spoke.preview();
        assert.match(
            errors.join("\n"),
            /VPC vpc-\w+ already has EksEndpointConsumer "(eks|again)"/,
        );
    });

    it("is told of a missing output, and of what does not fit the hub", async () => {
        const subject = "eks-privatelink:index:EksEndpointConsumer resource 'eks' has a problem";
        write({ eks: {} }, "conection");
        assert.deepEqual((await spoke.preview()).errors, [
            `${subject}: connection: is missing: stack ${HUB} has no such output; export the connection of its ` +
                "EksEndpointSet or EksEndpointShare there, and run pulumi up in it",
        ]);
        write({ eks: { services: ["eks", "eks-auth"] } });
        assert.deepEqual((await spoke.preview()).errors, [
            `${subject}: services: the zones of these services hide oidc.eks.eu-west-1.amazonaws.com, which stack ` +
                `${HUB} shares too; write services: ["eks", "eks-auth", "oidc-eks"]`,
        ]);
    });
});
