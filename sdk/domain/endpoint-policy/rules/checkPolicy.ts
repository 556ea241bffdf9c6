import type { Problem } from "../../problem";
import { type EksService, serviceFacts } from "../../services";
import type { PolicyDocument } from "../language/document";
import { parsePolicy } from "../language/parse";
import { findVariables, knowsVariables } from "../language/variables";
import { checkActions } from "./checkActions";
import { checkConditions } from "./checkConditions";
import { checkStatement } from "./checkStatement";
import { checkUsable } from "./checkUsable";

/** Source: https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html, read 2026-11-22 */
const MOST_CHARACTERS = 20_480;

const VERSIONS = ["2012-10-17", "2008-10-17"];

/**
 * What AWS would refuse of an endpoint policy of a service, and what of it could never have the effect it seems to have.
 * Once the text is of the shape of a policy, every problem is found at once. Paths such as
 * `Statement[1].Condition.StringEquals.aws:VpceOrgID`; empty for the policy as a whole.
 */
export function checkPolicy(text: string, service: EksService): Problem[] {
    if (serviceFacts(service).policySupport === "refused") {
        const reason = `${service} takes no endpoint policy, not even one that allows everything; leave the policy out`;
        return [{ path: "", reason }];
    }
    const parsed = parsePolicy(text);
    if (parsed.document === undefined) {
        return [...checkSize(text), ...parsed.problems];
    }
    const { document } = parsed;
    const problems = [
        ...checkSize(text),
        ...checkDocument(document),
        ...document.Statement.flatMap((statement, index) => [
            ...checkStatement(`Statement[${index}]`, statement),
            ...checkActions(`Statement[${index}]`, statement, service),
            ...checkConditions(`Statement[${index}]`, statement),
        ]),
    ];
    // What is wrong with the version, or within a statement, may be why nobody gets through; it is not said twice.
    const causes = checkUsable(document, service).filter(
        ({ path }) =>
            !problems.some((problem) => problem.path === "Version" || isWithin(path, problem.path)),
    );
    return [...problems, ...causes];
}

function isWithin(outer: string, inner: string): boolean {
    return inner.startsWith(outer) && /^($|[.[])/.test(inner.slice(outer.length));
}

function checkSize(text: string): Problem[] {
    const format = (count: number) => count.toLocaleString("en-US");
    return text.length <= MOST_CHARACTERS
        ? []
        : [
              {
                  path: "",
                  reason:
                      `has ${format(text.length)} characters, white space included; AWS takes at most ` +
                      `${format(MOST_CHARACTERS)}; write it without white space, or merge statements`,
              },
          ];
}

function checkDocument(document: PolicyDocument): Problem[] {
    const { Version, Statement } = document;
    const problems: Problem[] = [];
    if (!VERSIONS.includes(Version)) {
        const allowed = VERSIONS.map((version) => `"${version}"`).join(", ");
        problems.push({ path: "Version", reason: `is "${Version}"; allowed: ${allowed}` });
    } else if (!knowsVariables(Version) && findVariables(JSON.stringify(Statement)).length > 0) {
        const reason = `"${Version}", also meant when Version is missing, takes policy variables for plain text; write "2012-10-17"`;
        problems.push({ path: "Version", reason });
    }
    const sids = Statement.map(({ Sid }) => Sid);
    sids.forEach((sid, index) => {
        const first = sids.indexOf(sid);
        if (sid !== undefined && first < index) {
            const reason = `"${sid}" is already the Sid of Statement[${first}]; a Sid must be unique in its policy`;
            problems.push({ path: `Statement[${index}].Sid`, reason });
        }
    });
    return problems;
}
