import { Client } from "../questions/client";
import { Nodes } from "../questions/nodeGroup";
import type { Outcome } from "../questions/outcome";
import { requirePort, UserError } from "../questions/userErrors";
import { all, get } from "../world/objectsOf";
import type { World } from "../world/types";
import { findHome, requireWorld } from "./home";

/** Options of a question. */
export interface AskOptions {
    from?: string;
    groups?: string[];
    /** `yes`, `no` or an address. */
    publicAddress?: string;
    type?: string;
    principal?: string;
    resource?: string;
    host?: string;
}

/** The questions of the command line, by name. */
export const questions: {
    [name: string]: {
        usage: string;
        ask(client: Client, args: string[], options: AskOptions): Outcome;
    };
} = {
    resolve: {
        usage: "resolve <host name> --from <VPC or subnet>",
        ask: (client, [name = ""], { type = "A" }) => client.resolves(name, recordType(type)),
    },
    connect: {
        usage: "connect <host> <port> --from <VPC or subnet>",
        ask: (client, [host = "", port = "443"]) => client.connects(host, requirePort(port)),
    },
    authorize: {
        usage: "authorize <action> --from <VPC or subnet> --principal <ARN>",
        ask: (client, [action = ""], { principal = "", resource, host }) => {
            if (!/^arn:[\w-]+:(iam|sts)::\d{12}:/.test(principal)) {
                throw new UserError(
                    `"${principal}" is not a caller; give the ARN of a role, a user or a session with --principal`,
                );
            }
            return client.calls({ principal, action, resource, host });
        },
    },
};

export const JOIN_USAGE = "join <cluster>:<node group>";

/** Asks the world of the project; gives the outcome. */
export function ask(name: string, args: string[], options: AskOptions): Outcome {
    const question = questions[name];
    if (question === undefined || args.length === 0) {
        throw new UserError(`usage: eks-privatelink-simulator ${question?.usage ?? name}`);
    }
    const world = requireWorld(findHome());
    return question.ask(clientAt(world, options), args, options);
}

/** Asks whether the nodes of a group join their cluster. */
export function askNodes([id = ""]: string[]): Outcome {
    if (id === "") {
        throw new UserError(`usage: eks-privatelink-simulator ${JOIN_USAGE}`);
    }
    return new Nodes(requireWorld(findHome()), id).joins();
}

/** A client in a VPC or a subnet, which is named by ID or by its tag Name. */
function clientAt(world: World, { from = "", groups, publicAddress: given }: AskOptions): Client {
    const publicAddress = { yes: true, no: false }[given ?? ""] ?? given;
    const subnet = get(world, "subnets", from) ?? named(all(world, "subnets"), from);
    if (subnet !== undefined) {
        return new Client(world, subnet.vpcId, { subnet: subnet.id, groups, publicAddress });
    }
    const vpc = get(world, "vpcs", from) ?? named(all(world, "vpcs"), from);
    if (vpc === undefined) {
        const there = all(world, "vpcs").map(({ id }) => id);
        throw new UserError(
            `--from ${from === "" ? "is missing" : `${from} is not in this world`}; give a VPC or a subnet by ID or by its tag Name, for example ${there[0] ?? "vpc-0123"}`,
        );
    }
    return new Client(world, vpc.id, { groups, publicAddress });
}

function named<T extends { tags: { [key: string]: string } }>(
    objects: T[],
    name: string,
): T | undefined {
    const found = objects.filter(({ tags }) => name !== "" && tags.Name === name);
    if (found.length > 1) {
        throw new UserError(
            `${found.length} objects have the tag Name ${name}; give the ID of one`,
        );
    }
    return found[0];
}

function recordType(type: string): "A" | "AAAA" {
    if (type !== "A" && type !== "AAAA") {
        throw new UserError(`"${type}" is not a type of address; give A or AAAA`);
    }
    return type;
}
