import type { Problem } from "../problem";
import { type EksService, serviceFacts } from "../services";
import { everyActionOf } from "./language/actions";
import type { PolicyDocument, PolicyStatement } from "./language/document";

/** Whose principals may use an endpoint, and for whose resources; the kinds are alternatives to each other. */
export interface Perimeter {
    /** Organisations, such as `o-a1b2c3d4e5`. */
    organizationIds: string[];
    /** Parts of organisations, such as `o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*`; without the `*` only what is directly in it. */
    organizationPaths: string[];
    /** Accounts, twelve digits each. */
    accountIds: string[];
}

/** How each kind is compared. Source: IAM User Guide, reference_policies_condition-keys.html */
const KINDS = [
    { list: "organizationIds", name: "Organizations", operator: "StringEquals", key: "OrgID" },
    {
        list: "organizationPaths",
        name: "OrganizationPaths",
        operator: "ForAnyValue:StringLike",
        key: "OrgPaths",
    },
    { list: "accountIds", name: "Accounts", operator: "StringEquals", key: "Account" },
] as const;

/**
 * A policy that lets the perimeter's principals use the perimeter's resources, and nobody else anything. With several
 * kinds there is one statement for each kind of principal and kind of resource. Call `checkPerimeter` first: an empty
 * perimeter gives a policy that allows nothing. Throws for a service that takes no policy.
 */
export function buildPerimeterPolicy(
    service: EksService,
    perimeter: Perimeter,
    actions: string[] = [everyActionOf(service)],
): PolicyDocument {
    if (serviceFacts(service).policySupport === "refused") {
        throw new Error(`${service} takes no endpoint policy; leave the policy out`);
    }
    const kinds = KINDS.filter(({ list }) => perimeter[list].length > 0);
    const statements = kinds.flatMap((principals) =>
        kinds.map((resources): PolicyStatement => {
            const conditions = [
                { ...principals, key: `aws:Principal${principals.key}` },
                { ...resources, key: `aws:Resource${resources.key}` },
            ];
            return {
                Sid: `From${principals.name}To${resources.name}`,
                Effect: "Allow",
                Principal: "*",
                Action: [...new Set(actions)].sort(),
                Resource: ["*"],
                Condition: Object.fromEntries(
                    conditions.map(({ operator }) => [
                        operator,
                        Object.fromEntries(
                            conditions
                                .filter((condition) => condition.operator === operator)
                                .map(({ key, list }) => [
                                    key,
                                    [...new Set(perimeter[list])].sort(),
                                ]),
                        ),
                    ]),
                ),
            };
        }),
    );
    return { Version: "2012-10-17", Statement: statements };
}

/** Forms of the identifiers. Source: AWS Organizations API Reference, patterns of `Organization.Id` and `ParentId`. */
const FORMS = [
    {
        list: "organizationIds",
        pattern: /^o-[a-z0-9]{10,32}$/,
        form: "an organisation ID: o- and 10 to 32 lower-case letters or digits",
    },
    {
        list: "organizationPaths",
        pattern:
            /^o-[a-z0-9]{10,32}(\/r-[a-z0-9]{4,32}(\/ou-[a-z0-9]{4,32}-[a-z0-9]{8,32})*)?\/\*?$/,
        form: "an organisation path: o-…/r-…/ou-…/ with a closing / for one unit, or /* for all that is in it",
    },
    { list: "accountIds", pattern: /^\d{12}$/, form: "an account ID: twelve digits" },
] as const;

/** Problems of a perimeter; paths such as `organizationIds[0]`, empty when it names nobody at all. */
export function checkPerimeter(perimeter: Perimeter): Problem[] {
    if (KINDS.every(({ list }) => perimeter[list].length === 0)) {
        const reason =
            "names nobody, so nobody could use the endpoint; " +
            "give at least one of organizationIds, organizationPaths, accountIds";
        return [{ path: "", reason }];
    }
    return FORMS.flatMap(({ list, pattern, form }) =>
        perimeter[list].flatMap((value, index) => {
            const reason = pattern.test(value)
                ? findRepetition(perimeter[list], index, list)
                : `"${value}" is not ${form}`;
            return reason === undefined ? [] : [{ path: `${list}[${index}]`, reason }];
        }),
    );
}

function findRepetition(values: string[], index: number, list: string): string | undefined {
    const first = values.indexOf(values[index] ?? "");
    return first < index
        ? `"${values[index]}" is already in ${list}[${first}]; remove one`
        : undefined;
}
