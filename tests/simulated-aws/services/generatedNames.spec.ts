import assert from "node:assert/strict";

import {
    checkGeneratedNames,
    NAME_RULES,
    type NamedKind,
} from "../../../sdk/domain/generatedNames";
import type { Properties } from "../../../simulated-aws/model/values";
import { Engine, network } from "../support/engine";

/** Each kind as the simulated AWS knows it, with what else it needs. */
const TYPES: { [kind in NamedKind]: [type: string, inputs: Properties] } = {
    role: ["iam.Role", { assumeRolePolicy: "{}" }],
    rolePolicy: ["iam.RolePolicy", { role: "r", policy: "{}" }],
    bucket: ["s3.Bucket", {}],
    logGroup: ["cloudwatch.LogGroup", {}],
    securityGroup: ["ec2.SecurityGroup", {}],
    resolverEndpoint: [
        "route53.ResolverEndpoint",
        { direction: "INBOUND", ipAddresses: [], securityGroupIds: [] },
    ],
    profile: ["route53.ProfilesProfile", {}],
    profileAssociation: ["route53.ProfilesAssociation", { profileId: "rp-1", resourceId: "vpc-1" }],
};

const LETTERS = [
    ...Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)),
    "ß",
    "..",
    "xn--",
    "sthree-",
    "amzn-s3-demo-",
    "sg-",
];
/** Names with each of the letters in front, in the middle and at the end. */
const NAMES = LETTERS.flatMap((letter) => [`${letter}eks`, `e${letter}ks`, `eks${letter}`]);

describe("a name that the components take", () => {
    for (const [kind, [type, inputs]] of Object.entries(TYPES)) {
        const judged = (name: string): boolean =>
            checkGeneratedNames(name, [
                { kind: kind as NamedKind, childName: (given) => `${given}-x` },
            ]).length === 0;

        it(`lets a name of ${type} be as long as Pulumi and the simulated AWS do`, () => {
            const { maxLength } = NAME_RULES[kind as NamedKind];
            for (const length of [maxLength - 10, maxLength - 9]) {
                const name = "a".repeat(length);
                assert.equal(
                    judged(name),
                    !refuses(() => new Engine().check(type, inputs, `${name}-x`)),
                    `${length} characters`,
                );
            }
            assert.equal(judged("a".repeat(maxLength - 10)), true);
        });

        it(`takes the letters for a name of ${type} that the simulated AWS takes`, async () => {
            const engine = new Engine();
            const { vpc } = await network(engine, "");
            for (const name of NAMES) {
                // Letters of these two are judged when they are made, those of the others before.
                const taken =
                    kind === "logGroup" || kind === "securityGroup"
                        ? await engine
                              .create(
                                  type,
                                  kind === "logGroup" ? {} : { vpcId: vpc.id },
                                  `${name}-x`,
                              )
                              .then(
                                  () => true,
                                  () => false,
                              )
                        : !refuses(() => engine.check(type, inputs, `${name}-x`));
                assert.equal(judged(name), taken, JSON.stringify(name));
            }
        });
    }
});

function refuses(act: () => unknown): boolean {
    try {
        act();
        return false;
    } catch {
        return true;
    }
}
