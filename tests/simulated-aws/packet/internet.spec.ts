import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { type Properties, textOf } from "../../../simulated-aws/model/values";
import { Client, type ClientOptions } from "../../../simulated-aws/questions/client";
import { remove } from "../../../simulated-aws/world/objectsOf";
import { endpointInputs, Engine, network } from "../support/engine";

const HOST = "eks.eu-west-1.amazonaws.com";
const ELSEWHERE = "8.8.8.8";
const anywhere = (target: Properties) => ({ routes: [{ cidrBlock: "0.0.0.0/0", ...target }] });

/** A VPC with a public subnet `a`, which has a NAT gateway where wanted, and a subnet `b`. */
async function withGateways(engine = new Engine(), isNatted = true, vpcInputs: Properties = {}) {
    const place = await network(engine, "ab", vpcInputs);
    const { vpc, subnetIds } = place;
    const [open = "", closed = ""] = subnetIds;
    const igw = await engine.create("ec2.InternetGateway", { vpcId: vpc.id });
    const table = async (subnetId: string, target: Properties) => {
        const made = await engine.create("ec2.RouteTable", { vpcId: vpc.id, ...anywhere(target) });
        const association = { routeTableId: made.id, subnetId };
        await engine.create("ec2.RouteTableAssociation", association);
        return made;
    };
    const openTable = await table(open, { gatewayId: igw.id });
    const eip = await engine.create("ec2.Eip", {});
    const nat =
        isNatted &&
        (await engine.create("ec2.NatGateway", { subnetId: open, allocationId: eip.id }));
    const natted = nat ? await table(closed, { natGatewayId: nat.id }) : undefined;
    const ids = { igw: igw.id, nat: nat ? nat.id : "", open, closed };
    const client = (options: ClientOptions = {}) => new Client(engine.world, vpc.id, options);
    return { ...place, engine, ids, eip, openTable, natted, client };
}

