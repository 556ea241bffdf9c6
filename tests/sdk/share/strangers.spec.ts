import assert from "node:assert/strict";

import { formatProblem } from "../../../sdk/domain/problem";
import { checkStrangers, type Guests } from "../../../sdk/share/strangers";

const ARN = "arn:aws:ram:eu-west-1:111122223333:resource-share/1";
const PROFILE = "arn:aws:route53profiles:eu-west-1:111122223333:profile/rp-1";

/** Zones and a share with nobody in them who was not asked for, and some of it changed. */
function guests(changes: Partial<Guests> = {}): Guests {
    const vpcs = ["vpc-0a", "vpc-0b"].map((vpcId) => ({ vpcId, vpcRegion: "eu-west-1" }));
    return {
        zones: [
            { zoneId: "Z01", vpcs },
            { zoneId: "Z02", vpcs: vpcs.slice(0, 1) },
        ],
        vpcIds: ["vpc-0a", "vpc-0b"],
        share: { arn: ARN, principals: ["444455556666"], resourceArns: [PROFILE] },
        principals: ["444455556666"],
        ...changes,
    };
}

describe("checkStrangers", () => {
    it("says nothing of those who were asked for, nor of whoever is not there yet", () => {
        assert.deepEqual(checkStrangers(guests()), []);
        const vpcIds = ["vpc-0a", "vpc-0b", "vpc-0c"];
        assert.deepEqual(checkStrangers(guests({ vpcIds, principals: ["444455556666", "1"] })), []);
        assert.deepEqual(checkStrangers(guests({ zones: [], share: undefined })), []);
    });

    it("names a VPC with all the zones that have it, and the command that takes it from them", () => {
        assert.deepEqual(checkStrangers(guests({ vpcIds: ["vpc-0b"] })).map(formatProblem), [
            "consumers: VPC vpc-0a of eu-west-1 is associated with zones Z01, Z02, and is none of them, so that its clients " +
                "use the endpoints; name it here, or take it away: aws route53 disassociate-vpc-from-hosted-zone " +
                "--hosted-zone-id <each of them> --vpc VPCRegion=eu-west-1,VPCId=vpc-0a",
        ]);
    });

    it("names a principal and a resource of the share", () => {
        const resourceArns = [PROFILE, "arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-1"];
        const share = { arn: ARN, principals: ["444455556666", "999999999999"], resourceArns };
        const command = `aws ram disassociate-resource-share --resource-share-arn ${ARN}`;
        const problems = checkStrangers(guests({ share }));
        assert.deepEqual(problems.map(formatProblem), [
            `principals: 999999999999 is in the RAM share ${ARN}, and is none of them, so that it may use the profile; name ` +
                `it here, or take it away: ${command} --principals 999999999999`,
            `principals: the RAM share ${ARN} gives them ${resourceArns[1]} as well, which is not the profile; share it ` +
                `elsewhere, and take it away: ${command} --resource-arns ${resourceArns[1]}`,
        ]);
        assert.ok(problems.every(({ isWarning }) => isWarning));
    });
});
