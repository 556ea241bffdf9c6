import { findRepeated } from "../component/lists";
import { ShareMethod } from "../connection/method";
import { findOrganizationPartition, isAccountId } from "../domain/identifiers";
import { type Problem, problem } from "../domain/problem";
import { describeGiven } from "../domain/wording";
import type { ResolvedArgs } from "./defaults";

/** Problems of whom a profile is shared with. */
export function checkPrincipals(args: ResolvedArgs): Problem[] {
    const { principals, method, namesPrincipals } = args;
    if (method !== ShareMethod.Profile) {
        const reason =
            "has no effect with method hostedZones, which authorises each VPC of consumers; remove it, or use method profile";
        return namesPrincipals ? problem("principals", reason) : [];
    }
    if (principals.length === 0) {
        return checkNobody(args);
    }
    if (!namesPrincipals) {
        return [];
    }
    return [
        ...principals.flatMap((principal, i) =>
            isAccountId(principal) || findOrganizationPartition(principal) !== undefined
                ? []
                : badPrincipal(i),
        ),
        ...findRepeated(principals).flatMap(({ index, value }) =>
            problem(`principals[${index}]`, `${value} is there twice; name it once`),
        ),
        ...checkExcluded(args),
    ];

    function badPrincipal(i: number): Problem[] {
        const reason =
            `${describeGiven(principals[i])} is neither an account ID nor the ARN of an organisation or of an ` +
            "organisational unit; profiles are shared inside the organisation only, " +
            "for example with arn:aws:organizations::111122223333:organization/o-a1b2c3d4e5";
        return problem(`principals[${i}]`, reason);
    }
}

/** Consumers of the hub's own account need no share; with them alone there is nobody else to name. */
function checkNobody({ consumers, namesPrincipals }: ResolvedArgs): Problem[] {
    const all = Object.values(consumers);
    const isForOthers = all.length === 0 || all.some(({ accountId }) => accountId !== undefined);
    const reason =
        `${namesPrincipals ? "is empty" : "is missing, and no consumer has an accountId"}, so the profile would be ` +
        "shared with nobody; name account IDs, or ARNs of the organisation or of organisational units";
    return isForOthers ? problem("principals", reason) : [];
}

/** Consumers whose account is not named, where only accounts are: what an organisation holds, nobody knows here. */
function checkExcluded({ principals, consumers }: ResolvedArgs): Problem[] {
    if (!principals.every(isAccountId)) {
        return [];
    }
    const accounts = Object.values(consumers).flatMap(({ accountId }) => accountId ?? []);
    const excluded = [...new Set(accounts)].filter((account) => !principals.includes(account));
    const reason = `does not name ${excluded.join(", ")}, which consumers names; add it, or leave principals out`;
    return excluded.length === 0 ? [] : problem("principals", reason);
}

/** What a principal is called in resource names. */
export function idOfPrincipal(principal: string): string {
    return principal.split("/").at(-1) ?? principal;
}

/** Problems of principals of another partition than the endpoints'. */
export function checkPartitions(principals: string[], partition: string): Problem[] {
    return principals.flatMap((principal, i) => {
        const own = findOrganizationPartition(principal);
        const reason = `${principal} is of partition ${own}, and the endpoints are in ${partition}; give an ARN of ${partition}`;
        return own === undefined || own === partition ? [] : problem(`principals[${i}]`, reason);
    });
}
