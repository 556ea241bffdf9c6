import { output } from "@pulumi/pulumi";

import { type Checked, derive, together, unchecked } from "../../checks/checked";
import { conclude } from "../../checks/conclude";
import { arrived } from "../../checks/missingAnswers";
import { withoutSecrets } from "../../checks/secrets";
import { listOf, text } from "../../checks/shape";
import type { ChildScope } from "../../component/scope";
import { familiesOf, type IpAddressType } from "../../domain/addressing";
import { type Problem, problem } from "../../domain/problem";
import { nameFamily } from "../../domain/world";
import type { Answer } from "../../lookups/lookup";
import { lookSubnets, type SubnetInfo } from "../../lookups/subnets";
import { checkSubnets } from "../../verify/subnets";
import { checkSubnetIds } from "../checkSubnetIds";
import type { ResolvedArgs } from "../defaults";

/** The subnets, once they are as many as AWS wants and, where AWS was asked, in the VPC, in different zones and of the right families. */
export function verifySubnets(
    args: ResolvedArgs,
    vpcId: Checked<string>,
    scope: ChildScope,
): Checked<string[]> {
    const ids = output(args.subnetIds);
    const given = arrived<string[]>(args.subnetIds, {
        path: "subnetIds",
        shape: listOf(text),
        mocked: [],
        check: checkSubnetIds,
    });
    const answers = args.verify ? lookSubnets(given, scope) : unchecked<Answer<SubnetInfo>[]>([]);
    return derive(together(given, vpcId, answers), async ([subnetIds, inVpc, known]) => {
        const ofZones = checkZones(known);
        const problems = [
            ...ofZones,
            ...checkSubnets(known, inVpc, (subnet) =>
                findMissingFamily(subnet, args.ipAddressType),
            ),
        ];
        // No update moves a subnet to another zone, so that this is no matter for a warning.
        await conclude(
            await withoutSecrets(problems, [args.vpcId, ids, args.region]),
            ofZones.length > 0 ? undefined : ids,
        );
        return subnetIds;
    });
}

/** Why a subnet has no address of a family that the endpoint needs; undefined where it has. */
export function findMissingFamily(
    { subnetId, hasIpv4, hasIpv6 }: SubnetInfo,
    ipAddressType: IpAddressType,
): string | undefined {
    const has = { ipv4: hasIpv4, ipv6: hasIpv6 };
    const missing = familiesOf(ipAddressType).find((family) => !has[family]);
    return missing === undefined
        ? undefined
        : `subnet ${subnetId} has no ${nameFamily(missing)} addresses, but ipAddressType "${ipAddressType}" needs them; ` +
              "choose another subnet, give this one the missing range, or change ipAddressType";
}

/** A zone that fails must not take every address with it. */
export function checkZones(answers: Answer<SubnetInfo>[]): Problem[] {
    const zones = answers.map((answer) =>
        answer.kind === "found" ? answer.found.availabilityZone : undefined,
    );
    const [zone] = zones;
    const reason = `all subnets are in zone ${zone}, whose failure would leave no address to ask; give a subnet in another zone`;
    return zone !== undefined && zones.length > 1 && zones.every((each) => each === zone)
        ? problem("subnetIds", reason)
        : [];
}
