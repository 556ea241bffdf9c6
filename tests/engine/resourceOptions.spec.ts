import assert from "node:assert/strict";

import { Provider } from "@pulumi/aws/provider";
import { ComponentResource, type ComponentResourceOptions, output } from "@pulumi/pulumi";
import {
    EksEndpointConsumer,
    EksEndpointSet,
    type EksEndpointSetArgs,
    EksEndpointShare,
    EksInboundDns,
} from "eks-privatelink";

import { DEFAULT_ACCOUNT, type World } from "../../simulated-aws/index";
import { HOSTS, resolveAll } from "./hubAndSpokes";
import { existingNetwork } from "./network";
import { rolesIn, useEngine } from "./support";
import type { TestStack } from "./testStack";

const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";

describe("resource options of EksEndpointSet", function () {
    this.timeout(120_000);
    const engine = useEngine();
    let stack: TestStack;
    let args: EksEndpointSetArgs;
    let program: () => unknown;

    before(async () => {
        args = await existingNetwork(engine());
        stack = await engine().stack("options", () => program());
    });

    /** Makes the program create one set. */
    function write(
        name: string,
        setArgs: EksEndpointSetArgs,
        opts: () => ComponentResourceOptions,
    ): void {
        program = () => new EksEndpointSet(name, setArgs, opts());
    }

    const placesOf = (kind: keyof World["objects"]) => [
        ...new Set(
            Object.values(engine().world.objects[kind]).map(
                ({ account, region }) => `${account} ${region}`,
            ),
        ),
    ];

    it("create everything through an explicit provider, and look everything up through it", async () => {
        const place = { region: "us-east-2", account: "222233334444" };
        const far = await existingNetwork(engine(), place);
        const assumeRoles = [{ roleArn: "arn:aws:iam::222233334444:role/deployer" }];
        write("far", far, () => ({
            provider: new Provider("far", { region: place.region, assumeRoles }),
        }));
        const { errors, warnings } = await stack.up();
        assert.deepEqual({ errors, warnings }, { errors: [], warnings: [] });
        for (const kind of ["endpoints", "flowLogs", "logGroups"] as const) {
            assert.deepEqual(placesOf(kind), ["222233334444 us-east-2"]);
        }
        const [role] = Object.values(engine().world.objects.roles);
        assert.match(
            role?.assumeRolePolicy ?? "",
            /arn:aws:ec2:us-east-2:222233334444:vpc-flow-log/,
        );
        await stack.destroy();
    });

    it("let transformations change the children", async () => {
        write("eks", args, () => ({
            transformations: [
                ({ type, props, opts }) =>
                    type === LOG_GROUP
                        ? { props: { ...(props as object), retentionInDays: 30 }, opts }
                        : undefined,
            ],
            transforms: [
                ({ type, props, opts }) =>
                    type === LOG_GROUP
                        ? { props: { ...props, tags: output({ from: "transform" }) }, opts }
                        : undefined,
            ],
        }));
        const { errors } = await stack.up();
        assert.deepEqual(errors, []);
        const [group] = Object.values(engine().world.objects.logGroups);
        assert.deepEqual([group?.retentionInDays, group?.tags], [30, { from: "transform" }]);
    });

    it("keep every child from being destroyed with protect", async () => {
        write("eks", args, () => ({ protect: true }));
        assert.deepEqual((await stack.up()).errors, []);
        const { errors, steps } = await stack.destroy();
        assert.deepEqual(steps, []);
        assert.match(errors.join("\n"), /cannot be deleted\s+because it is protected/);
        write("eks", args, () => ({}));
        assert.deepEqual((await stack.up()).errors, []);
    });

    it("keep every child through a new name with an alias", async () => {
        write("cluster", args, () => ({ aliases: [{ name: "eks" }] }));
        const { steps, errors } = await stack.up();
        assert.deepEqual(errors, []);
        assert.deepEqual(
            steps.filter((step) => !step.startsWith("update ")),
            [],
        );
    });
});

describe("all components in one component of the program's own", function () {
    this.timeout(120_000);
    const engine = useEngine();

    it("take its providers where the default ones are disabled, and wait for nothing but each other", async () => {
        const spoke = "222233334444";
        const network = await existingNetwork(engine());
        const { vpcId } = await existingNetwork(engine(), { account: spoke, prefix: "10.30" });
        const stack = await engine().stack("platform", () => {
            const region = "eu-west-1";
            const platform = new ComponentResource(
                "acme:index:Platform",
                "acme",
                {},
                {
                    providers: [new Provider("hub", { region })],
                },
            );
            const ofHub = { parent: platform };
            const set = new EksEndpointSet(
                "eks",
                {
                    ...network,
                    privateDnsEnabled: false,
                    ingress: { cidrBlocks: ["10.20.0.0/16", "10.30.0.0/16"] },
                    endpointPolicy: { accountIds: [DEFAULT_ACCOUNT, spoke] },
                },
                ofHub,
            );
            const consumers = { spoke: { vpcId, accountId: spoke } };
            const { connection } = new EksEndpointShare(
                "share",
                { connection: set.connection, consumers },
                ofHub,
            );
            const provider = new Provider("spoke", { region, assumeRoles: rolesIn(spoke) });
            new EksEndpointConsumer("spoke", { connection, vpcId }, { ...ofHub, provider });
            const ingress = { cidrBlocks: ["192.168.0.0/16"] };
            new EksInboundDns("dns", { connection, ...network, ingress }, ofHub);
        });
        await stack.stack.setConfig("pulumi:disable-default-providers[0]", { value: "*" }, true);
        assert.deepEqual((await stack.preview()).errors, []);
        assert.deepEqual((await stack.up()).errors, []);
        assert.deepEqual(
            resolveAll(engine(), vpcId).map(({ addresses }) => addresses.length),
            HOSTS.map(() => 2),
        );
        assert.deepEqual((await stack.destroy()).errors, []);
    });
});

describe("the region argument of EksEndpointSet", function () {
    this.timeout(120_000);
    const engine = useEngine();

    it("puts everything into that region and warns that the services are not verified", async () => {
        const network = await existingNetwork(engine(), { region: "eu-central-1" });
        const stack = await engine().stack("region", () => {
            const { hostNames } = new EksEndpointSet("eks", { ...network, region: "eu-central-1" });
            return { hostNames };
        });
        const { errors, warnings, outputs } = await stack.up();
        assert.deepEqual(errors, []);
        assert.deepEqual(warnings, [
            "services: not verified, because region is given and the provider looks up endpoint services in " +
                "its own region only",
        ]);
        const { objects } = engine().world;
        for (const kind of ["endpoints", "flowLogs", "logGroups", "securityGroups"] as const) {
            const made = Object.values<{ region: string }>(objects[kind]);
            assert.deepEqual([...new Set(made.map(({ region }) => region))], ["eu-central-1"]);
        }
        assert.deepEqual((outputs.hostNames as { eks: string[] }).eks, [
            "eks.eu-central-1.amazonaws.com",
            "eks.eu-central-1.api.aws",
        ]);
    });
});
