import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as path from "node:path";

import type { Exported } from "../../../sdk/recover/exported";
import { findPending } from "../../../sdk/recover/recover";

const CLI = path.join(__dirname, "..", "..", "..", "sdk", "cli.js");
const SHARE = "urn:pulumi:dev::hub::eks-privatelink:index:EksEndpointShare::share";

function pendingOf(type: string, name: string, inputs: object, operation = "creating"): Exported {
    const urn = `urn:pulumi:dev::hub::eks-privatelink:index:EksEndpointShare$${type}::${name}`;
    const provider = "urn:pulumi:dev::hub::pulumi:providers:aws::spoke::1234";
    const resource = { urn, type, inputs: { ...inputs }, parent: SHARE, provider };
    return { stack: "dev", resources: [], pending: [{ type: operation, resource }] };
}

describe("what AWS has made of a pending operation", () => {
    it("is an association that AWS cannot be asked for, by its ID", async () => {
        const type = "aws:route53/zoneAssociation:ZoneAssociation";
        const exported = pendingOf(type, "share-a/eks", { zoneId: "Z1", vpcId: "vpc-1" });
        const [found] = await findPending(exported);
        assert.deepEqual(
            [found?.id, found?.note, found?.command],
            [
                "Z1:vpc-1",
                "AWS cannot be asked; the import says so where it has not been made",
                `pulumi import ${type} share-a/eks Z1:vpc-1 --parent share=${SHARE} ` +
                    "--provider spoke=urn:pulumi:dev::hub::pulumi:providers:aws::spoke " +
                    "--stack dev --protect=false --generate-code=false --yes",
            ],
        );
    });

    it("is nothing to import where the stack has a resource of the name", async () => {
        const type = "aws:route53/zoneAssociation:ZoneAssociation";
        const exported = pendingOf(type, "share-a/eks", { zoneId: "Z1", vpcId: "vpc-1" });
        const resource = exported.pending[0]?.resource ?? assert.fail();
        for (const [id, left, note] of [
            ["Z1:vpc-1", undefined, "the stack has it already"],
            ["Z1:vpc-1:eu-west-1", undefined, "the stack has it already"],
            [
                "Z0:vpc-1",
                "Z1:vpc-1",
                "AWS has made it to replace Z0:vpc-1; delete it, and the next update makes it again",
            ],
        ]) {
            const [found] = await findPending({ ...exported, resources: [{ ...resource, id }] });
            assert.deepEqual([found?.command, found?.id, found?.note], [undefined, left, note]);
        }
    });

    it("is nothing to import where the next update makes the same again", async () => {
        const type = "aws:route53/record:Record";
        const [found] = await findPending(pendingOf(type, "share-eks-a", {}));
        assert.deepEqual(
            [found?.command, found?.note],
            [undefined, "the next update makes it again, and it is the same then"],
        );
    });

    it("is nothing to import where something was being changed", async () => {
        const type = "aws:route53/zone:Zone";
        const [found] = await findPending(pendingOf(type, "share-eks", {}, "updating"));
        assert.deepEqual(
            [found?.command, found?.note],
            [undefined, "interrupted while updating; the next update does it again"],
        );
    });
});

describe("the command eks-privatelink", () => {
    function run(...args: string[]) {
        const env = { PATH: "" };
        const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
            env,
            encoding: "utf8",
        });
        return { status, stdout, stderr };
    }

    it("says what it does, and fails for what it does not", () => {
        assert.equal(run("--help").status, 0);
        const { status, stdout } = run("repair");
        assert.equal(status, 2);
        assert.match(stdout, /^eks-privatelink recover \[--stack <name>\] \[--json\]\n/);
    });

    it("says in one line that there is no Pulumi CLI", () => {
        assert.deepEqual(run("recover"), {
            status: 1,
            stdout: "",
            stderr: "there is no pulumi on the PATH; install the Pulumi CLI\n",
        });
    });
});
