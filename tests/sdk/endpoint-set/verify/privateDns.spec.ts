import assert from "node:assert/strict";

import {
    checkReplaced,
    checkTaken,
    type Switched,
} from "../../../../sdk/endpoint-set/verify/privateDns";
import type { LastState } from "../../../../sdk/lookups/ownStack";

const VPC = "vpc-0a";
const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
const SET = "urn:pulumi:dev::net::eks-privatelink:index:EksEndpointSet$";

interface Outputs {
    [property: string]: unknown;
}

/** A state of one resource. */
function lastResource(type: string, name: string, outputs: Outputs): LastState {
    return { [`${SET}${type}::${name}`]: { type, outputs } };
}

function lastEndpoint(name: string, outputs: Outputs = {}): LastState {
    return lastResource(ENDPOINT, name, {
        arn: `arn:aws:ec2:eu-central-1:111122223333:vpc-endpoint/vpce-${name}`,
        vpcId: VPC,
        serviceName: "com.amazonaws.eu-central-1.eks-auth",
        privateDnsEnabled: false,
        ...outputs,
    });
}

function lastSwitch(name: string, privateDnsEnabled: boolean): LastState {
    const outputs = { vpcEndpointId: `vpce-${name}`, privateDnsEnabled };
    const type = "aws:vpc/endpointPrivateDns:EndpointPrivateDns";
    return lastResource(type, `${name}-private-dns`, outputs);
}

function switched(last: LastState[], changes: Partial<Switched> = {}): Switched {
    return {
        args: { services: ["eks", "eks-auth"], serviceNames: {} },
        service: "eks-auth",
        region: "eu-central-1",
        vpcId: VPC,
        urns: [`${SET}${ENDPOINT}::eks-eks-auth`],
        last: Object.assign({}, ...last) as LastState,
        ...changes,
    };
}

const BESIDE =
    'eks-auth has an endpoint with private DNS in VPC vpc-0a by now, "others-eks-auth", and AWS gives a name to one endpoint ' +
    "of a VPC; if it is no longer in the program, Pulumi deletes it only after everything else, and this update would fail " +
    "half-way; take it away in one update, and add it here in the next: in between eks-auth.eu-central-1.api.aws leads to " +
    "public addresses in VPC vpc-0a, for the minutes that a new endpoint takes; where all of this set is new, create it " +
    "with privateDnsEnabled: false beside the other first, and these are seconds";

describe("checkTaken", () => {
    it("refuses a service whose names another endpoint of the stack has", () => {
        const byFlag = [lastEndpoint("others-eks-auth", { privateDnsEnabled: true })];
        const bySwitch = [lastEndpoint("others-eks-auth"), lastSwitch("others-eks-auth", true)];
        for (const last of [byFlag, bySwitch]) {
            assert.deepEqual(checkTaken(switched(last)), [{ path: "services[1]", reason: BESIDE }]);
        }
    });

    it("believes the switch before the flag, which is as old as the last refresh", () => {
        const last = [
            lastEndpoint("others-eks-auth", { privateDnsEnabled: true }),
            lastSwitch("others-eks-auth", false),
        ];
        assert.deepEqual(checkTaken(switched(last)), []);
    });

    it("accepts the endpoint itself, also under a former name, one of another VPC, and one of another service", () => {
        const on = { privateDnsEnabled: true };
        const own = lastEndpoint("eks-eks-auth", on);
        const former = lastEndpoint("former-eks-auth", on);
        const elsewhere = lastEndpoint("elsewhere", { ...on, vpcId: "vpc-0b" });
        const serviceName = "com.amazonaws.eu-central-1.eks";
        const other = lastEndpoint("eks-eks", { ...on, serviceName });
        const last = [own, former, elsewhere, other];
        const urns = ["eks-eks-auth", "former-eks-auth"].map(
            (name) => `${SET}${ENDPOINT}::${name}`,
        );
        assert.deepEqual(checkTaken(switched(last, { urns })), []);
    });

    it("refuses private DNS where a zone of the stack has the name in the VPC, from its creation or by an association", () => {
        const zone = (vpcId: string) =>
            lastResource("aws:route53/zone:Zone", "share-eks-auth", {
                name: "eks-auth.eu-central-1.api.aws.",
                zoneId: "Z01",
                vpcs: [{ vpcId }],
            });
        const association = lastResource("aws:route53/zoneAssociation:ZoneAssociation", "own", {
            zoneId: "Z01",
            vpcId: VPC,
        });
        for (const last of [[zone(VPC)], [zone("vpc-0b"), association]]) {
            const [found, ...others] = checkTaken(switched(last));
            assert.deepEqual(others, []);
            assert.equal(found?.path, "privateDnsEnabled");
            assert.match(
                found.reason,
                /^VPC vpc-0a has the hosted zone of eks-auth\.eu-central-1\.api\.aws by now, "share-eks-auth", .*; take it away in one update with privateDnsEnabled: false, and switch private DNS on in the next: /,
            );
        }
        assert.deepEqual(checkTaken(switched([zone("vpc-0b")])), []);
    });

    it("reads nothing out of a state that a hand has written", () => {
        const type = "aws:route53/zone:Zone";
        const last = [lastEndpoint("odd", { arn: 1, serviceName: null, vpcId: [] })];
        last.push(lastResource(type, "odd", { vpcs: "none", name: 3 }));
        assert.deepEqual(checkTaken(switched(last)), []);
    });
});

describe("checkReplaced", () => {
    it("says nothing of an endpoint that is new, or stays", () => {
        const own = lastEndpoint("eks-eks-auth", { privateDnsEnabled: true });
        assert.deepEqual(checkReplaced(switched([])), []);
        assert.deepEqual(checkReplaced(switched([own])), []);
    });

    it("says where the names are lost when the VPC changes, and how to move first", () => {
        const own = lastEndpoint("eks-eks-auth", { privateDnsEnabled: true, vpcId: "vpc-0b" });
        assert.deepEqual(checkReplaced(switched([own])), [
            {
                path: "vpcId",
                reason:
                    "the endpoint of eks-auth leaves VPC vpc-0b, where eks-auth.eu-central-1.api.aws leads to public addresses " +
                    "from then on, and nowhere while private DNS of a name above still hides them there, up to some minutes; to move clients first, create a second EksEndpointSet in VPC vpc-0a, and remove this one later",
                isWarning: true,
            },
        ]);
    });

    it("says how long the names are lost when the service changes", () => {
        const own = lastEndpoint("eks-eks-auth", { privateDnsEnabled: true });
        const serviceNames = { "eks-auth": "com.amazonaws.vpce.eu-central-1.vpce-svc-0a" };
        const args = { services: ["eks", "eks-auth"] as const, serviceNames };
        const given = { ...args, services: [...args.services] };
        assert.deepEqual(checkReplaced(switched([own], { args: given })), [
            {
                path: "serviceNames.eks-auth",
                reason:
                    "the endpoint of eks-auth is replaced, because its service was com.amazonaws.eu-central-1.eks-auth; from " +
                    "when the old one goes until the new one is available, some minutes, eks-auth.eu-central-1.api.aws leads " +
                    "to public addresses in VPC vpc-0a",
                isWarning: true,
            },
        ]);
    });
});
