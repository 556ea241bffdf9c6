import { output } from "@pulumi/pulumi";
import { Checked, derive, unchecked } from "../../checks/checked";
import { conclude, Findings } from "../../checks/later";
import { familiesOf, IpAddressType } from "../../domain/addressing";
import { Problem } from "../../domain/problem";
import { nameFamily } from "../../domain/world";
import { ChildScope } from "../../endpoint-set/scope";
import { findSubnetFindings } from "../../endpoint-set/verify/subnets";
import { Answer } from "../../lookups/lookup";
import { lookSubnets, SubnetInfo } from "../../lookups/subnets";
import { checkSubnetIds } from "../checkSubnetIds";
import { ResolvedArgs } from "../resolveArgs";

/** The subnets, once they are as many as AWS wants and, where AWS was asked, in the VPC, in different zones and of the right families. */
export function verifySubnets(args: ResolvedArgs, scope: ChildScope): Checked<string[]> {
    const ids = output(args.subnetIds);
    const answers = args.verify ? lookSubnets(args.subnetIds, scope) : [];
    const asked = output([ids, args.vpcId, answers] as const);
    return derive(unchecked(asked), async ([subnetIds, vpcId, known]) => {
        const { problems, warnings } = findEach(known, vpcId, args.ipAddressType);
        // No update moves a subnet to another zone, so that these are no matter for a warning.
        const certain = [...checkSubnetIds(subnetIds), ...findZoneProblems(known)];
        await conclude(
            { problems: [...certain, ...problems], warnings },
            certain.length > 0 ? undefined : ids,
        );
        return subnetIds;
    });
}

/** What keeps subnets that AWS was asked about from carrying a Resolver endpoint, one by one. */
export function findEach(
    answers: Answer<SubnetInfo>[],
    vpcId: string,
    ipAddressType: IpAddressType,
): Findings {
    const findings = answers.map((answer, i) =>
        findSubnetFindings(answer, `subnetIds[${i}]`, vpcId, (subnet) =>
            findMissingFamily(subnet, ipAddressType),
        ),
    );
    return {
        problems: findings.flatMap(({ problems }) => problems),
        warnings: findings.flatMap(({ warnings }) => warnings),
    };
}

function findMissingFamily(
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
export function findZoneProblems(answers: Answer<SubnetInfo>[]): Problem[] {
    const zones = answers.map((answer) =>
        answer.kind === "found" ? answer.found.availabilityZone : undefined,
    );
    const [zone] = zones;
    return zone !== undefined && zones.length > 1 && zones.every((each) => each === zone)
        ? [
              {
                  path: "subnetIds",
                  reason: `all subnets are in zone ${zone}, whose failure would leave no address to ask; give a subnet in another zone`,
              },
          ]
        : [];
}
