import assert from "node:assert/strict";

import { Output } from "@pulumi/pulumi";

import { checkConnection } from "../../../sdk/connection/checkConnection";
import { type EksEndpointConnection, EksEndpointSet, EksEndpointShare } from "../../../sdk/index";
import { createWorld } from "../../../simulated-aws/index";
import { createNetwork } from "../../support/network";
import { runProgram, valueOf } from "../../support/runProgram";

const HUB = "111122223333";
const SPOKE = "444455556666";

describe("outputs of EksEndpointShare", () => {
    let set: EksEndpointSet;
    let share: EksEndpointShare;
    let ownVpcId: string;
    let spokeVpcId: string;

    before(async () => {
        const organizationId = "o-a1b2c3d4e5";
        const world = createWorld({
            accounts: { [HUB]: { organizationId }, [SPOKE]: { organizationId } },
        });
        const { vpcId, subnetIds } = await createNetwork({ world });
        ownVpcId = (await createNetwork({ world })).vpcId;
        spokeVpcId = (await createNetwork({ world, account: SPOKE })).vpcId;
        const program = () => {
            const endpoints = new EksEndpointSet("eks", {
                vpcId,
                subnetIds,
                privateDnsEnabled: false,
            });
            const shared = new EksEndpointShare("hub", {
                connection: endpoints.connection,
                consumers: {
                    orders: { vpcId: spokeVpcId, accountId: SPOKE },
                    own: { vpcId: ownVpcId },
                },
                method: "profile",
            });
            return { set: endpoints, share: shared };
        };
        ({ set, share } = (await runProgram(program, { world })).value);
    });

    it("are its public fields, each with a value", async () => {
        const fields = Object.entries(share).filter(
            ([name, value]) => Output.isInstance(value) && name !== "urn",
        );
        const values = await Promise.all(
            fields.map(async ([name, value]) => [name, await valueOf(value as Output<unknown>)]),
        );
        assert.deepEqual(fields.map(([name]) => name).sort(), [
            "connection",
            "hostedZoneIds",
            "profileId",
        ]);
        assert.ok(values.every(([, value]) => value !== undefined));
    });

    it("make a connection that other stacks read", async () => {
        const connection: unknown = await valueOf(share.connection);
        assert.deepEqual(await checkConnection(connection, "connection", undefined), []);
    });

    it("keep all that the set says, and add what the share knows", async () => {
        const given = (await valueOf(set.connection)) as EksEndpointConnection;
        const region = "eu-central-1";
        assert.deepEqual(await valueOf(share.connection), {
            ...given,
            stack: "organization/project/stack",
            hostedZoneIds: await valueOf(share.hostedZoneIds),
            consumers: {
                orders: { vpcId: spokeVpcId, accountId: SPOKE, region },
                own: { vpcId: ownVpcId, accountId: HUB, region },
            },
            profileId: await valueOf(share.profileId as never),
            principals: [SPOKE],
        });
    });

    it("name a zone for every host name of the services", async () => {
        const ids = (await valueOf(share.hostedZoneIds)) ?? {};
        assert.deepEqual(Object.keys(ids), [
            "eks.eu-central-1.amazonaws.com",
            "eks.eu-central-1.api.aws",
            "eks-auth.eu-central-1.api.aws",
            "oidc.eks.eu-central-1.amazonaws.com",
            "oidc-eks.eu-central-1.api.aws",
        ]);
        assert.equal(new Set(Object.values(ids)).size, 5);
    });
});
