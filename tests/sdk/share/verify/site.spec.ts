import assert from "node:assert/strict";

import type { EksEndpointShareArgs } from "../../../../sdk/index";
import { applyDefaults } from "../../../../sdk/share/defaults";
import { checkSite } from "../../../../sdk/share/verify/site";

const COMMERCIAL = { accountId: "111122223333", region: "eu-west-1", partition: "aws" };
const CHINA = { accountId: "111122223333", region: "cn-north-1", partition: "aws-cn" };
const GOV = { accountId: "111122223333", region: "us-gov-west-1", partition: "aws-us-gov" };

describe("checkSite", () => {
    const cases: { [what: string]: [Partial<EksEndpointShareArgs>, typeof COMMERCIAL, string[]] } =
        {
            "finds none in a commercial region": [{}, COMMERCIAL, []],
            "finds none in GovCloud, where the names have the same keys": [{}, GOV, []],
            "finds none in China with its region": [{ region: "cn-north-1" }, CHINA, []],
            "asks for the region where it changes the host names": [
                {},
                CHINA,
                [
                    "region: is missing, and in cn-north-1 the services have other host names than elsewhere; give region: " +
                        '"cn-north-1"',
                ],
            ],
            "finds two services of one host name once the region is known": [
                { services: ["eks", "eks-fips"] },
                GOV,
                [
                    "services[1]: eks-fips has the same host name as eks in us-gov-west-1; name one of the two",
                ],
            ],
        };
    for (const [what, [args, place, expected]] of Object.entries(cases)) {
        it(what, () => {
            const resolved = applyDefaults({ connection: {}, ...args });
            const problems = checkSite(resolved, place);
            assert.deepEqual(
                problems.map(({ path, reason }) => `${path}: ${reason}`),
                expected,
            );
        });
    }
});
