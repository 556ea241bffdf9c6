import assert from "node:assert/strict";

import { Vpc } from "@pulumi/aws/ec2/vpc";
import { EksEndpointConsumer, ShareMethod } from "eks-privatelink";

import { createWorld, DEFAULT_ACCOUNT } from "../../simulated-aws/index";
import {
    addSpoke,
    deployed,
    HUB,
    type HubOptions,
    hubStack,
    readHub,
    resolveAll,
    type Spoke,
    type SpokeOptions,
    spokeStack,
} from "./hubAndSpokes";
import { useEngine } from "./support";
import type { TestStack } from "./testStack";

const ORGANIZATION = "o-a1b2c3d4e5";
const ORGANIZATION_ARN = `arn:aws:organizations::${DEFAULT_ACCOUNT}:organization/${ORGANIZATION}`;
const ASSOCIATIONS = [
    "eks",
    "eks-dual-stack",
    "eks-auth-dual-stack",
    "oidc-eks",
    "oidc-eks-dual-stack",
];

describe("a spoke of an organisation", function () {
    this.timeout(180_000);
    const member = { organizationId: ORGANIZATION };
    const engine = useEngine({
        world: createWorld({
            accounts: {
                [DEFAULT_ACCOUNT]: member,
                "222233334444": member,
                "999900001111": { organizationId: "o-ffffffffff" },
            },
        }),
    });
    let orders: Spoke;
    let stranger: Spoke;
    let hub: TestStack;
    let spoke: TestStack;
    let options: HubOptions;
    const ofSpoke: SpokeOptions = {};

    before(async () => {
        orders = await addSpoke(engine(), "222233334444", "10.30");
        stranger = await addSpoke(engine(), "999900001111", "10.50");
        options = {
            admitted: [orders, stranger],
            consumers: { orders },
            set: { endpointPolicy: { organizationIds: [ORGANIZATION] } },
        };
        hub = await deployed(await hubStack(engine(), options));
        spoke = await deployed(await spokeStack(engine(), "orders", orders, ofSpoke));
    });

    it("is let in by its organisation, and one of another is told what the hub has to add", async () => {
        const stack = await spokeStack(engine(), "stranger", stranger, {
            edit: ({ consumers, ...older }) => {
                assert.ok(consumers !== undefined);
                return older;
            },
        });
        assert.deepEqual((await stack.preview()).errors, [
            "connection.perimeter: the endpoint policies do not let account 999900001111 of organisation o-ffffffffff " +
                `through, only ${ORGANIZATION}; in endpointPolicy of the EksEndpointSet in stack ${HUB} write ` +
                `accountIds: ["999900001111"], or organizationIds: ["${ORGANIZATION}", "o-ffffffffff"]`,
        ]);
    });

    it("is only warned when the deployer may not ask for the organisation", async () => {
        setFaults("DescribeOrganization", 1);
        const { errors, warnings } = await spoke.preview();
        setFaults("DescribeOrganization", 0);
        assert.deepEqual(errors, []);
        assert.equal(warnings.length, 1);
        assert.match(
            warnings[0] ?? "",
            /^connection\.perimeter: could not be verified: .*AccessDenied/,
        );
    });

    it("hears of the profile once the hub has one", async () => {
        options.share = { method: ShareMethod.Profile, principals: [ORGANIZATION_ARN] };
        await deployed(hub);
        const { warnings } = await spoke.preview();
        assert.match(
            warnings.join("\n"),
            /shares the same names in profile rp-\w+ too; to move to it/,
        );
    });

    it("keeps its names when the move to the profile stops half-way, and ends it with the next run", async () => {
        ofSpoke.args = { method: ShareMethod.Profile };
        setFaults("DisassociateVPCFromHostedZone", 5);
        const broken = await spoke.up();
        assert.match(broken.errors.join("\n"), /DisassociateVPCFromHostedZone/);
        assert.deepEqual(broken.steps.sort(), ["create eks-profile", "update eks"]);
        assert.ok(isServed());
        setFaults("DisassociateVPCFromHostedZone", 0);
        const { errors, steps } = await spoke.up();
        assert.deepEqual(errors, []);
        assert.deepEqual(steps.sort(), ASSOCIATIONS.map((name) => `delete eks-${name}`).sort());
        assert.ok(isServed());
    });

    it("keeps its names on the way back, too", async () => {
        ofSpoke.args = {};
        const { errors, steps } = await spoke.up();
        assert.deepEqual(errors, []);
        assert.equal(steps.at(-1), "delete eks-profile");
        assert.ok(isServed());
    });

    it("of another organisation is refused the profile, with the share's argument to change", async () => {
        const stack = await spokeStack(engine(), "stranger-profile", stranger, {
            args: { method: ShareMethod.Profile },
        });
        const { errors } = await stack.preview();
        assert.match(
            errors.join("\n"),
            /^connection\.principals: account 999900001111 of organisation o-ffffffffff is not among them \(arn:/,
        );
    });

    it("has only a warning in the preview that turns the DNS attributes of its own VPC on", async () => {
        let isOn = false;
        let hasConsumer = false;
        const program = () => {
            const vpc = new Vpc("own", { cidrBlock: "10.60.0.0/16", enableDnsHostnames: isOn });
            if (hasConsumer) {
                new EksEndpointConsumer("eks", { connection: readHub(), vpcId: vpc.id });
            }
            return { vpcId: vpc.id };
        };
        const { account } = orders;
        const own = await engine().stack("own-vpc", program, { account });
        const vpcId = String((await own.up()).outputs.vpcId);
        const place = { prefix: "10.60", range: "10.60.0.0/16", ipv6Range: "" };
        options.consumers.own = { ...place, account, vpcId };
        options.admitted.push(options.consumers.own);
        await deployed(hub);
        hasConsumer = true;
        const refused = await own.up();
        assert.match(refused.errors.join("\n"), /^vpcId: VPC vpc-\w+ has enableDnsHostnames off/);
        isOn = true;
        const { errors, warnings } = await own.preview();
        assert.deepEqual(errors, []);
        assert.match(warnings.join("\n"), /enableDnsHostnames off.*the update may repair it/);
        await deployed(own);
        assert.ok(resolveAll(engine(), vpcId).every(({ status }) => status === "private"));
    });

    function isServed(): boolean {
        return resolveAll(engine(), orders.vpcId).every(({ status }) => status === "private");
    }

    /** Refuses the next calls of an operation. */
    function setFaults(operation: string, count: number): void {
        engine().change((world) => {
            const seen = world.calls[operation] ?? 0;
            world.faults = Array.from({ length: count }, (_, i) => ({
                operation,
                nth: seen + i + 1,
                kind: "refused",
            }));
        });
    }
});
