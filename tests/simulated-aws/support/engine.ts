import { resourceModel } from "../../../simulated-aws/model/catalogue";
import { check } from "../../../simulated-aws/model/check";
import { type Diff, diff } from "../../../simulated-aws/model/diff";
import { Provider } from "../../../simulated-aws/model/provider";
import type { Properties } from "../../../simulated-aws/model/values";
import { createWorld, DEFAULT_ACCOUNT } from "../../../simulated-aws/world/createWorld";
import { memoryStore } from "../../../simulated-aws/world/store";
import type { World } from "../../../simulated-aws/world/types";

/** A resource that a spec has made, with what the engine would keep of it. */
export interface Kept {
    type: string;
    id: string;
    inputs: Properties;
    outputs: Properties;
}

const TOKENS: { [type: string]: string } = {
    "cloudwatch.LogGroup": "aws:cloudwatch/logGroup:LogGroup",
    "vpc.SecurityGroupIngressRule": "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    "vpc.SecurityGroupEgressRule": "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
};

/** `ec2.Vpc` as the token that the SDK sends. */
export function tokenOf(type: string): string {
    const [module = "", name = ""] = type.split(".");
    return TOKENS[type] ?? `aws:${module}/${name.charAt(0).toLowerCase()}${name.slice(1)}:${name}`;
}

/** Does in a world what the engine would have the provider do, for one account and region. */
export class Engine {
    public readonly provider: Provider;
    private checked = 0;

    public constructor(
        public readonly world: World = createWorld(),
        account = DEFAULT_ACCOUNT,
        region = "eu-west-1",
        defaultTags: { [key: string]: string } = {},
    ) {
        this.provider = new Provider(memoryStore(world), { account, region, defaultTags });
    }

    /** Checks and creates. */
    public async create(type: string, inputs: Properties, name = "name"): Promise<Kept> {
        const checked = this.check(type, inputs, name);
        const { id, outputs } = await this.provider.create(tokenOf(type), checked, false);
        return { type, id, inputs: checked, outputs };
    }

    /** Inputs as the provider completes them; its failures as one error. */
    public check(
        type: string,
        inputs: Properties,
        name = "name",
        oldInputs?: Properties,
    ): Properties {
        const model = resourceModel(tokenOf(type));
        const checked = check(model, inputs, { name, seed: `seed ${this.checked++}`, oldInputs });
        if (checked.failures.length === 0) {
            return checked.inputs;
        }
        throw new Error(
            checked.failures.map(({ property, reason }) => `${property}: ${reason}`).join("; "),
        );
    }

    /** Compares what is kept with new inputs. */
    public diff(kept: Kept, inputs: Properties): Diff {
        const news = this.check(kept.type, inputs, "name", kept.inputs);
        return diff(resourceModel(tokenOf(kept.type)), kept.outputs, kept.inputs, news);
    }

    /** Changes in place. */
    public async update(kept: Kept, inputs: Properties): Promise<Kept> {
        const news = this.check(kept.type, inputs, "name", kept.inputs);
        const token = tokenOf(kept.type);
        const outputs = await this.provider.update(
            token,
            kept.id,
            kept.outputs,
            kept.inputs,
            news,
            false,
        );
        return { ...kept, inputs: news, outputs };
    }

    /** What is kept, as AWS shows it now; undefined when it is gone. */
    public refresh(kept: Kept): Kept | undefined {
        const token = tokenOf(kept.type);
        const found = this.provider.read(token, kept.id, kept.outputs, kept.inputs);
        return found && { ...kept, inputs: found.inputs, outputs: found.state };
    }

    public async delete(kept: Kept): Promise<void> {
        await this.provider.delete(tokenOf(kept.type), kept.id, kept.outputs);
    }

    public invoke(name: string, args: Properties = {}): Promise<Properties> {
        const [module = "index", fn = ""] = name.includes(".") ? name.split(".") : ["index", name];
        return this.provider.invoke(`aws:${module}/${fn}:${fn}`, args);
    }
}

/** A VPC with its DNS attributes on, and one subnet per letter of `zones`. */
export async function network(
    engine: Engine,
    zones = "ab",
    vpc: Properties = {},
    subnet: (index: number) => Properties = () => ({}),
) {
    const owner = await engine.create("ec2.Vpc", {
        cidrBlock: "10.0.0.0/16",
        enableDnsHostnames: true,
        ...vpc,
    });
    const subnets = await Promise.all(
        Array.from(zones).map((zone, index) =>
            engine.create("ec2.Subnet", {
                vpcId: owner.id,
                cidrBlock: `10.0.${index}.0/24`,
                availabilityZone: `eu-west-1${zone}`,
                ...subnet(index),
            }),
        ),
    );
    return { vpc: owner, subnetIds: subnets.map(({ id }) => id), subnets };
}

/** Inputs of an interface endpoint for a service of eu-west-1. */
export function endpointInputs(
    place: { vpc: Kept; subnetIds: string[] },
    service = "eks",
    more: Properties = {},
): Properties {
    return {
        vpcId: place.vpc.id,
        serviceName: `com.amazonaws.eu-west-1.${service}`,
        vpcEndpointType: "Interface",
        subnetIds: place.subnetIds,
        privateDnsEnabled: true,
        ...more,
    };
}

/** Settings of `network` for dual-stack subnets. */
export const dualStackVpc = { assignGeneratedIpv6CidrBlock: false, ipv6CidrBlock: "fd00:1::/56" };
export const dualStackSubnet = (index: number) => ({ ipv6CidrBlock: `fd00:1:0:${index}::/64` });
/** In place of `dualStackSubnet`: subnets without IPv4. */
export const ipv6Subnet = (index: number) => ({
    cidrBlock: undefined,
    ipv6Native: true,
    ...dualStackSubnet(index),
});
