import { type Problem, problem } from "./problem";
import { describeGiven } from "./wording";

/** What Pulumi puts behind the name of a resource to make that of the AWS resource. Source: Pulumi's guide, "Auto-naming". */
const SUFFIX = "-0123456";

/** What AWS takes as the name of a kind of resource. */
interface NameRule {
    what: string;
    maxLength: number;
    /** Letters and beginnings of a whole name; its length is judged apart. */
    pattern: RegExp;
    allowed: string;
    /** Where the row was read, and when. */
    source: string;
}

/** Route 53 Resolver and Route 53 Profiles have the same rule. */
const RESOLVER_RULE = {
    maxLength: 64,
    pattern: /^[A-Za-z0-9\-_' ]+$/,
    allowed: "letters, digits, spaces and - _ '",
    source: "API models of route53resolver and route53profiles in botocore 1.43.107, type Name, read 2026-11-26",
};
const IAM_RULE = {
    pattern: /^[\w+=,.@-]+$/,
    allowed: "letters, digits and _ + = , . @ -",
    source: "API model of iam in botocore 1.43.107, roleNameType and policyNameType, read 2026-11-26",
};

/** Names that Pulumi generates for resources of these components, by kind. */
export const NAME_RULES = {
    role: { what: "an IAM role", maxLength: 64, ...IAM_RULE },
    rolePolicy: { what: "a policy of an IAM role", maxLength: 128, ...IAM_RULE },
    bucket: {
        what: "a bucket",
        maxLength: 63,
        // Pulumi writes names of buckets in small letters before AWS sees them.
        pattern: /^(?!xn--|sthree-|amzn-s3-demo-)(?!.*\.\.)[a-z0-9][a-z0-9.-]*[a-z0-9]$/i,
        allowed:
            "letters, digits, - and single dots, and starts with a letter or digit but not with xn--, sthree- or amzn-s3-demo-",
        source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html, read 2026-11-26",
    },
    logGroup: {
        what: "a log group",
        maxLength: 512,
        pattern: /^[.\-_/#A-Za-z0-9]+$/,
        allowed: "letters, digits and . - _ / #",
        source: "API model of logs in botocore 1.43.107, LogGroupName, read 2026-11-26",
    },
    securityGroup: {
        what: "a security group",
        maxLength: 255,
        pattern: /^(?!sg-)[A-Za-z0-9 ._\-:/()#,@[\]+=&;{}!$*]+$/,
        allowed: "letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*, and does not start with sg-",
        source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html, read 2026-11-26",
    },
    resolverEndpoint: { what: "a Resolver endpoint", ...RESOLVER_RULE },
    profile: { what: "a Route 53 Profile", ...RESOLVER_RULE },
    profileAssociation: { what: "an association with a Route 53 Profile", ...RESOLVER_RULE },
} satisfies { [kind: string]: NameRule };
export type NamedKind = keyof typeof NAME_RULES;

/** A child whose name in AWS Pulumi makes of its name in the program. */
export interface NamedChild {
    kind: NamedKind;
    childName: (name: string) => string;
}

/** Problems of the name of a component: AWS would refuse what becomes of it in the names of its children. */
export function checkGeneratedNames(name: string, children: NamedChild[]): Problem[] {
    return [...checkLength(name, children), ...checkLetters(name, children)];
}

function checkLength(name: string, children: NamedChild[]): Problem[] {
    const [tightest] = children
        .map(({ kind, childName }) => {
            const added = childName("").length + SUFFIX.length;
            return { ...NAME_RULES[kind], added, room: NAME_RULES[kind].maxLength - added };
        })
        .sort((a, b) => a.room - b.room);
    if (tightest === undefined || name.length <= tightest.room) {
        return [];
    }
    const { what, maxLength, added, room } = tightest;
    const reason =
        `${describeGiven(name)} has ${name.length} characters; ${what} is named after it, which adds ${added}, ` +
        `and AWS takes ${maxLength} in all; shorten it to ${room}`;
    return problem("name", reason);
}

function checkLetters(name: string, children: NamedChild[]): Problem[] {
    const refusing = children
        .filter(({ kind, childName }) => !NAME_RULES[kind].pattern.test(childName(name) + SUFFIX))
        .map(
            ({ kind }) =>
                `the name of ${NAME_RULES[kind].what} has only ${NAME_RULES[kind].allowed}`,
        );
    const reason = `${describeGiven(name)} becomes part of names that AWS refuses: ${refusing.join("; ")}`;
    return refusing.length === 0 ? [] : problem("name", reason);
}
