import assert from "node:assert/strict";

import { DEFAULT_ACCOUNT, type RecordType, resolve } from "../../simulated-aws/index";
import { HOSTS, resolveAll } from "./hubAndSpokes";
import { centralizedEndpoints, type Mistake } from "./patterns/centralizedEndpoints";
import { findingsOf } from "./patterns/findings";
import { LANDING_ZONE_REGION, landingZone } from "./patterns/landingZone";
import { addLogBucket, organizations } from "./patterns/parts";
import { PACK, useEngine } from "./support";
import type { Run, TestStack } from "./testStack";

/** Rules with the IPv6 range of a VPC that AWS has not given it yet, told of once. */
const NOT_YET_KNOWN = ["endpoint-ingress-no-world advisory endpoints"];

/** What the pack says in preview about each mistake. */
const MISTAKES: { [mistake in Mistake]: string[] } = {
    "no AAAA records": HOSTS.map((host) => `hosted-zones-complete mandatory ${host}`),
    "one of two names": [
        "hosted-zones-complete mandatory eks",
        "hosted-zones-complete mandatory oidc-eks",
    ],
    "no authorization": HOSTS.map((host) => `zone-association-authorized mandatory ${host}`),
    "credentials of the hub": HOSTS.map((host) => `zone-association-authorized mandatory ${host}`),
    "private DNS beside": HOSTS.map((host) => `private-dns-unique mandatory ${host}`),
};

describe("the policy pack on centralized endpoints", function () {
    this.timeout(120_000);
    const engine = useEngine({ world: organizations() });
    let mistake: Mistake | undefined;
    let stack: TestStack;

    before(async () => {
        await addLogBucket(engine());
        stack = await engine().stack("centralized", () => centralizedEndpoints(mistake), {
            account: DEFAULT_ACCOUNT,
        });
    });

    afterEach(async () => {
        assert.deepEqual((await stack.destroy()).errors, []);
    });

    async function upWithout(made: Mistake): Promise<Run> {
        mistake = made;
        return stack.up();
    }

    /** What the spoke's resolver says to the question for each host name. */
    function statusesIn({ outputs }: Run, type: RecordType): string[] {
        const vpcId = outputs.spokeVpcId as string;
        return resolveAll(engine(), vpcId, type).map(({ status, addresses }) =>
            status === "private" ? `${addresses.length} addresses` : status,
        );
    }

    it("has nothing against what AWS describes, and the other account's VPC resolves every name", async () => {
        mistake = undefined;
        assert.deepEqual(findingsOf(await stack.preview({ policyPacks: [PACK] })), NOT_YET_KNOWN);
        const run = await stack.up({ policyPacks: [PACK] });
        assert.deepEqual([run.errors, run.warnings, findingsOf(run)], [[], [], []]);
        for (const type of ["A", "AAAA"] as const) {
            assert.deepEqual(statusesIn(run, type), Array(HOSTS.length).fill("2 addresses"));
        }
    });

    for (const [made, findings] of Object.entries(MISTAKES)) {
        it(`stops the preview for ${made}`, async () => {
            mistake = made as Mistake;
            const run = await stack.preview({ policyPacks: [PACK] });
            assert.notDeepEqual(run.errors, []);
            assert.deepEqual(findingsOf(run), [...NOT_YET_KNOWN, ...findings].sort());
        });
    }

    it("is right that without AAAA records no name has an IPv6 address", async () => {
        const run = await upWithout("no AAAA records");
        assert.deepEqual(statusesIn(run, "AAAA"), Array(HOSTS.length).fill("0 addresses"));
    });

    it("is right that a name without a zone stays public", async () => {
        const run = await upWithout("one of two names");
        assert.deepEqual(statusesIn(run, "A"), [
            "2 addresses",
            "public",
            "2 addresses",
            "2 addresses",
            "public",
        ]);
    });

    for (const [made, refusal] of [
        ["no authorization", /NotAuthorizedException/],
        ["credentials of the hub", /NotAuthorizedException/],
        ["private DNS beside", /Conflict/i],
    ] as const) {
        it(`is right that AWS refuses ${made}`, async () => {
            assert.match((await upWithout(made)).errors.join("\n"), refusal);
        });
    }
});

describe("the policy pack on centralized endpoints of an account that it does not know", function () {
    this.timeout(120_000);
    const engine = useEngine({ world: organizations() });

    it("only advises to authorize, because the credentials may be of one account", async () => {
        const stack = await engine().stack("unnamed", () =>
            centralizedEndpoints("no authorization"),
        );
        const run = await stack.preview({ policyPacks: [PACK] });
        assert.deepEqual(run.errors, []);
        assert.deepEqual(
            findingsOf(run),
            [
                ...NOT_YET_KNOWN,
                ...HOSTS.map((host) => `zone-association-authorized advisory ${host}`),
            ].sort(),
        );
    });
});

describe("the policy pack on zones of the Landing Zone Accelerator", function () {
    this.timeout(120_000);
    const engine = useEngine({ region: LANDING_ZONE_REGION });
    let stack: TestStack;

    before(async () => {
        await addLogBucket(engine());
        stack = await engine().stack("landing-zone", landingZone);
    });

    it("finds the name that FIPS clients ask for, the second name of EKS and the hidden issuer unanswered", async () => {
        assert.deepEqual(findingsOf(await stack.preview({ policyPacks: [PACK] })), [
            "hosted-zones-complete mandatory eks",
            "private-dns-enabled mandatory eks-fips",
            "shadowed-hosts-resolvable advisory eks",
        ]);
    });

    it("is right about each of them", async () => {
        assert.deepEqual((await stack.up()).errors, []);
        const [{ vpcId } = { vpcId: "" }] = Object.values(engine().world.objects.endpoints);
        const statuses = ["eks", "fips.eks", "oidc.eks"].map(
            (host) => resolve(engine().world, { vpcId }, `${host}.us-east-1.amazonaws.com`).status,
        );
        assert.deepEqual(statuses, ["private", "NXDOMAIN", "NXDOMAIN"]);
        const second = resolve(engine().world, { vpcId }, "eks.us-east-1.api.aws");
        assert.equal(second.status, "public");
    });
});
