import { getCallerIdentity } from "@pulumi/aws/getCallerIdentity";
import { getRegion } from "@pulumi/aws/getRegion";
import { Config } from "@pulumi/pulumi";

import { type Checked, derive } from "../checks/checked";
import { refuse } from "../checks/conclude";
import { findMissing, sayMissing } from "../checks/missingAnswers";
import { runError } from "../checks/runError";
import { isUnitTest } from "../checks/sdkInternals";
import { withoutSecrets } from "../checks/secrets";
import { type Problem, problem } from "../domain/problem";
import { findPartition } from "../domain/regions";
import { ask, type PlacedScope, remedyFor } from "./lookup";

/** Where and as whom the provider works. */
export interface CallerInfo {
    accountId: string;
    region: string;
    /** As it stands in ARNs. */
    partition: string;
    /** Whether the mocks of a unit test do not say who works where, so that nothing can be compared with it. */
    isMocked?: boolean;
}

/** Stands for what the mocks of a unit test leave out. */
export const MOCKED = { accountId: "123456789012", region: "us-east-1" };

/**
 * Asks for the provider's account, region and partition; none of it needs a permission.
 */
export function lookCaller({ parent, place }: PlacedScope): Checked<CallerInfo> {
    return derive(place, async (given) => {
        const [identity, own] = await Promise.all([
            answered(getCallerIdentity({}, { parent })),
            given === undefined ? answered(getRegion({}, { parent })) : { region: given },
        ]);
        const missing = [
            ...findMissing(identity, ["accountId"]).map((part) => [IDENTITY, part] as const),
            ...findMissing(own, ["region"]).map((part) => [REGION, part] as const),
        ];
        if (missing.length > 0) {
            return withoutAnswers(identity.accountId, own.region, missing);
        }
        const { partition, problems } = findOwnPartition(own.region, identity.arn);
        refuse(await withoutSecrets(problems, place));
        return { accountId: identity.accountId, region: own.region, partition };
    });
}

/** The answer to a question without which nothing can be judged. */
async function answered<T>(question: Promise<T>): Promise<T> {
    const answer = await ask(question);
    if (answer.kind === "found") {
        return answer.found;
    }
    const { reason } = answer;
    throw runError(
        `AWS did not say in which account and region this stack works: ${reason}; ` +
            remedyFor(reason, "check credentials and region of the aws provider"),
    );
}

const IDENTITY = "aws:index/getCallerIdentity:getCallerIdentity";
const REGION = "aws:index/getRegion:getRegion";

function withoutAnswers(
    accountId: string | undefined,
    region: string | undefined,
    missing: (readonly [token: string, part: string])[],
): CallerInfo {
    if (!isUnitTest()) {
        refuse(
            missing.flatMap(([token, part]) => problem("", `${token} answered without ${part}`)),
        );
    }
    missing.forEach(([token, part]) => {
        sayMissing("call", token, [part]);
    });
    const place = region ?? new Config("aws").get("region") ?? MOCKED.region;
    return {
        accountId: accountId ?? MOCKED.accountId,
        region: place,
        partition: findPartition(place)?.id ?? "aws",
        isMocked: true,
    };
}

/** The caller's own ARN says the partition where the region's name is of a form that is not known yet. */
function findOwnPartition(region: string, arn: string): { partition: string; problems: Problem[] } {
    const partition = findPartition(region)?.id ?? /^arn:([a-z0-9-]+):/.exec(arn)?.[1];
    const reason = `"${region}" belongs to no known partition, and the caller's ARN "${arn}" does not name one`;
    return {
        partition: partition ?? "",
        problems: partition === undefined ? problem("region", reason) : [],
    };
}