describe("the internet", () => {
    it("is reached through a NAT gateway and the internet gateway behind it, with the reason", async () => {
        const { client, ids, openTable, natted } = await withGateways();
        const found = client({ subnet: ids.closed }).connects(HOST, 443);
        assert.equal(found.ok, true);
        assert.match(
            found.reason,
            new RegExp(
                `public DNS answers; 198.51.100.1 stands for its address; ` +
                    `route 0.0.0.0/0 of ${natted?.id} leads to ${ids.nat}; ` +
                    `route 0.0.0.0/0 of ${openTable.id} leads to ${ids.igw}$`,
            ),
        );
        assert.equal(client({ subnet: ids.closed }).connects(ELSEWHERE, 443).ok, true);
    });

    it("is not reached from a closed VPC", async () => {
        const engine = new Engine();
        const { vpc } = await network(engine, "a");
        const client = new Client(engine.world, vpc.id);
        const none = `no route of ${textOf(vpc.outputs.mainRouteTableId)} leads to`;
        assert.match(client.connects(HOST, 443).assertNot().reason, new RegExp(none));
        assert.equal(client.connects(ELSEWHERE, 443).assertNot().reason, `${none} ${ELSEWHERE}`);
        assert.match(
            client.connects("192.168.7.7", 443).assertNot().reason,
            /no interface that .* reaches has the address 192.168.7.7/,
        );
    });

    it("takes a public address for a route to an internet gateway", async () => {
        const { client, ids } = await withGateways();
        const refusal = `10.0.0.10 has no public address, without which ${ids.igw} lets nobody out`;
        const inside = client({ subnet: ids.open }).connects(ELSEWHERE, 443).assertNot();
        assert.equal(inside.reason.split("; ").at(-1), refusal);
        client({ subnet: ids.open, publicAddress: true }).connects(ELSEWHERE, 443).assert();
    });

    it("counts the address that a subnet gives at launch", async () => {
        const engine = new Engine();
        const { vpc } = await network(engine, "a", {}, () => ({ mapPublicIpOnLaunch: true }));
        const { id } = await engine.create("ec2.InternetGateway", { vpcId: vpc.id });
        await engine.create("ec2.Route", {
            routeTableId: vpc.outputs.mainRouteTableId,
            destinationCidrBlock: "0.0.0.0/0",
            gatewayId: id,
        });
        new Client(engine.world, vpc.id).connects(HOST, 443).assert();
    });

    it("is lost with the NAT gateway, the way back or the gateway of its subnet", async () => {
        const { engine, client, ids, openTable } = await withGateways();
        const asked = () => client({ subnet: ids.closed }).connects(ELSEWHERE, 443);
        asked().assert();
        await engine.update(openTable, { vpcId: openTable.outputs.vpcId, routes: [] });
        assert.match(asked().assertNot().reason, new RegExp(`no route of ${openTable.id} leads`));
        remove(engine.world, "natGateways", ids.nat);
        assert.match(asked().assertNot().reason, /has no NAT gateway nat-\w+: a black hole/);
    });

    it("is held by egress rules and by the network ACLs of both subnets", async () => {
        const { engine, client, ids, vpc } = await withGateways();
        const egress = [
            { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/8"] },
        ];
        const group = await engine.create("ec2.SecurityGroup", { vpcId: vpc.id, egress });
        assert.match(
            client({ subnet: ids.closed, groups: [group.id] })
                .connects(HOST, 443)
                .assertNot().reason,
            /no egress rule of sg-\w+ lets tcp 443 out to 198.51.100.1/,
        );
        const all = {
            protocol: "-1",
            fromPort: 0,
            toPort: 0,
            action: "allow",
            cidrBlock: "10.0.0.0/8",
        };
        for (const subnet of [ids.open, ids.closed]) {
            const acl = await engine.create("ec2.NetworkAcl", {
                vpcId: vpc.id,
                subnetIds: [subnet],
                ingress: [{ ...all, ruleNo: 1 }],
                egress: [{ ...all, ruleNo: 1 }],
            });
            assert.match(
                client({ subnet: ids.closed }).connects(ELSEWHERE, 443).assertNot().reason,
                new RegExp(`no entry of network ACL ${acl.id} lets port 443 out to 8.8.8.8`),
            );
            await engine.delete(acl);
        }
    });

    it("answers calls over the internet, where no endpoint's policy is asked", async () => {
        const { client, ids } = await withGateways();
        const call = {
            principal: "arn:aws:iam::111122223333:role/node",
            action: "eks:DescribeCluster",
        };
        const found = client({ subnet: ids.closed }).calls(call).assert();
        assert.match(found.reason, /no endpoint's policy is asked there$/);
        client({ subnet: ids.open }).calls(call).assertNot();
    });

    it("is reached through a regional NAT gateway, which stands in no subnet", async () => {
        const { engine, client, ids, vpc } = await withGateways(new Engine(), false);
        const nat = await engine.create("ec2.NatGateway", {
            vpcId: vpc.id,
            availabilityMode: "regional",
        });
        await engine.create("ec2.Route", {
            routeTableId: vpc.outputs.mainRouteTableId,
            destinationCidrBlock: "0.0.0.0/0",
            natGatewayId: nat.id,
        });
        const { reason } = client({ subnet: ids.closed }).connects(HOST, 443).assert();
        assert.match(reason, new RegExp(`route 0.0.0.0/0 of rtb-\\w+ leads to ${nat.id}$`));
        remove(engine.world, "internetGateways", ids.igw);
        client({ subnet: ids.closed }).connects(HOST, 443).assertNot();
    });

    it("is not asked where private DNS answers", async () => {
        const place = await withGateways();
        await place.engine.create("ec2.VpcEndpoint", endpointInputs(place));
        const found = place.client({ subnet: place.ids.closed }).connects(HOST, 443).assertNot();
        assert.match(found.reason, /private DNS of endpoint .* no rule of/);
    });
});

describe("the internet over IPv6", () => {
    const dualStack = (index: number) => ({ ipv6CidrBlock: `2600:1f00:1:12${index}0::/64` });
    const address = "2600:1f00:1:1200::10";
    const withVpc = async (ipv6CidrBlock: string, subnet = dualStack) => {
        const engine = new Engine();
        const { vpc } = await network(engine, "a", { ipv6CidrBlock }, subnet);
        const gateway = await engine.create("ec2.EgressOnlyInternetGateway", { vpcId: vpc.id });
        await engine.create("ec2.Route", {
            routeTableId: vpc.outputs.mainRouteTableId,
            destinationIpv6CidrBlock: "::/0",
            egressOnlyGatewayId: gateway.id,
        });
        return {
            gateway,
            client: (own: string) => new Client(engine.world, vpc.id, { address: own }),
        };
    };

    it("is reached through an egress-only internet gateway by public addresses of the VPC", async () => {
        const { client, gateway } = await withVpc("2600:1f00:1:1200::/56");
        const { reason } = client(address).connects("2001:4860:4860::8888", 443).assert();
        assert.match(reason, new RegExp(`route ::/0 of rtb-\\w+ leads to ${gateway.id}`));
        assert.match(
            client("10.0.0.9").connects("2001:4860:4860::8888", 443).assertNot().reason,
            /other address family/,
        );
    });

    it("is not reached by addresses that are local", async () => {
        const { client } = await withVpc("fd00:1::/56", () => ({ ipv6CidrBlock: "fd00:1::/64" }));
        assert.match(
            client("fd00:1::10").connects("2001:4860:4860::8888", 443).assertNot().reason,
            /fd00:1::10 is not a public address of vpc-/,
        );
    });
});

describe("the internet of another VPC", () => {
    /** A spoke whose only way out leads over a transit gateway to the hub's subnet `b`, from which a NAT gateway leads on. */
    async function withTransit(isBack: boolean) {
        const engine = new Engine();
        const hub = await withGateways(engine);
        const spoke = await network(engine, "a", { cidrBlock: "10.1.0.0/16" }, () => ({
            cidrBlock: "10.1.0.0/24",
        }));
        const { id: transitGatewayId, outputs } = await engine.create(
            "ec2transitgateway.TransitGateway",
            {},
        );
        const attach = (vpcId: string, subnetId: string) =>
            engine.create("ec2transitgateway.VpcAttachment", {
                transitGatewayId,
                vpcId,
                subnetIds: [subnetId],
            });
        const attachment = await attach(hub.vpc.id, hub.ids.closed);
        await attach(spoke.vpc.id, spoke.subnetIds[0] ?? "");
        await engine.create("ec2transitgateway.Route", {
            transitGatewayRouteTableId: outputs.associationDefaultRouteTableId,
            destinationCidrBlock: "0.0.0.0/0",
            transitGatewayAttachmentId: attachment.id,
        });
        const route = (routeTableId: unknown, destinationCidrBlock: string) =>
            engine.create("ec2.Route", {
                routeTableId: textOf(routeTableId as string),
                destinationCidrBlock,
                transitGatewayId,
            });
        await route(spoke.vpc.outputs.mainRouteTableId, "0.0.0.0/0");
        if (isBack) {
            await route(hub.openTable.id, "10.1.0.0/16");
        }
        return { hub, client: new Client(engine.world, spoke.vpc.id) };
    }

    it("is reached over a transit gateway and the NAT gateway there", async () => {
        const { client, hub } = await withTransit(true);
        const { reason } = client.connects(HOST, 443).assert();
        assert.match(
            reason,
            new RegExp(`leads to tgw-.* in ${hub.vpc.id}; .* ${hub.ids.nat}; .* ${hub.ids.igw}$`),
        );
    });

    it("needs the way back from the NAT gateway's subnet", async () => {
        const { client, hub } = await withTransit(false);
        assert.match(
            client.connects(HOST, 443).assertNot().reason,
            new RegExp(`no route leads from ${hub.ids.nat} in ${hub.ids.open} back to 10.1.0.10$`),
        );
    });

    it("is not reached over a peering", async () => {
        const engine = new Engine();
        const { vpc } = await network(engine, "a");
        await engine.create("ec2.Route", {
            routeTableId: vpc.outputs.mainRouteTableId,
            destinationCidrBlock: "0.0.0.0/0",
            vpcPeeringConnectionId: "pcx-1",
        });
        assert.match(
            new Client(engine.world, vpc.id).connects(HOST, 443).assertNot().reason,
            /a peering does not lead on to gateways of the other VPC$/,
        );
    });

    it("is not decided behind what is not modelled", async () => {
        const engine = new Engine();
        const { vpc } = await network(engine, "a");
        await engine.create("ec2.Route", {
            routeTableId: vpc.outputs.mainRouteTableId,
            destinationCidrBlock: "0.0.0.0/0",
            networkInterfaceId: "eni-1",
        });
        const found = new Client(engine.world, vpc.id).connects(HOST, 443);
        assert.deepEqual([found.ok, found.undecided], [false, ["eni-1"]]);
    });
});

describe("a gateway endpoint", () => {
    it("takes what goes to the names of its service from the tables that have it", async () => {
        const engine = new Engine();
        const { vpc } = await network(engine, "a");
        const endpoint = await engine.create("ec2.VpcEndpoint", {
            vpcId: vpc.id,
            serviceName: "com.amazonaws.eu-west-1.s3",
            routeTableIds: [vpc.outputs.mainRouteTableId],
        });
        const prefixListIds = [endpoint.outputs.prefixListId];
        const rule = { protocol: "tcp", fromPort: 443, toPort: 443 };
        const group = async (egress: Properties) =>
            (await engine.create("ec2.SecurityGroup", { vpcId: vpc.id, egress: [egress] })).id;
        const listed = await group({ ...rule, prefixListIds } as Properties);
        const inside = await group({ ...rule, cidrBlocks: ["10.0.0.0/16"] });
        const asked = (groups: string[], host = "images.s3.eu-west-1.amazonaws.com") =>
            new Client(engine.world, vpc.id, { groups }).connects(host, 443);
        assert.match(
            asked([listed]).assert().reason,
            new RegExp(`gateway endpoint ${endpoint.id}`),
        );
        asked([]).assert();
        asked([inside]).assertNot();
        asked([], "s3.eu-west-2.amazonaws.com").assertNot();
        const call = { principal: "arn:aws:iam::111122223333:role/node", action: "s3:GetObject" };
        const { reason } = new Client(engine.world, vpc.id).calls(call).assert();
        assert.match(reason, new RegExp(`the policy of ${endpoint.id} says`));
    });
});

describe("a cluster's public API", () => {
    const cluster = async (engine: Engine, subnetIds: string[], vpcConfig: Properties) => {
        const { outputs } = await engine.create("eks.Cluster", {
            roleArn: "arn:aws:iam::111122223333:role/cluster",
            vpcConfig: { subnetIds, ...vpcConfig },
        });
        return new URL(textOf(outputs.endpoint)).host;
    };

    it("admits the address of a NAT gateway that its ranges have", async () => {
        const { engine, subnetIds, eip, client, ids } = await withGateways();
        const own = `${textOf(eip.outputs.publicIp)}/32`;
        const admitting = await cluster(engine, subnetIds, { publicAccessCidrs: [own] });
        client({ subnet: ids.closed }).connects(admitting, 443).assert();
        const other = await cluster(engine, subnetIds, { publicAccessCidrs: ["192.0.2.1/32"] });
        const { reason } = client({ subnet: ids.closed }).connects(other, 443).assertNot();
        assert.match(reason, /admits 192.0.2.1\/32, and the client arrives as 203.0.113.\d+$/);
    });

    it("does not decide for an address that nobody knows", async () => {
        const { engine, subnetIds, client, ids } = await withGateways();
        const host = await cluster(engine, subnetIds, { publicAccessCidrs: ["192.0.2.1/32"] });
        const known = client({ subnet: ids.open, publicAddress: "192.0.2.1" }).connects(host, 443);
        assert.deepEqual([known.ok, known.undecided], [true, []]);
        const unknown = client({ subnet: ids.open, publicAddress: true }).connects(host, 443);
        assert.deepEqual(unknown.undecided, ["the public address of the client"]);
    });

    it("has private addresses in public DNS where public access is off", async () => {
        const engine = new Engine();
        const { vpc, subnetIds } = await network(engine, "ab");
        const host = await cluster(engine, subnetIds, {
            endpointPrivateAccess: true,
            endpointPublicAccess: false,
        });
        const other = await network(engine, "a", { cidrBlock: "10.1.0.0/16" }, () => ({
            cidrBlock: "10.1.0.0/24",
        }));
        const found = new Client(engine.world, other.vpc.id).resolves(host).assert();
        const own = new Client(engine.world, vpc.id).resolves(host);
        assert.deepEqual(found.addresses, own.addresses);
        assert.match(found.reason, /^public DNS, as cluster .* has no public access, answers/);
    });
});
