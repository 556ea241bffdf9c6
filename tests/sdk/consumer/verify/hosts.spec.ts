import assert from "node:assert/strict";

import { checkShared } from "../../../../sdk/consumer/verify/hosts";
import type { EksService, ShareMethod } from "../../../../sdk/index";
import { connection } from "../../../support/connection";
import { joining } from "../../../support/joining";
import { sorted } from "../../../support/problems";

const judge = sorted(checkShared);

const { hostedZoneIds } = connection();

function findingsFor(services: EksService[], zones = hostedZoneIds, method?: ShareMethod) {
    const args = { services, method: method ?? "hostedZones" };
    return judge(joining({ args }, { hostedZoneIds: zones }));
}

function zonesWithout(...names: string[]): typeof hostedZoneIds {
    return Object.fromEntries(
        Object.entries(hostedZoneIds).filter(([name]) => !names.includes(name)),
    );
}

describe("checkShared", () => {
    it("finds none where the services are those that the hub shares", () => {
        const expected = { problems: [], warnings: [] };
        assert.deepEqual(findingsFor(["oidc-eks", "eks", "eks-auth"]), expected);
    });

    it("tells the connection of a set from that of a share", () => {
        assert.deepEqual(findingsFor(["eks"], {}), {
            problems: [
                {
                    path: "connection.hostedZoneIds",
                    reason:
                        "is empty: this is the connection of an EksEndpointSet, which shares nothing by itself; give it " +
                        "to an EksEndpointShare in stack acme/network/hub, export the share's connection there, and read that one",
                },
            ],
            warnings: [],
        });
    });

    it("says what to add in the hub's stack, or to leave out here, for a service that is not shared", () => {
        const { problems } = findingsFor(["eks", "eks-auth", "oidc-eks", "eks-proxy"]);
        assert.deepEqual(problems, [
            {
                path: "services[3]",
                reason:
                    "stack acme/network/hub does not share eks-proxy; add it to the EksEndpointShare there: " +
                    'services: ["eks", "eks-auth", "oidc-eks", "eks-proxy"], or leave it out here: ' +
                    'services: ["eks", "eks-auth", "oidc-eks"]',
            },
        ]);
    });

    it("offers no empty list where nothing would be left", () => {
        const [problem] = findingsFor(["eks-proxy"]).problems;
        assert.match(
            problem?.reason ?? "",
            /services: \["eks", "eks-auth", "oidc-eks", "eks-proxy"\]$/,
        );
    });

    it("names a single host name without a zone", () => {
        const zones = zonesWithout("eks.eu-central-1.api.aws");
        const { problems } = findingsFor(["eks", "eks-auth", "oidc-eks"], zones);
        assert.deepEqual(problems, [
            {
                path: "services[0]",
                reason:
                    "stack acme/network/hub shares eks without eks.eu-central-1.api.aws; upgrade eks-privatelink " +
                    "there, run pulumi up, and pass its output on unchanged",
            },
        ]);
    });

    it("refuses to hide a shared host name behind the zone of another", () => {
        assert.deepEqual(findingsFor(["eks", "eks-auth"]).problems, [
            {
                path: "services",
                reason:
                    "the zones of these services hide oidc.eks.eu-central-1.amazonaws.com, which stack acme/network/hub " +
                    'shares too; write services: ["eks", "eks-auth", "oidc-eks"]',
            },
        ]);
    });

    it("only warns of a shared service that is left aside and stays public", () => {
        assert.deepEqual(findingsFor(["eks", "oidc-eks"]), {
            problems: [],
            warnings: [
                "services: stack acme/network/hub also shares eks-auth, which this VPC does not use; to use all, " +
                    'write services: ["eks", "oidc-eks", "eks-auth"]',
            ],
        });
    });

    it("has no such worries with a profile, which brings every name", () => {
        const expected = { problems: [], warnings: [] };
        assert.deepEqual(findingsFor(["eks"], hostedZoneIds, "profile"), expected);
    });

    it("ignores zones of names that this version does not know", () => {
        const zones = { ...hostedZoneIds, "eks-next.eu-central-1.api.aws": "Z09" };
        const expected = { problems: [], warnings: [] };
        assert.deepEqual(findingsFor(["eks", "eks-auth", "oidc-eks"], zones), expected);
    });
});
