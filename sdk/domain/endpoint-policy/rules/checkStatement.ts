import type { Problem } from "../../problem";
import { describeGiven, describeNearest } from "../../wording";
import { mixesAccountWithWildcard } from "../language/arns";
import type { PolicyPrincipal, PolicyStatement } from "../language/document";
import { hasWildcard } from "../language/pattern";
import { ACTIONS_WITHOUT_RESOURCE } from "../language/resourceTypes";
import { findMisplacedVariables } from "../language/variables";

/** Elements of which a statement has exactly one. Source: IAM User Guide, reference_policies_grammar.html */
const PAIRS = [
    { plain: "Principal", negated: "NotPrincipal", example: `"Principal": "*"` },
    { plain: "Action", negated: "NotAction", example: `"Action": "eks:*"` },
    { plain: "Resource", negated: "NotResource", example: `"Resource": "*"` },
] as const;

const PRINCIPAL_TYPES = ["AWS", "Service", "Federated", "CanonicalUser"];

/** What is wrong with a statement's principals and resources, and with elements that are missing or contradict each other. */
export function checkStatement(path: string, statement: PolicyStatement): Problem[] {
    return [
        ...PAIRS.flatMap(({ plain, negated, example }) => {
            if (statement[plain] !== undefined && statement[negated] !== undefined) {
                return [{ path, reason: `has both ${plain} and ${negated}; keep one of them` }];
            }
            return statement[plain] === undefined && statement[negated] === undefined
                ? [{ path, reason: `has no ${plain}; add one, such as ${example}` }]
                : [];
        }),
        ...(["Principal", "NotPrincipal"] as const).flatMap((element) =>
            checkPrincipal(`${path}.${element}`, statement[element]),
        ),
        ...(["Resource", "NotResource"] as const).flatMap((element) =>
            (statement[element] ?? []).flatMap((resource) =>
                checkResource(`${path}.${element}`, resource),
            ),
        ),
        ...checkUselessResources(path, statement),
    ];
}

function checkPrincipal(path: string, principal: PolicyPrincipal | undefined): Problem[] {
    if (principal === undefined || principal === "*") {
        return [];
    }
    const types = Object.entries(principal);
    if (types.length === 0) {
        return [{ path, reason: `names nobody; write "*" or an object such as {"AWS": "*"}` }];
    }
    return types.flatMap(([type, identifiers]) => {
        if (!PRINCIPAL_TYPES.includes(type)) {
            const allowed = PRINCIPAL_TYPES.join(", ");
            const hint = describeNearest(type, PRINCIPAL_TYPES);
            const reason = `is no type of principal; allowed: ${allowed}${hint}`;
            return [{ path: `${path}.${type}`, reason }];
        }
        return identifiers.flatMap((identifier) => {
            const reason = type === "AWS" ? judgeIdentifier(identifier) : undefined;
            return reason === undefined ? [] : [{ path: `${path}.${type}`, reason }];
        });
    });
}

/** Source of the forms: IAM User Guide, reference_policies_elements_principal.html */
const IDENTIFIER =
    /^(\*|\d{12}|arn:aws[a-z-]*:iam::\d{12}:(root|(user|role)\/.+)|arn:aws[a-z-]*:sts::\d{12}:(assumed-role|federated-user)\/.+)$/;

function judgeIdentifier(identifier: string): string | undefined {
    if (identifier !== "*" && hasWildcard(identifier)) {
        return (
            `${describeGiven(identifier)} has a wildcard, which AWS takes only as a lone "*"; ` +
            `write "*" and compare aws:PrincipalArn in Condition`
        );
    }
    return IDENTIFIER.test(identifier)
        ? undefined
        : `${describeGiven(identifier)} is no AWS principal; write "*", an account ID, or the ARN of an account's root, a user, a role or a session`;
}

function checkResource(path: string, resource: string): Problem[] {
    if (resource !== "*" && !/^(arn:|\$\{)/.test(resource)) {
        const reason = `${describeGiven(resource)} is neither "*" nor an ARN; write one of the two`;
        return [{ path, reason }];
    }
    if (findMisplacedVariables(resource).length > 0) {
        const reason =
            `${describeGiven(resource)} has a policy variable before the fifth colon, where AWS takes it for plain text; ` +
            "write the value, or * and a condition such as StringEquals aws:ResourceAccount";
        return [{ path, reason }];
    }
    return mixesAccountWithWildcard(resource)
        ? [{ path, reason: describeMixedAccount(resource) }]
        : [];
}

/** Says that the account part of an ARN is half a wildcard. */
export function describeMixedAccount(arn: string): string {
    return (
        `${describeGiven(arn)} mixes digits and wildcards in the account part; ` +
        "write a whole account ID there, or a lone *"
    );
}

/** Actions that no ARN fits, in a statement that names ARNs only. */
function checkUselessResources(path: string, statement: PolicyStatement): Problem[] {
    const { Effect, Action = [], Resource = ["*"] } = statement;
    if (Effect === "Deny" || Resource.includes("*")) {
        return [];
    }
    return ACTIONS_WITHOUT_RESOURCE.filter((known) =>
        Action.some((action) => action.toLowerCase() === known.toLowerCase()),
    ).map((action) => ({
        path: `${path}.Resource`,
        reason: `${action} has no resource that an ARN could name, so this never allows it; allow it in a statement with "Resource": "*"`,
    }));
}
