import assert from "node:assert/strict";

import { checkConnection } from "../../../sdk/connection/checkConnection";
import { connection } from "../../support/connection";

const HUB = "acme/network/hub";

async function problemsOf(given: unknown, stack?: string): Promise<string[]> {
    const problems = await checkConnection(given, "connection", stack);
    return problems.map(({ path, reason }) => `${path}: ${reason}`);
}

/** A connection in which one field has been changed by hand; `undefined` takes it out. */
function edited(path: string[], value: unknown): unknown {
    const copy = structuredClone(connection()) as unknown as { [key: string]: unknown };
    const parent = path
        .slice(0, -1)
        .reduce((outer, key) => outer[key] as { [key: string]: unknown }, copy);
    const last = path.at(-1) ?? "";
    if (value === undefined) {
        // eslint-disable-next-line @typescript-eslint/no-dynamic-delete
        delete parent[last];
    } else {
        parent[last] = value;
    }
    return copy;
}

describe("checkConnection", () => {
    it("finds none in what a share writes", async () => {
        assert.deepEqual(await problemsOf(connection()), []);
    });

    it("reads a connection of the first release, which named no stack and no consumers", async () => {
        const { stack, consumers, ...older } = connection();
        assert.ok(stack !== undefined && consumers !== undefined);
        assert.deepEqual(await problemsOf(older), []);
    });

    it("ignores fields that a newer minor version has added", async () => {
        const newer = { ...connection(), costCenter: 12 };
        assert.deepEqual(await problemsOf(newer), []);
        assert.deepEqual(await problemsOf(edited(["services", "eks", "zones"], ["a"])), []);
    });

    it("refuses a newer major version and says what to upgrade", async () => {
        assert.deepEqual(await problemsOf({ schemaVersion: 2, everything: "else" }, HUB), [
            "connection.schemaVersion: is of version 2, written by a newer eks-privatelink in stack acme/network/hub, " +
                "and this one reads version 1; upgrade eks-privatelink in this stack",
        ]);
    });

    it("names the stack of a missing output", async () => {
        assert.deepEqual(await problemsOf(undefined, HUB), [
            "connection: is missing: stack acme/network/hub has no such output; export the connection of its " +
                "EksEndpointSet or EksEndpointShare there, and run pulumi up in it",
        ]);
    });

    it("tells something else from a connection", async () => {
        assert.deepEqual(await problemsOf({ vpcId: "vpc-1" }, HUB), [
            "connection: an object was given, which is no connection: it has no schemaVersion; give the connection " +
                "output of an EksEndpointSet or EksEndpointShare, unchanged, from stack acme/network/hub",
        ]);
        for (const value of ["vpc-1", 7, [], true]) {
            const [problem] = await problemsOf(value);
            assert.match(problem ?? "", /which is no connection.*from the stack it comes from$/);
        }
    });

    const missing = [
        ["connection.accountId", ["accountId"]],
        ["connection.services.eks.endpointArn", ["services", "eks", "endpointArn"]],
        ["connection.admitted.cidrBlocks", ["admitted", "cidrBlocks"]],
    ] as const;
    for (const [path, keys] of missing) {
        it(`names the missing ${path} and the stack to upgrade`, async () => {
            assert.deepEqual(await problemsOf(edited([...keys], undefined), HUB), [
                `${path}: is missing; upgrade eks-privatelink in stack acme/network/hub, run pulumi up there, and ` +
                    "pass its output on unchanged",
            ]);
        });
    }

    const wrong: [string, string[], unknown, RegExp][] = [
        ["vpcId", ["vpcId"], "my-vpc", /^connection\.vpcId: "my-vpc" was given, which does not/],
        ["ipAddressType", ["ipAddressType"], "ipv5", /"ipv5".*none of ipv4, dualstack, ipv6/],
        ["admitted", ["admitted", "cidrBlocks", "0"], "", /^connection\.admitted\.cidrBlocks\[0\]/],
        [
            "services",
            ["services"],
            [],
            /^connection\.services: a list was given, which must be obj/,
        ],
        ["services", ["services"], {}, /which must NOT have fewer than 1 properties/],
    ];
    for (const [name, path, value, expected] of wrong) {
        it(`finds ${name} changed by hand to ${JSON.stringify(value)}`, async () => {
            const [problem, ...others] = await problemsOf(edited(path, value));
            assert.match(problem ?? "", expected);
            assert.deepEqual(others, []);
        });
    }

    it("collects everything that is wrong", async () => {
        const given = { ...connection(), region: 3, accountId: "me", partition: undefined };
        assert.equal((await problemsOf(given)).length, 3);
    });
});
