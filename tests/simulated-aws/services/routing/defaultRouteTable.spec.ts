import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { Engine, network } from "../../support/engine";

const ROUTE = { cidrBlock: "10.9.0.0/16", vpcPeeringConnectionId: "pcx-1" };

describe("a default route table", () => {
    it("takes over the table that a VPC is born with, its routes exactly", async () => {
        const engine = new Engine();
        const { vpc } = await network(engine, "a");
        const defaultRouteTableId = vpc.outputs.defaultRouteTableId;
        await engine.create("ec2.Route", {
            routeTableId: defaultRouteTableId,
            destinationCidrBlock: "10.8.0.0/16",
            vpcPeeringConnectionId: "pcx-1",
        });
        const table = await engine.create("ec2.DefaultRouteTable", {
            defaultRouteTableId,
            routes: [ROUTE],
        });
        assert.deepEqual(
            [table.id, table.outputs.routes, table.outputs.vpcId],
            [defaultRouteTableId, [ROUTE], vpc.id],
        );
        await engine.delete(table);
        assert.deepEqual(engine.world.objects.routeTables[table.id]?.routes, {
            "10.9.0.0/16": { vpcPeeringConnectionId: "pcx-1" },
        });
    });
});

describe("a main route table association", () => {
    it("gives a VPC another main table, and the first one back", async () => {
        const engine = new Engine();
        const { vpc } = await network(engine, "a");
        const original = vpc.outputs.mainRouteTableId;
        const table = await engine.create("ec2.RouteTable", { vpcId: vpc.id });
        const association = await engine.create("ec2.MainRouteTableAssociation", {
            vpcId: vpc.id,
            routeTableId: table.id,
        });
        assert.equal(association.outputs.originalRouteTableId, original);
        const { mainRouteTableId, defaultRouteTableId } = engine.refresh(vpc)?.outputs ?? {};
        assert.deepEqual([mainRouteTableId, defaultRouteTableId], [table.id, original]);
        await engine.delete(association);
        assert.equal(engine.refresh(vpc)?.outputs.mainRouteTableId, original);
        await assert.rejects(
            engine.create("ec2.MainRouteTableAssociation", {
                vpcId: vpc.id,
                routeTableId: "rtb-1",
            }),
            /InvalidRouteTableID.NotFound/,
        );
    });
});
