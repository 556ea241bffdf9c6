import { ComponentResource, ComponentResourceOptions, Output } from "@pulumi/pulumi";
import { lookCaller } from "../lookups/caller";
import { readFormerConnection, warnOfRemovedConsumers } from "./removedConsumers";
import { resolveShareArgs } from "./resolveShareArgs";
import { EksEndpointShareArgs } from "./shareArgs";
import { createConsumers, planConsumers } from "./shareConsumers";
import { shareOutputsOf } from "./shareOutputs";
import { createProfile } from "./shareProfile";
import { ShareScope } from "./shareScope";
import { createZones } from "./shareZones";
import { verifyShare } from "./verifyShare";

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
    constructor(name: string, args: EksEndpointShareArgs, opts?: ComponentResourceOptions) {
        const resolved = resolveShareArgs(name, args);
        const former = readFormerConnection(name, TYPE, opts ?? {});
        // Registering waits for its inputs, and forgets the former outputs.
        const connection = former.apply(() => resolved.connection);
        super(TYPE, name, { ...args, connection }, opts);
        const scope: ShareScope = { name, parent: this };
        const caller = lookCaller({ parent: this, region: resolved.region });
        const verified = verifyShare(resolved, caller, scope);
        const consumers = planConsumers(resolved, verified.site);

        const zones = createZones(resolved, verified, scope);
        createConsumers(consumers, zones, scope);
        const profile = createProfile(resolved, zones, verified, scope);

        const goodbyes = warnOfRemovedConsumers(resolved, former, caller, this);
        const shared = { verified, zones, consumers, profile, goodbyes };
        const outputs = shareOutputsOf(resolved, shared);
        Object.assign(this, outputs);
        this.registerOutputs(outputs);
    }
}
