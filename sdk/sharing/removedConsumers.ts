import { ComponentResourceOptions, createUrn, log, Resource } from "@pulumi/pulumi";
import { Checked, derive, together, unchecked } from "../checks/checked";
import { warn } from "../checks/later";
import { EksEndpointConnection, EksEndpointConnectionConsumer } from "../domain/connection";
import { CallerInfo } from "../lookups/caller";
import { Answer, mapAnswer } from "../lookups/lookup";
import { lookLastOutputs } from "../lookups/ownStack";
import { ShareMethod } from "./shareArgs";
import { ResolvedShare } from "./shareDefaults";

/** What a share told other stacks after the last update; it has to be read before the share registers itself anew. */
export function readFormerConnection(
    name: string,
    type: string,
    { parent }: ComponentResourceOptions,
): Former {
    return derive(unchecked(createUrn(name, type, parent)), async (urn) =>
        mapAnswer(await lookLastOutputs(urn), ({ connection }) => connection),
    );
}

type Former = Checked<Answer<unknown>>;

/**
 * Warns of consumers, and of a profile, that the share had after the last update and no longer has. Only a warning: the
 * stacks that use them belong to other accounts, and nothing here can see them.
 */
export function warnOfRemovedConsumers(
    args: ResolvedShare,
    former: Former,
    caller: Checked<CallerInfo>,
    share: Resource,
): Checked<void> {
    return derive(together(caller, former), ([{ accountId }, last]) => {
        if (last.kind === "found") {
            for (const warning of findRemoved(last.found, args, accountId)) {
                warn(warning);
            }
        } else {
            const reason = `removed consumers could not be looked for: ${last.reason}`;
            void log.debug(reason);
        }
    });
}

/** What to say of each consumer of another account, and of a profile, that a former connection has and the share has not. */
export function findRemoved(
    former: unknown,
    { consumers, method }: Pick<ResolvedShare, "consumers" | "method">,
    ownAccountId: string,
): string[] {
    const { profileId, consumers: known } = (former ?? {}) as Partial<EksEndpointConnection>;
    // The state is not ours to trust: an older version, or a hand, may have written it.
    const removed = Object.entries((known ?? {}) as { [name: string]: unknown }).filter(
        ([name]) => !Object.hasOwn(consumers, name),
    );
    const unlessMoved = method === ShareMethod.Profile ? ", unless it uses the profile by now" : "";
    return [
        ...removed.flatMap(([name, consumer]) => {
            const { vpcId, accountId } = (consumer ?? {}) as EksEndpointConnectionConsumer;
            return accountId === ownAccountId
                ? []
                : [
                      `consumers: ${name} (VPC ${vpcId} of account ${accountId}) is gone; destroy the EksEndpointConsumer ` +
                          `in the stack of account ${accountId} first${unlessMoved}: until then its VPC stays associated ` +
                          "with the zones and uses the endpoints",
                  ];
        }),
        ...(profileId === undefined || method === ShareMethod.Profile
            ? []
            : [
                  `method: profile ${profileId} is gone; first move every EksEndpointConsumer that uses it to method ` +
                      "hostedZones, in its own stack: until then the shared names do not resolve in its VPC",
              ]),
    ];
}
