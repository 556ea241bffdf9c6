import assert from "node:assert/strict";

import * as sdk from "eks-privatelink";

import { TABLES } from "../support/arguments/index";
import { listSecretable, readSchema, REGION } from "../support/arguments/table";
import { existingNetwork } from "./network";
import { SECRET_MISTAKES, type SecretMistake } from "./secretMistakes";
import { useEngine } from "./support";

describe("refusals of secret arguments", function () {
    this.timeout(120_000);
    const engine = useEngine();
    const schema = readSchema();
    const place = { vpcId: "vpc-1", subnetIds: ["subnet-1", "subnet-2"] };

    it("are tried for every argument that may be secret", () => {
        assert.deepEqual(
            TABLES.map(({ component }) => component).sort(),
            SECRET_MISTAKES.map(({ component }) => component).sort(),
        );
        for (const { component, mistakes } of SECRET_MISTAKES) {
            const tried = mistakes(place, place).map(({ argument }) => argument);
            assert.deepEqual([...new Set(tried)].sort(), listSecretable(schema, component).sort());
        }
    });

    for (const { component, account, rest, mistakes } of SECRET_MISTAKES) {
        describe(component, () => {
            let said: string[];
            let tried: SecretMistake[];

            before(async () => {
                const options = { account, region: REGION, hasIpv6: true };
                const network = await existingNetwork(engine(), options);
                const other = await existingNetwork(engine(), { ...options, prefix: "10.77" });
                tried = mistakes(network, other);
                const Component = sdk[component as keyof typeof sdk] as unknown as new (
                    name: string,
                    args: object,
                ) => unknown;
                const program = () => {
                    tried.forEach(({ args }, i) => {
                        new Component(`c${i}`, { ...rest(network, other), ...args });
                    });
                };
                const stack = await engine().stack(component, program, { account, region: REGION });
                const { errors, warnings, text } = await stack.preview();
                said = [...[...errors, ...warnings].flatMap((each) => each.split("\n")), text];
            });

            mistakes(place, place).forEach(({ argument }, i) => {
                it(`say where ${argument} is wrong, and not what it is (${i + 1})`, () => {
                    const { hidden, path } = tried[i] ?? { hidden: "" };
                    assert.deepEqual(
                        said.filter((line) => line.includes(hidden)),
                        [],
                    );
                    const start = `${path}: something is wrong with it that is not printed`;
                    assert.ok(
                        path === undefined || said.some((line) => line.startsWith(start)),
                        said.join("\n"),
                    );
                });
            });
        });
    }
});
