import assert from "node:assert/strict";

import { StackReference } from "@pulumi/pulumi";
import { readConnection } from "eks-privatelink";

import { createWorld, DEFAULT_ACCOUNT, resolve } from "../../simulated-aws/index";
import { type Allowed, allowedIn, policiesOf } from "../scripts/rights/scenario";
import { expectedArguments } from "./languages/arguments";
import { copyExample, type Example, type Language, stackOf } from "./languages/project";
import { grantsOf, type Surroundings } from "./languages/rights";
import { isSdkLanguage, PREPARE, SEE_ARGUMENTS } from "./languages/sdks";
import { existingNetwork } from "./network";
import { idsIn, listed, PACK, REGION, rolesIn, useEngine } from "./support";
import type { Run, TestStack } from "./testStack";

const ORGANIZATION = "o-a1b2c3d4e5";
const HOST_NAME = "eks-auth.eu-west-1.api.aws";

/** For each language of a hub those of the spokes that join it, with their accounts. */
const SPOKES_OF: { [L in Language]?: { [S in Language]?: string } } = {
    Python: { Python: "222233334444", YAML: "333344445555", TypeScript: "444455556666" },
    Go: { Go: "555566667777" },
    Java: { Java: "666677778888" },
    ".NET": { ".NET": "777788889999" },
    YAML: { YAML: "222233334444" },
};

/** The argument with an organisation's ID as each language spells it. */
const SPELT: { [L in Language]?: string } = {
    Python: "endpoint_policy.organization_ids[0]",
    Go: "EndpointPolicy.OrganizationIds[0]",
    Java: "endpointPolicy.organizationIds[0]",
    ".NET": "EndpointPolicy.OrganizationIds[0]",
    YAML: "endpointPolicy.organizationIds[0]",
};

const ORGANIZED = Object.fromEntries(
    [DEFAULT_ACCOUNT, ...Object.values(SPOKES_OF).flatMap(Object.values<string>)].map((account) => [
        account,
        { organizationId: ORGANIZATION },
    ]),
);

/** Where an example may be deployed, and by whom. */
interface Permission {
    /** Defaults to the hub's account and VPC. */
    where?: Surroundings;
    /** Defaults to the language of the hub. */
    exampleLanguage?: Language;
    /** An action that is not allowed. Defaults to none. */
    without?: Allowed;
}

/** A VPC of a spoke, and the account that owns it. */
interface Spoke {
    language: Language;
    vpcId: string;
    accountId: string;
}

