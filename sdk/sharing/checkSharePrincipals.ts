import { Problem } from "../domain/problem";
import { describeGiven } from "../domain/wording";
import { repeated } from "../endpoint-set/knownItems";
import { isAccountId } from "./checkShareConsumers";
import { ShareMethod } from "./shareArgs";
import { ResolvedShare } from "./shareDefaults";

/** ARNs of organisations and of their units. Source: AWS Organizations API reference, "Organization" and "OrganizationalUnit". */
const ORGANIZATION_ARN =
    /^arn:(aws[a-z-]*):organizations::\d{12}:(organization\/o-[a-z0-9]{10,32}|ou\/o-[a-z0-9]{10,32}\/ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$/;

/** Problems of whom a profile is shared with. */
export function checkSharePrincipals(args: ResolvedShare): Problem[] {
    const { principals, method, namesPrincipals } = args;
    if (method !== ShareMethod.Profile) {
        const reason =
            "has no effect with method hostedZones, which authorises each VPC of consumers; remove it, or use method profile";
        return namesPrincipals ? [{ path: "principals", reason }] : [];
    }
    if (principals.length === 0) {
        return checkNobody(args);
    }
    if (!namesPrincipals) {
        return [];
    }
    return [
        ...principals.flatMap((principal, i) =>
            isAccountId(principal) || ORGANIZATION_ARN.test(principal) ? [] : [badPrincipal(i)],
        ),
        ...repeated(principals).map(({ index, value }) => ({
            path: `principals[${index}]`,
            reason: `${value} is there twice; name it once`,
        })),
        ...findExcluded(args),
    ];

    function badPrincipal(i: number): Problem {
        const reason =
            `${describeGiven(principals[i])} is neither an account ID nor the ARN of an organisation or of an ` +
            "organisational unit; profiles are shared inside the organisation only, " +
            "for example with arn:aws:organizations::111122223333:organization/o-a1b2c3d4e5";
        return { path: `principals[${i}]`, reason };
    }
}

/** Consumers of the hub's own account need no share; with them alone there is nobody else to name. */
function checkNobody({ consumers, namesPrincipals }: ResolvedShare): Problem[] {
    const all = Object.values(consumers);
    const isForOthers = all.length === 0 || all.some(({ accountId }) => accountId !== undefined);
    const reason =
        `${namesPrincipals ? "is empty" : "is missing, and no consumer has an accountId"}, so the profile would be ` +
        "shared with nobody; name account IDs, or ARNs of the organisation or of organisational units";
    return isForOthers ? [{ path: "principals", reason }] : [];
}

/** Consumers whose account is not named, where only accounts are: what an organisation holds, nobody knows here. */
function findExcluded({ principals, consumers }: ResolvedShare): Problem[] {
    if (!principals.every(isAccountId)) {
        return [];
    }
    const accounts = Object.values(consumers).flatMap(({ accountId }) => accountId ?? []);
    const excluded = [...new Set(accounts)].filter((account) => !principals.includes(account));
    const reason = `does not name ${excluded.join(", ")}, which consumers names; add it, or leave principals out`;
    return excluded.length === 0 ? [] : [{ path: "principals", reason }];
}

/** What a principal is called in resource names. */
export function idOfPrincipal(principal: string): string {
    return principal.split("/").at(-1) ?? principal;
}

/** Problems of principals of another partition than the endpoints'. */
export function checkPartitions(principals: string[], partition: string): Problem[] {
    return principals.flatMap((principal, i) => {
        const own = ORGANIZATION_ARN.exec(principal)?.[1];
        return own === undefined || own === partition
            ? []
            : [
                  {
                      path: `principals[${i}]`,
                      reason: `${principal} is of partition ${own}, and the endpoints are in ${partition}; give an ARN of ${partition}`,
                  },
              ];
    });
}
