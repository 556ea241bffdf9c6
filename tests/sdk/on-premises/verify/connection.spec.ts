import assert from "node:assert/strict";

import type { EksEndpointConnection } from "../../../../sdk/index";
import { checkNames, hostNamesOf } from "../../../../sdk/on-premises/verify/connection";
import { connection } from "../../../support/connection";
import { sorted } from "../../../support/problems";

const judge = sorted(checkNames);

const REGION = "eu-central-1";
const SPOKE = { vpcId: "vpc-0b", accountId: "222233334444", region: REGION };
const PRIVATE_DNS: Partial<EksEndpointConnection> = { hostedZoneIds: {}, privateDnsEnabled: true };

/** Problems, as they are printed, and warnings. */
function findingsOf(changes: Partial<EksEndpointConnection>, vpcId = "vpc-0a", region = REGION) {
    const { problems, warnings } = judge(connection(changes), vpcId, region);
    return { problems: problems.map(({ path, reason }) => `${path}: ${reason}`), warnings };
}

const NOTHING = { problems: [], warnings: [] };

describe("checkNames", () => {
    it("finds nothing in the endpoints' own VPC, with shared zones or private DNS", () => {
        assert.deepEqual(findingsOf({}), NOTHING);
        assert.deepEqual(findingsOf(PRIVATE_DNS), NOTHING);
    });

    it("finds nothing in a VPC that the zones are shared with", () => {
        assert.deepEqual(findingsOf({ consumers: { payments: SPOKE } }, "vpc-0b"), NOTHING);
    });

    it("says where to share with a VPC that sees none of the zones", () => {
        assert.deepEqual(findingsOf({ consumers: { payments: SPOKE } }, "vpc-0c"), {
            problems: [
                "vpcId: VPC vpc-0c does not answer for the host names, which resolve in vpc-0a (the endpoints' own), " +
                    "vpc-0b (payments) only; give one of these, or add vpc-0c to the consumers of the EksEndpointShare " +
                    "in stack acme/network/hub",
            ],
            warnings: [],
        });
    });

    it("names a few of many VPCs", () => {
        const consumers = Object.fromEntries(
            [1, 2, 3, 4, 5, 6].map((n) => [`spoke-${n}`, { ...SPOKE, vpcId: `vpc-${n}` }]),
        );
        const { problems } = findingsOf({ consumers }, "vpc-0c");
        assert.match(problems[0] ?? "", /vpc-3 \(spoke-3\) and 3 more only/);
    });

    it("says that private DNS stays in the endpoints' own VPC, though consumers are named", () => {
        const changes = { ...PRIVATE_DNS, consumers: { payments: SPOKE } };
        assert.deepEqual(findingsOf(changes, "vpc-0b"), {
            problems: [
                "vpcId: VPC vpc-0b does not answer for the host names, which resolve in vpc-0a (the endpoints' own) only; " +
                    "give one of these, or share the endpoints with vpc-0b: privateDnsEnabled: false and an " +
                    "EksEndpointShare in stack acme/network/hub",
            ],
            warnings: [],
        });
    });

    it("only warns where a profile may bring the zones", () => {
        assert.deepEqual(findingsOf({ profileId: "rp-1" }, "vpc-0c"), {
            problems: [],
            warnings: [
                "vpcId: VPC vpc-0c is none of the consumers that stack acme/network/hub names, so it answers for the " +
                    "host names only if it uses profile rp-1; an EksEndpointConsumer sees to that",
            ],
        });
    });

    it("refuses endpoints that nobody has shared and that have no private DNS", () => {
        assert.deepEqual(findingsOf({ hostedZoneIds: {} }, "vpc-0c"), {
            problems: [
                "connection: has no host names that resolve in a VPC, because stack acme/network/hub has " +
                    "privateDnsEnabled: false and shares none; give the connection of an EksEndpointShare, or turn " +
                    "private DNS on there",
            ],
            warnings: [],
        });
    });

    it("says so where a partition has no known host names", () => {
        const changes = { ...PRIVATE_DNS, services: {}, stack: undefined };
        assert.deepEqual(findingsOf(changes).problems, [
            "connection: has no host names, because none are known for eu-central-1; forward the names of your clients yourself",
        ]);
    });

    it("refuses endpoints of another region", () => {
        assert.deepEqual(findingsOf({}, "vpc-0a", "us-east-1").problems, [
            "connection.region: the endpoints are in eu-central-1, and the Resolver endpoint would be in us-east-1; give " +
                'region: "eu-central-1" and a VPC there, or the connection of endpoints in us-east-1',
        ]);
    });

    for (const name of [
        'eks.example"; };',
        "eks.example\nserver=/#/1.2.3.4",
        "eks",
        "$(reboot).example",
        "a/b.example",
        "",
    ]) {
        it(`lets no ${JSON.stringify(name)} into the settings of a DNS server`, () => {
            assert.deepEqual(findingsOf({ hostedZoneIds: { [name]: "Z1" } }).problems, [
                `connection: ${JSON.stringify(name)} is no host name; pass the output of stack acme/network/hub on unchanged`,
            ]);
        });
    }
});

describe("hostNamesOf", () => {
    it("lists the shared zones, and the names of all services with private DNS", () => {
        const shared = connection({ hostedZoneIds: { "eks.eu-central-1.amazonaws.com": "Z1" } });
        assert.deepEqual(hostNamesOf(shared), ["eks.eu-central-1.amazonaws.com"]);
        assert.deepEqual(hostNamesOf(connection(PRIVATE_DNS)), [
            "eks.eu-central-1.amazonaws.com",
            "eks.eu-central-1.api.aws",
            "eks-auth.eu-central-1.api.aws",
            "oidc.eks.eu-central-1.amazonaws.com",
            "oidc-eks.eu-central-1.api.aws",
        ]);
    });
});
