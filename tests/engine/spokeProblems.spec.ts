import assert from "node:assert/strict";

import { EksEndpointConsumer } from "eks-privatelink";

import {
    addSpoke,
    deployed,
    HUB,
    hubStack,
    readHub,
    type Spoke,
    type SpokeOptions,
    spokeStack,
} from "./hubAndSpokes";
import { idsIn, useEngine } from "./support";
import type { Run } from "./testStack";

/** What a spoke is refused for, and the text of its only error. */
const REFUSED: { title: string; options: SpokeOptions; expected: RegExp }[] = [
    {
        title: "the connection of a set instead of a share",
        options: { output: "ofSet" },
        expected:
            /^connection\.hostedZoneIds: is empty: this is the connection of an EksEndpointSet/,
    },
    {
        title: "a missing output",
        options: { output: "conection" },
        expected:
            /^connection: is missing: stack organization\/engine-tests\/hub has no such output/,
    },
    {
        title: "an output of another stack that is no connection",
        options: { edit: () => ({ vpcId: "vpc-1" }) },
        expected: /^connection: an object was given, which is no connection.*engine-tests\/hub$/,
    },
    {
        title: "a connection edited by hand",
        options: { edit: (connection) => ({ ...connection, ipAddressType: "both" }) },
        expected:
            /^connection\.ipAddressType: "both" was given, which is none of.*engine-tests\/hub,/,
    },
    {
        title: "a connection of a newer major version",
        options: { edit: (connection) => ({ ...connection, schemaVersion: 2 }) },
        expected:
            /^connection\.schemaVersion: is of version 2.*upgrade eks-privatelink in this stack$/,
    },
    {
        title: "another region",
        options: { region: "eu-central-1" },
        expected: /^connection\.region: the endpoints of stack .*\/hub answer for region eu-west-1/,
    },
    {
        title: "another partition",
        options: {
            edit: (connection) => ({ ...connection, partition: "aws-cn", region: "cn-north-1" }),
        },
        expected: /^connection\.partition: the endpoints of stack .*\/hub are in partition aws-cn/,
    },
    {
        title: "a profile that the hub does not have",
        options: { args: { method: "profile" } },
        expected: /^method: "profile" was given, and stack .*\/hub has no Route 53 Profile/,
    },
    {
        title: "a service that the hub does not share",
        options: { args: { services: ["eks", "eks-auth", "oidc-eks", "eks-proxy"] } },
        expected:
            /^services\[3\]: stack .*\/hub does not share eks-proxy; add it to the EksEndpointShare/,
    },
];

describe("a spoke that does not fit its hub", function () {
    this.timeout(180_000);
    const engine = useEngine();
    let orders: Spoke;
    let stranger: Spoke;

    before(async () => {
        orders = await addSpoke(engine(), "222233334444", "10.30");
        stranger = await addSpoke(engine(), "999900001111", "10.50");
        const consumers = { orders, stranger };
        await deployed(await hubStack(engine(), { admitted: [orders], consumers }));
    });

    it("is told in preview what the hub has to change, all at once, and creates nothing in up either", async () => {
        const { account, vpcId, range, ipv6Range } = stranger;
        const set = `the EksEndpointSet in stack ${HUB} write`;
        const notAdmitted = (list: string, own: string, hub: string, admitted: string): string =>
            `connection.admitted.${list}: ${own} of VPC ${vpcId} is not admitted by the endpoints' security group, ` +
            `which admits ${admitted}; in ingress of ${set} ${list}: [${hub}, "${own}"], and run pulumi up there first`;
        const text = [
            `connection.perimeter: the endpoint policies do not let account ${account} through, only 111122223333, ` +
                `222233334444; in endpointPolicy of ${set} accountIds: ["111122223333", "222233334444", "${account}"]`,
            notAdmitted(
                "cidrBlocks",
                range,
                '"10.20.0.0/16", "10.30.0.0/16"',
                "10.20.0.0/16, 10.30.0.0/16",
            ),
            notAdmitted("ipv6CidrBlocks", ipv6Range, `"${orders.ipv6Range}"`, orders.ipv6Range),
        ].join("\n");
        const stack = await spokeStack(engine(), "stranger", stranger);
        const { errors, registered } = await stack.preview();
        assert.deepEqual(errors, [text]);
        assert.deepEqual(registered, [HUB, "eks"]);
        const existing = idsIn(engine().world);
        assert.deepEqual((await stack.up()).errors, [text]);
        assert.deepEqual(idsIn(engine().world), existing);
    });

    for (const { title, options, expected } of REFUSED) {
        it(`is refused in preview for ${title}, and none of its children is registered`, async () => {
            const run = await preview(title, options);
            assert.equal(run.errors.length, 1, run.errors.join("\n"));
            assert.match(run.errors[0] ?? "", expected);
            assert.deepEqual(childrenIn(run), []);
            assert.doesNotMatch(run.text, /TypeError|\n\s+at .*\.(ts|js):\d+/);
        });
    }

    async function preview(title: string, options: SpokeOptions): Promise<Run> {
        const stackName = title.replace(/\W+/g, "-");
        return (await spokeStack(engine(), stackName, orders, options)).preview();
    }

    function childrenIn({ registered }: Run): string[] {
        return registered.filter((name) => name.startsWith("eks-"));
    }

    it("is refused for a second consumer of its VPC", async () => {
        const { account, vpcId } = orders;
        const program = () => {
            const connection = readHub();
            return ["eks", "again"].map(
                (name) => new EksEndpointConsumer(name, { connection, vpcId }),
            );
        };
        const { errors } = await (await engine().stack("twice", program, { account })).preview();
        assert.equal(errors.length, 1);
        assert.match(
            errors[0] ?? "",
            /^vpcId: VPC vpc-\w+ already has EksEndpointConsumer "(eks|again)", which brings the same host names; remove/,
        );
    });

    it("is none where an older version wrote the connection, which names neither stack nor consumers", async () => {
        const run = await preview("older", {
            edit: ({ stack, consumers, ...older }) => {
                assert.ok(stack !== undefined && consumers !== undefined);
                return older;
            },
        });
        assert.deepEqual(run.errors, []);
        assert.equal(childrenIn(run).length, 5);
    });

    it("names the stack reference where an older version did not name the stack", async () => {
        const { errors } = await preview("older-incomplete", {
            edit: ({ stack, ...older }) => {
                assert.ok(stack !== undefined);
                return { ...older, hostedZoneIds: {} };
            },
        });
        assert.match(
            errors.join("\n"),
            /EksEndpointShare in stack organization\/engine-tests\/hub,/,
        );
    });
});
