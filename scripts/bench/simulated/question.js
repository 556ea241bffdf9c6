// Makes a hub and as many VPCs as asked for on a transit gateway that share its zone, asks from each whether it resolves and
// reaches the endpoint, and prints the milliseconds of CPU that a question takes.

const simulated = require("../../../simulated-aws/bin/index.js");

const HOST = "eks.eu-west-1.amazonaws.com";
const QUESTIONS = 2000;

const world = simulated.createWorld();
const provider = new simulated.Provider(simulated.memoryStore(world), {
    account: simulated.DEFAULT_ACCOUNT,
    region: "eu-west-1",
    defaultTags: {},
});

async function create(token, inputs, name = "name") {
    const model = simulated.resourceModel(token);
    const checked = simulated.check(model, inputs, { name, seed: name });
    const { id, outputs } = await provider.create(token, checked.inputs, false);
    return { ...outputs, id };
}

async function attachedVpc(i, transitGatewayId) {
    const range = `10.${Math.floor(i / 16)}.${(i % 16) * 16}.0`;
    const vpc = await create("aws:ec2/vpc:Vpc", {
        cidrBlock: `${range}/20`,
        enableDnsHostnames: true,
    });
    const subnet = await create("aws:ec2/subnet:Subnet", {
        vpcId: vpc.id,
        cidrBlock: `${range}/24`,
    });
    await create("aws:ec2transitgateway/vpcAttachment:VpcAttachment", {
        transitGatewayId,
        vpcId: vpc.id,
        subnetIds: [subnet.id],
    });
    await create("aws:ec2/route:Route", {
        routeTableId: vpc.mainRouteTableId,
        destinationCidrBlock: "10.0.0.0/8",
        transitGatewayId,
    });
    return { vpcId: vpc.id, subnetId: subnet.id, address: range.replace(/0$/, "10") };
}

async function endpointIn({ vpcId, subnetId }) {
    const group = await create("aws:ec2/securityGroup:SecurityGroup", {
        vpcId,
        ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/8"] }],
    });
    return create("aws:ec2/vpcEndpoint:VpcEndpoint", {
        vpcId,
        serviceName: "com.amazonaws.eu-west-1.eks",
        vpcEndpointType: "Interface",
        subnetIds: [subnetId],
        securityGroupIds: [group.id],
    });
}

async function makeClients(count) {
    const gateway = await create("aws:ec2transitgateway/transitGateway:TransitGateway", {});
    const clients = [];
    for (let i = 0; i < count; i++) {
        clients.push(await attachedVpc(i, gateway.id));
    }
    const endpoint = await endpointIn(clients[0]);
    const [{ dnsName, hostedZoneId }] = endpoint.dnsEntries;
    const zone = await create("aws:route53/zone:Zone", {
        name: HOST,
        vpcs: clients.map(({ vpcId }) => ({ vpcId })),
    });
    await create("aws:route53/record:Record", {
        zoneId: zone.zoneId,
        name: HOST,
        type: "A",
        aliases: [{ name: dnsName, zoneId: hostedZoneId, evaluateTargetHealth: false }],
    });
    return clients;
}

function ask(client) {
    const { addresses } = simulated.resolve(world, client, HOST);
    const { allowed, reason } = simulated.connect(world, client, addresses[0] ?? "", 443);
    if (!allowed) {
        throw new Error(`${client.vpcId} does not reach ${HOST}: ${reason}`);
    }
}

async function main(count) {
    const clients = await makeClients(count);
    clients.forEach(ask);
    const start = process.cpuUsage();
    for (let i = 0; i < QUESTIONS; i++) {
        ask(clients[i % clients.length]);
    }
    const { user, system } = process.cpuUsage(start);
    process.stdout.write(String((user + system) / 1000 / QUESTIONS));
}

void main(Number(process.argv[2]));
