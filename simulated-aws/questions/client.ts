import { authorize, type EndpointRequest } from "../packet/authorize";
import type { Client as Sender } from "../packet/client";
import { connect } from "../packet/connect";
import { connectPublic } from "../packet/connectPublic";
import { leaves } from "../packet/egress";
import { explainAnswer } from "../packet/explainAnswer";
import type { RecordType } from "../packet/privateZone";
import { clientIn } from "../packet/reach";
import { resolve } from "../packet/resolve";
import { addressAt, canonicalAddress, parseRange } from "../world/addresses";
import { findEndpointService } from "../world/endpointServices";
import { all, get } from "../world/objectsOf";
import { partitionOf } from "../world/regions";
import type { World } from "../world/types";
import { Outcome, Resolution } from "./outcome";
import { requireAction, requireHostName, requirePort, UserError } from "./userErrors";

/** Where a client is in its VPC. */
export interface ClientOptions {
    /** Subnet of the client. Defaults to the first of the VPC. */
    subnet?: string;
    /** Security groups of the client. Defaults to none, which lets everything out and is in no group that a rule names. */
    groups?: string[];
    /** Address of the client. Defaults to one of its subnet. */
    address?: string;
    /**
     * Public IPv4 address of the client, or whether it has one, for a route to an internet gateway. Defaults to what its subnet
     * gives at launch (`mapPublicIpOnLaunch`).
     */
    publicAddress?: string | boolean;
}

/** A call of an API of AWS. */
export interface Call extends Pick<EndpointRequest, "context"> {
    /** ARN of the caller. */
    principal: string;
    /** For example `eks:DescribeCluster`. */
    action: string;
    /** ARN of the resource. Defaults to `*`. */
    resource?: string;
    /** Host that is called. Defaults to the first private name of the service that the action begins with. */
    host?: string;
}

/** A connection that was tried, and whose endpoint it leads to. */
interface Attempt {
    outcome: Outcome;
    /** Whether the name is answered by public DNS alone. */
    isPublic: boolean;
    endpointId?: string;
}

/** Offset of a client's address in its subnet, far from those that the model hands to interfaces first. */
const OFFSET = 10n;

/** A client in a VPC, of which questions are asked. */
export class Client {
    private readonly sender: Sender;

    /** @internal */
    public constructor(
        private readonly world: World,
        private readonly vpcId: string,
        options: ClientOptions = {},
    ) {
        this.sender = senderOf(world, vpcId, options);
    }

    /** What a name resolves to. */
    public resolves(name: string, type: RecordType = "A"): Resolution {
        const { world, vpcId } = this;
        const asked = requireHostName(name);
        const answer = resolve(world, { vpcId }, asked, type);
        return new Resolution(
            `${asked} resolves to a private address in ${vpcId}`,
            answer,
            explainAnswer(world, vpcId, asked, answer),
            answer.undecided,
        );
    }

    /** Whether a connection to a port of a host, or of an address, comes about; where public DNS answers, over the internet. */
    public connects(host: string, port: number): Outcome {
        return this.connection(host, port).outcome;
    }

    /** Whether a call arrives: at an endpoint whose policy lets it pass, or over the internet, where no such policy is asked. */
    public calls({ principal, action, resource, host, context }: Call): Outcome {
        requireAction(action);
        const question = `${principal} calls ${action} on ${resource ?? "*"} from ${this.vpcId}`;
        const name = host ?? hostOf(this.world, this.vpcId, action);
        const { outcome: path, endpointId, isPublic } = this.connection(name, 443);
        if (!path.ok || endpointId === undefined) {
            const isThere = path.ok && isPublic;
            const why = isThere
                ? `${path.reason}; no endpoint's policy is asked there`
                : path.ok
                  ? `${name} is not the name of an endpoint of the world`
                  : path.reason;
            return new Outcome(question, isThere, why, path.undecided);
        }
        const request: EndpointRequest = {
            principalArn: principal,
            action,
            resourceArn: resource,
            sourceIp: this.sender.address,
            context,
        };
        const { allowed, reason, undecided = [] } = authorize(this.world, endpointId, request);
        const said = `the policy of ${endpointId} says: ${reason}`;
        return new Outcome(question, allowed, `${path.reason}; ${said}`, [
            ...path.undecided,
            ...undecided,
        ]);
    }

