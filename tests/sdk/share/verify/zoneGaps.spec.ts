import assert from "node:assert/strict";

import { findHosts } from "../../../../sdk/domain/hostNames";
import type { LastState } from "../../../../sdk/lookups/ownStack";
import {
    checkMovedZones,
    checkNewZones,
    checkRemovedZones,
    type PlannedZones,
} from "../../../../sdk/share/verify/zoneGaps";

const VPC = "vpc-0a";

function planned(states: LastState[]): PlannedZones {
    const last = Object.assign({}, ...states) as LastState;
    const hosts = findHosts(["eks-auth", "oidc-eks"], "eu-central-1");
    return { name: "hub", hosts, region: "eu-central-1", hubVpcId: VPC, last };
}

/** A state of one resource. */
function lastResource(
    type: string,
    name: string,
    outputs: { [property: string]: unknown },
): LastState {
    return { [`urn:pulumi:dev::net::${type}::${name}`]: { type, outputs } };
}

function lastZone(key: string, name: string, vpcId = VPC): LastState {
    const outputs = { name, zoneId: `Z-${key}`, vpcs: [{ vpcId }] };
    return lastResource("aws:route53/zone:Zone", `hub-${key}`, outputs);
}

const AUTH = "eks-auth.eu-central-1.api.aws";
const ISSUER = "oidc.eks.eu-central-1.amazonaws.com";
const DUAL_STACK_ISSUER = "oidc-eks.eu-central-1.api.aws";

describe("checkNewZones", () => {
    it("names the zones that the hub's VPC gets, and how long they are empty", () => {
        const last = [lastZone("eks-auth-dual-stack", `${AUTH}.`)];
        assert.deepEqual(checkNewZones(planned(last)), [
            {
                path: "connection.vpcId",
                reason:
                    `${ISSUER}, ${DUAL_STACK_ISSUER} lead nowhere in VPC vpc-0a for about a minute, from when it has hosted ` +
                    "zones until these have records; AWS takes no record before",
                isWarning: true,
            },
        ]);
    });

    it("says nothing where all zones are there", () => {
        const last = [
            lastZone("eks-auth-dual-stack", AUTH),
            lastZone("oidc-eks", ISSUER),
            lastZone("oidc-eks-dual-stack", DUAL_STACK_ISSUER),
        ];
        assert.deepEqual(checkNewZones(planned(last)), []);
        assert.deepEqual(checkMovedZones(planned(last)), []);
    });
});

describe("checkMovedZones", () => {
    it("says what clients lose that have private DNS by now, and what takes nothing away", () => {
        const endpoint = lastResource("aws:ec2/vpcEndpoint:VpcEndpoint", "eks-oidc-eks", {
            arn: "arn:aws:ec2:eu-central-1:111122223333:vpc-endpoint/vpce-1",
            vpcId: VPC,
            serviceName: "com.amazonaws.eu-central-1.oidc-eks",
            privateDnsEnabled: true,
        });
        const given = planned([endpoint]);
        const [found, ...others] = checkMovedZones(given);
        assert.deepEqual(others, []);
        assert.equal(found?.path, "connection.privateDnsEnabled");
        assert.ok(
            found.reason.startsWith(
                `${ISSUER}, ${DUAL_STACK_ISSUER} move from private DNS to hosted zones in VPC vpc-0a`,
            ),
        );
        assert.match(found.reason, /share the endpoints of a second EksEndpointSet/);
        assert.ok(
            checkNewZones(given).every(({ reason }) => reason.startsWith(`${AUTH} leads nowhere`)),
        );
    });

    it("says whom zones leave when the endpoints move to another VPC", () => {
        const last = [lastZone("oidc-eks", ISSUER, "vpc-0b")];
        const [found, ...others] = checkMovedZones(planned(last));
        assert.deepEqual(others, []);
        assert.equal(found?.path, "connection.vpcId");
        assert.match(
            found.reason,
            /^hosted zones are replaced, because the endpoints leave VPC vpc-0b for VPC vpc-0a: all VPCs of consumers lose oidc\.eks\.eu-central-1\.amazonaws\.com for /,
        );
    });
});

describe("checkRemovedZones", () => {
    it("names the zones of services that are no longer shared, and every VPC that may have them", () => {
        const grant = (kind: string, vpcId: string) =>
            lastResource(`aws:route53/${kind}`, vpcId, { zoneId: "Z-eks-proxy", vpcId });
        const last = [
            lastZone("oidc-eks", ISSUER),
            lastZone("eks-proxy", "eks-proxy.eks.eu-central-1.amazonaws.com"),
            grant("zoneAssociation:ZoneAssociation", "vpc-0b"),
            grant("vpcAssociationAuthorization:VpcAssociationAuthorization", "vpc-0c"),
        ];
        assert.deepEqual(checkRemovedZones(planned(last)), [
            {
                path: "services",
                reason:
                    "hosted zones go: eks-proxy.eks.eu-central-1.amazonaws.com leads nowhere for about a minute in every VPC " +
                    "that has the zone, of vpc-0a, vpc-0b, vpc-0c: AWS deletes no zone before its records; to spare other " +
                    "VPCs, take the zones from them first",
                isWarning: true,
            },
        ]);
        assert.deepEqual(checkRemovedZones(planned([lastZone("oidc-eks", ISSUER)])), []);
    });
});
