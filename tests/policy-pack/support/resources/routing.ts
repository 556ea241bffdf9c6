import { outputOf, type TestResource } from "../testResource";
import { idOf, type Inputs, type Placed } from "./common";

export function natGateway(inputs: Inputs = {}, { name = "nat" }: Placed = {}): TestResource {
    return {
        type: "aws:ec2/natGateway:NatGateway",
        name,
        inputs,
        computed: { id: idOf("nat", name), connectivityType: "public" },
    };
}

export function internetGateway(of: TestResource): TestResource {
    return {
        type: "aws:ec2/internetGateway:InternetGateway",
        name: "internet",
        inputs: { vpcId: outputOf(of) },
        computed: { id: idOf("igw", "internet") },
    };
}

export function routeTable(
    of: TestResource,
    inputs: Inputs = {},
    { name = "private" }: Placed = {},
): TestResource {
    return {
        type: "aws:ec2/routeTable:RouteTable",
        name,
        inputs: { vpcId: outputOf(of), ...inputs },
        computed: { id: idOf("rtb", name), routes: [] },
    };
}

/** The route for everything that no other one is for. */
export function defaultRoute(table: unknown, to: Inputs): TestResource {
    return {
        type: "aws:ec2/route:Route",
        name: "default",
        inputs: { routeTableId: table, destinationCidrBlock: "0.0.0.0/0", ...to },
        computed: { id: "default" },
    };
}

/** Gives a subnet a route table. */
export function routed(of: TestResource, table: unknown, name = `${of.name}-routed`): TestResource {
    return {
        type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
        name,
        inputs: { subnetId: outputOf(of), routeTableId: table },
        computed: { id: name },
    };
}

/** Makes a route table the one of subnets without a table of their own. */
export function mainRouteTable(of: TestResource, table: TestResource): TestResource {
    return {
        type: "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation",
        name: "main",
        inputs: { vpcId: outputOf(of), routeTableId: outputOf(table) },
        computed: { id: "main" },
    };
}

/** The route table that comes with a VPC, taken over by the program. */
export function takenOver(of: TestResource, routes: unknown): TestResource {
    return {
        type: "aws:ec2/defaultRouteTable:DefaultRouteTable",
        name: "default-table",
        inputs: { defaultRouteTableId: outputOf(of, "defaultRouteTableId"), routes },
        computed: { id: of.computed.defaultRouteTableId, vpcId: of.computed.id },
    };
}