    private connection(host: string, port: number): Attempt {
        const question = `${this.sender.address} in ${this.vpcId} connects to ${host}:${port}`;
        requirePort(port);
        if (canonicalAddress(host) !== undefined) {
            return { outcome: this.reaches(question, host, port), isPublic: false };
        }
        const found = this.resolves(host);
        const { isPublic, endpointId } = found;
        if (isPublic) {
            const { world, vpcId, sender } = this;
            const there = connectPublic(world, { ...sender, vpcId }, host, port);
            const reason = `${found.reason}; ${there.reason}`;
            const doubts = [...found.undecided, ...(there.undecided ?? [])];
            const outcome = new Outcome(question, there.allowed, reason, [...new Set(doubts)]);
            return { outcome, isPublic, endpointId: there.endpointId };
        }
        if (!found.ok) {
            const outcome = new Outcome(question, false, found.reason, found.undecided);
            return { outcome, isPublic };
        }
        const tries = found.addresses.map((address) => this.reaches(question, address, port));
        const decisive = tries.find(({ ok }) => !ok) ?? tries[0];
        const outcome = new Outcome(
            question,
            decisive?.ok ?? false,
            `${found.reason}; ${decisive?.reason ?? "there is no address"}`,
            [...new Set([...found.undecided, ...(decisive?.undecided ?? [])])],
        );
        return { outcome, isPublic, endpointId };
    }

    private reaches(question: string, address: string, port: number): Outcome {
        const out = leaves(this.world, this.sender, address, port);
        if (!out.allowed) {
            return new Outcome(question, false, out.reason);
        }
        const there = connect(this.world, this.sender, address, port);
        return new Outcome(question, there.allowed, there.reason, there.undecided);
    }
}

function senderOf(world: World, vpcId: string, options: ClientOptions): Sender {
    const { subnet: subnetId, groups = [], address, publicAddress } = options;
    for (const group of groups) {
        if (get(world, "securityGroups", group) === undefined) {
            throw new UserError(`there is no security group ${group} in this world`);
        }
    }
    const [first] = all(world, "subnets").filter((each) => each.vpcId === vpcId);
    const subnet = subnetId === undefined ? first : get(world, "subnets", subnetId);
    if (subnetId !== undefined && subnet?.vpcId !== vpcId) {
        throw new UserError(`there is no subnet ${subnetId} in ${vpcId}`);
    }
    for (const given of [address, publicAddress]) {
        if (typeof given === "string" && canonicalAddress(given) === undefined) {
            throw new UserError(`${given} is not an IP address`);
        }
    }
    const range = subnet && parseRange(subnet.cidrBlock || subnet.ipv6CidrBlock);
    const own = range && addressAt(range, OFFSET);
    return {
        vpcId,
        address: address ?? own ?? clientIn(world, vpcId).address,
        ...(subnet === undefined ? {} : { subnetId: subnet.id }),
        securityGroupIds: groups,
        publicAddress: publicAddress ?? subnet?.attributes.mapPublicIpOnLaunch === true,
    };
}

/** The name under which programs call the service of an action: `eks` for `eks:DescribeCluster`. */
function hostOf(world: World, vpcId: string, action: string): string {
    const region = get(world, "vpcs", vpcId)?.region ?? "";
    const [service = ""] = action.split(":");
    const key = { ecr: "ecr.api" }[service] ?? service;
    const existing = all(world, "endpoints").find(({ serviceName }) =>
        serviceName.endsWith(`.${region}.${key}`),
    );
    const serviceName = existing?.serviceName ?? `com.amazonaws.${region}.${key}`;
    const [name] = findEndpointService(world, region, serviceName)?.privateDnsNames ?? [];
    return name?.replace(/^\*\./, "") ?? `${key}.${region}.${partitionOf(region).dnsSuffix}`;
}
