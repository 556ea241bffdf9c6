import { ComponentResource, type ComponentResourceOptions, type Output } from "@pulumi/pulumi";

import { scopeOf } from "../component/scope";
import { withSecretTags } from "../component/secretTags";
import type { EksEndpointShareArgs } from "./args";
import { shareArgs } from "./argsRules";
import { createConsumers } from "./consumers";
import { outputsOf } from "./outputs";
import { createProfile } from "./profile";
import { sayStrangers } from "./strangers";
import { verifyShare } from "./verify";
import { readFormerConnection } from "./verify/formerConnection";
import { createZones } from "./zones";

const TYPE = "eks-privatelink:index:EksEndpointShare";

/**
 * Shares the endpoints of an EksEndpointSet with VPCs of other accounts: one private hosted zone per host name, and the
 * right to associate them, one VPC at a time or through a Route 53 Profile.
 */
export class EksEndpointShare extends ComponentResource {
    /** IDs of the private hosted zones by host name, for example `eks.eu-central-1.amazonaws.com`. */
    public readonly hostedZoneIds!: Output<{ [hostName: string]: string }>;
    /** ID of the Route 53 Profile that carries the zones; absent with method `hostedZones`. */
    public readonly profileId?: Output<string>;
    /** What other stacks have to know to use the endpoints: what the set says, with the zones, the profile and the consumers; its form is that of EksEndpointConnection. */
    // A typed output would be re-spelt in snake_case by a Python program, and then no other language could read it.
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    public readonly connection!: Output<any>;

    /**
     * @throws InputPropertiesError with every problem of the arguments that is known before anything is registered.
     */
    public constructor(name: string, args: EksEndpointShareArgs, opts?: ComponentResourceOptions) {
        const resolved = shareArgs.resolve(name, args);
        const former = readFormerConnection(name, TYPE, opts ?? {});
        // Registering waits for its inputs, and forgets the former outputs.
        const connection = former.apply(() => resolved.connection);
        super(TYPE, name, { ...args, connection }, withSecretTags(resolved.tags, opts));
        const scope = scopeOf(this, "EksEndpointShare", name, resolved);
        const verified = verifyShare(resolved, former, scope);

        const zones = createZones(verified, scope);
        createConsumers(verified, zones, scope);
        const shared = createProfile(verified, zones, scope);
        sayStrangers(verified, former, zones, shared?.associations);

        const outputs = outputsOf(verified, zones, shared?.profile);
        Object.assign(this, outputs);
        this.registerOutputs(outputs);
    }
}
