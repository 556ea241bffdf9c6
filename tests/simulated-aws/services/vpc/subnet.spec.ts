import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import type { Properties } from "../../../../simulated-aws/model/values";
import { endpointInputs, Engine, network } from "../../support/engine";

const api = (operation: string, text: string) =>
    `operation error EC2: ${operation}, api error ${text}`;

describe("Subnet", () => {
    const refused = async (inputs: Properties, message: string) => {
        const engine = new Engine();
        const { vpc } = await network(engine, "a");
        await assert.rejects(engine.create("ec2.Subnet", { vpcId: vpc.id, ...inputs }), {
            message,
        });
    };
    const cases: [string, Properties, string][] = [
        [
            "a range outside the VPC",
            { cidrBlock: "10.9.0.0/24" },
            api("CreateSubnet", "InvalidSubnet.Range: The CIDR '10.9.0.0/24' is invalid."),
        ],
        [
            "a range of another subnet",
            { cidrBlock: "10.0.0.128/25" },
            api(
                "CreateSubnet",
                "InvalidSubnet.Conflict: The CIDR '10.0.0.128/25' conflicts with another subnet",
            ),
        ],
        [
            "a range too small",
            { cidrBlock: "10.0.5.0/29" },
            api("CreateSubnet", "InvalidSubnet.Range: The CIDR '10.0.5.0/29' is invalid."),
        ],
        [
            "no range",
            {},
            api(
                "CreateSubnet",
                "MissingParameter: Either 'cidrBlock' or 'ipv4IpamPoolId' should be provided.",
            ),
        ],
        [
            "a VPC that is not there",
            { vpcId: "vpc-none", cidrBlock: "10.0.5.0/24" },
            api("CreateSubnet", "InvalidVpcID.NotFound: The vpc ID 'vpc-none' does not exist"),
        ],
    ];
    for (const [title, inputs, message] of cases) {
        it(`refuses ${title}`, () => refused(inputs, message));
    }

    it("refuses a zone of another region", () =>
        refused(
            { cidrBlock: "10.0.5.0/24", availabilityZone: "us-east-1a" },
            api(
                "CreateSubnet",
                "InvalidParameterValue: Value (us-east-1a) for parameter availabilityZone is invalid. Subnets can " +
                    "currently only be created in the following availability zones: eu-west-1a, eu-west-1b, eu-west-1c.",
            ),
        ));

    it("stays while an endpoint has an interface in it", async () => {
        const engine = new Engine();
        const place = await network(engine, "a");
        await engine.create("ec2.VpcEndpoint", endpointInputs(place));
        const [subnet] = place.subnets;
        assert.ok(subnet);
        await assert.rejects(engine.delete(subnet), {
            message: api(
                "DeleteSubnet",
                `DependencyViolation: The subnet '${subnet.id}' has dependencies and cannot be deleted.`,
            ),
        });
    });

    it("is replaced for range, zone and VPC", async () => {
        const engine = new Engine();
        const place = await network(engine, "a");
        const [subnet] = place.subnets;
        assert.ok(subnet);
        const inputs = {
            vpcId: place.vpc.id,
            cidrBlock: "10.0.9.0/24",
            availabilityZone: "eu-west-1b",
        };
        assert.deepEqual(engine.diff(subnet, inputs).replaces.sort(), [
            "availabilityZone",
            "cidrBlock",
        ]);
    });
});

describe("routing", () => {
    it("makes and removes what awsx.ec2.Vpc is made of, in the order that AWS allows", async () => {
        const engine = new Engine();
        const { vpc, subnetIds } = await network(engine, "a");
        const gateway = await engine.create("ec2.InternetGateway", { vpcId: vpc.id });
        const table = await engine.create("ec2.RouteTable", { vpcId: vpc.id });
        const route = await engine.create("ec2.Route", {
            routeTableId: table.id,
            destinationCidrBlock: "0.0.0.0/0",
            gatewayId: gateway.id,
        });
        const association = await engine.create("ec2.RouteTableAssociation", {
            routeTableId: table.id,
            subnetId: subnetIds[0],
        });
        const address = await engine.create("ec2.Eip", {});
        const nat = await engine.create("ec2.NatGateway", {
            subnetId: subnetIds[0],
            allocationId: address.id,
        });
        assert.equal(nat.outputs.publicIp, address.outputs.publicIp);
        assert.deepEqual(engine.refresh(table)?.outputs.routes, [
            { cidrBlock: "0.0.0.0/0", gatewayId: gateway.id },
        ]);
        await assert.rejects(engine.delete(address), { message: /InvalidIPAddress.InUse/ });
        await assert.rejects(engine.delete(gateway), { message: /mapped public address/ });
        await assert.rejects(engine.delete(table), { message: /DependencyViolation/ });
        for (const each of [nat, address, association, route, table, gateway]) {
            assert.ok(engine.refresh(each), each.type);
            await engine.delete(each);
            assert.equal(engine.refresh(each), undefined, each.type);
        }
    });
});

describe("the addresses of a subnet", () => {
    it("are its own, also where another VPC has the same range", async () => {
        const engine = new Engine();
        const interfaces = async () => {
            const place = await network(engine, "a");
            await engine.create("ec2.VpcEndpoint", endpointInputs(place, "ec2"));
            return Object.values(engine.world.objects.networkInterfaces)
                .filter(({ vpcId }) => vpcId === place.vpc.id)
                .map(({ privateIp }) => privateIp);
        };
        assert.deepEqual([await interfaces(), await interfaces()], [["10.0.0.4"], ["10.0.0.4"]]);
    });
});
