import { log } from "@pulumi/pulumi";

import { say } from "../../checks/conclude";
import type {
    EksEndpointConnection,
    EksEndpointConnectionConsumer,
} from "../../connection/connection";
import { ShareMethod } from "../../connection/method";
import { type Problem, warning } from "../../domain/problem";
import type { Answer } from "../../lookups/lookup";
import { hadSecrets } from "../../lookups/ownStack";
import type { ResolvedArgs } from "../defaults";

/**
 * Names consumers, and a profile, that the share had after the last update and no longer has. Only a warning: the stacks
 * that use them belong to other accounts, and nothing here can see them.
 */
export async function sayRemoved(
    former: Answer<unknown>,
    args: ResolvedArgs,
    ownAccountId: string,
): Promise<void> {
    if (former.kind === "found") {
        const told = (mayBeSecret: boolean): Problem[] =>
            checkRemoved(former.found, args, ownAccountId, mayBeSecret);
        // Asked for only where there is something to say.
        const problems = told(true).length > 0 ? told(await hadSecrets()) : [];
        problems.forEach((each) => void say(each));
    } else if (former.kind !== "mocked") {
        void log.debug(`removed consumers could not be looked for: ${former.reason}`);
    }
}

/**
 * What to say of each consumer of another account, and of a profile, that a former connection has and the share has not;
 * with `mayBeSecret` without the VPCs, of which alone that may be so.
 */
export function checkRemoved(
    former: unknown,
    { consumers, method }: Pick<ResolvedArgs, "consumers" | "method">,
    ownAccountId: string,
    mayBeSecret = false,
): Problem[] {
    const {
        profileId,
        consumers: known,
        accountId: owner = ownAccountId,
    } = (former ?? {}) as Partial<EksEndpointConnection>;
    // With the credentials of another account nothing that is said here would be true.
    if (owner !== ownAccountId) {
        return [];
    }
    // The state is not ours to trust: an older version, or a hand, may have written it.
    const removed = Object.entries((known ?? {}) as { [name: string]: unknown }).filter(
        ([name]) => !Object.hasOwn(consumers, name),
    );
    const unlessMoved = method === ShareMethod.Profile ? ", unless it uses the profile by now" : "";
    const goneProfile =
        `profile ${profileId} is gone; first move every EksEndpointConsumer that uses it to method ` +
        "hostedZones, in its own stack: until then the shared names do not resolve in its VPC";
    return [
        ...removed.flatMap(([name, consumer]) => {
            const { vpcId, accountId } = (consumer ?? {}) as EksEndpointConnectionConsumer;
            const which = mayBeSecret ? "a VPC" : `VPC ${vpcId}`;
            const reason =
                `${name} (${which} of account ${accountId}) is gone; destroy the EksEndpointConsumer ` +
                `in the stack of account ${accountId} first${unlessMoved}: until then its VPC stays associated ` +
                "with the zones and uses the endpoints";
            return accountId === ownAccountId ? [] : warning("consumers", reason);
        }),
        ...(profileId === undefined || method === ShareMethod.Profile
            ? []
            : warning("method", goneProfile)),
    ];
}