for (const [language, accounts] of Object.entries(SPOKES_OF) as [Language, object][]) {
    describe(`the examples of ${language}`, function () {
        this.timeout(600_000);
        const engine = useEngine({ world: createWorld({ accounts: ORGANIZED }) });
        const spokes: Spoke[] = [];
        const stacks: TestStack[] = [];
        let network: { [key: string]: string };
        let place: Surroundings;
        let existing: string[];

        before(async function () {
            if (PREPARE[language]?.(engine()) === false) {
                this.skip();
            }
            for (const [i, each] of (Object.entries(accounts) as [Language, string][]).entries()) {
                const [spoke, accountId] = each;
                const options = { account: accountId, prefix: `10.${30 + i}` };
                const { vpcId } = await existingNetwork(engine(), options);
                spokes.push({ language: spoke, vpcId, accountId });
            }
            const { vpcId, subnetIds } = await existingNetwork(engine(), { hasIpv6: true });
            network = { vpcId, ...listed("subnetIds", subnetIds) };
            const consumerVpcIds = spokes.map((spoke) => spoke.vpcId);
            place = { account: DEFAULT_ACCOUNT, vpcId, subnetIds, consumerVpcIds };
            existing = idsIn(engine().world);
        });

        /** From now on whoever deploys an example may do what the documentation names for its components, and no more. */
        function permit(
            example: Example,
            { where = place, exampleLanguage = language, without }: Permission = {},
        ): void {
            const grants = grantsOf(exampleLanguage, example, where);
            engine().change((world) => {
                const account = world.accounts[where.account];
                const deployerPolicies = policiesOf(grants, without);
                world.accounts[where.account] = { ...account, deployerPolicies };
            });
        }

        /** Opens the stack of an example, which has just the rights that the documentation names. */
        async function opened(
            example: Example,
            config: { [key: string]: string },
            permission: Permission = {},
        ): Promise<TestStack> {
            const { exampleLanguage = language } = permission;
            const folder = copyExample(engine(), exampleLanguage, example);
            const stack = await engine().open(folder, { "aws:region": REGION, ...config });
            stacks.push(stack);
            permit(example, permission);
            return stack;
        }

        /** Previews and deploys an example under the pack, in neither of which anybody may say anything. */
        async function goesUpInSilence(stack: TestStack): Promise<Run> {
            const preview = await stack.preview({ policyPacks: [PACK] });
            const later = preview.violations.filter(
                ({ message }) => !message.includes("not judged yet"),
            );
            assert.deepEqual([preview.errors, preview.warnings, later], [[], [], []]);
            const up = await stack.up({ policyPacks: [PACK] });
            assert.deepEqual([up.errors, up.warnings, up.violations], [[], [], []]);
            return up;
        }

        function idsOfZones(): string[] {
            return Object.keys(engine().world.objects.zones);
        }

        async function isDestroyed(): Promise<void> {
            for (const stack of stacks.splice(0).reverse()) {
                assert.deepEqual((await stack.destroy()).errors, []);
            }
            assert.deepEqual(idsIn(engine().world), existing);
        }

        if (isSdkLanguage(language)) {
            it("name, type and describe the arguments of a set as its users expect", () => {
                assert.deepEqual(SEE_ARGUMENTS[language](engine()), expectedArguments(language));
            });
        }

        it("are refused where one action is missing in their deployer's rights, and told which", async () => {
            const config = { ...network, organizationId: ORGANIZATION };
            const without = allowedIn(grantsOf(language, "perimeter", place)).find(
                ({ action }) => action === "ec2:CreateVpcEndpoint",
            );
            assert.ok(without);
            const stack = await opened("perimeter", config, { without });
            const { errors } = await stack.up();
            assert.match(
                errors.join("\n"),
                /is not authorized to perform: ec2:CreateVpcEndpoint on/,
            );
            permit("perimeter");
        });

        it("put dual-stack endpoints for one organisation into a VPC, with which the pack agrees", async () => {
            const [stack] = stacks;
            assert.ok(stack);
            const { outputs } = await goesUpInSilence(stack);
            const { hostNames } = outputs as { hostNames: { [service: string]: string[] } };
            assert.deepEqual(hostNames["eks-auth"], [HOST_NAME]);
            const endpoints = Object.values(engine().world.objects.endpoints);
            assert.deepEqual(
                endpoints.map(({ ipAddressType }) => ipAddressType),
                ["dualstack", "dualstack", "dualstack"],
            );
        });

        it("are told what is wrong in the spelling of the language", async () => {
            const stack = stacks.at(-1);
            await stack?.stack.setConfig("organizationId", { value: "nonsense" });
            const errors = (await stack?.preview())?.errors.join("\n") ?? "";
            await stack?.stack.setConfig("organizationId", { value: ORGANIZATION });
            assert.ok(errors.includes(`property ${SPELT[language] ?? ""} `), errors);
        });

        it("change nothing in a second up, and are destroyed to the last object", async () => {
            const { errors, changes } = (await stacks.at(-1)?.up()) ?? {};
            assert.deepEqual({ errors, changes }, { errors: [], changes: {} });
            await isDestroyed();
        });

        it("answer DNS servers outside AWS", async () => {
            const config = {
                ...network,
                ...listed("clientCidrBlocks", ["192.168.0.0/16"]),
                ...listed("dnsServerCidrBlocks", ["192.168.7.0/24"]),
            };
            const { outputs } = await goesUpInSilence(await opened("on-premises", config));
            const { addresses, forwarders } = outputs as {
                addresses: string[];
                forwarders: { [server: string]: string };
            };
            assert.equal(addresses.length, 2);
            assert.match(forwarders.bind ?? "", /zone "eks\.eu-west-1\.amazonaws\.com"/);
            await isDestroyed();
        });

        it("export a hub's connection in the spelling of the contract", async () => {
            const config = {
                ...network,
                ...listed("clientCidrBlocks", ["10.0.0.0/8"]),
                organizationId: ORGANIZATION,
                ...consumersIn(language, spokes),
            };
            const { outputs } = await goesUpInSilence(await opened("hub", config));
            const { connection } = outputs as { connection: { [field: string]: unknown } };
            assert.equal(connection.schemaVersion, 1);
            assert.equal(connection.stack, stackOf(language, "hub"));
            const named = Object.values(connection.consumers as { [name: string]: Spoke });
            assert.deepEqual(
                named.sort((a, b) => a.accountId.localeCompare(b.accountId)),
                spokes.map(({ vpcId, accountId }) => ({ accountId, region: REGION, vpcId })),
            );
        });

        it("let a TypeScript program read that connection with its types", async () => {
            const reader = await engine().stack("reader", () => {
                const hub = new StackReference(stackOf(language, "hub"));
                return { region: readConnection(hub.getOutput("connection")).region };
            });
            const { errors, outputs } = await reader.up();
            assert.deepEqual([errors, outputs], [[], { region: REGION }]);
        });

        for (const [i, spokeLanguage] of Object.keys(accounts).entries()) {
            it(`have the hub read by a spoke in ${spokeLanguage}, from whose VPC its names resolve`, async () => {
                const { vpcId = "", accountId = "" } = spokes[i] ?? {};
                const [{ roleArn } = { roleArn: "" }] = rolesIn(accountId);
                const config = {
                    "aws:assumeRoles[0].roleArn": roleArn,
                    hubStack: stackOf(language, "hub"),
                    vpcId,
                };
                const where = { account: accountId, vpcId, zoneIds: idsOfZones() };
                const exampleLanguage = spokeLanguage as Language;
                const spoke = await opened("spoke", config, { where, exampleLanguage });
                const { outputs } = await goesUpInSilence(spoke);
                const { hostNames } = outputs as { hostNames: { [service: string]: string[] } };
                assert.deepEqual(hostNames["eks-auth"], [HOST_NAME]);
                assert.equal(resolve(engine().world, { vpcId }, HOST_NAME).status, "private");
            });
        }

        it("are destroyed, spokes first, to the last object", isDestroyed);
    });
}

/** The spokes as the hub of a language is told of them: in YAML the program itself names the account of its one spoke. */
function consumersIn(language: Language, spokes: Spoke[]): { [key: string]: string } {
    const [first] = spokes;
    if (language === "YAML") {
        return { teamVpcId: first?.vpcId ?? "" };
    }
    const consumers = spokes.map(({ language, vpcId, accountId }) => [
        language,
        { vpcId, accountId },
    ]);
    return { consumers: JSON.stringify(Object.fromEntries(consumers)) };
}
