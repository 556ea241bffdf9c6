import { type Checked, derive, together, unchecked } from "../../checks/checked";
import { conclude } from "../../checks/conclude";
import type { ChildScope } from "../../component/scope";
import { lookLastState } from "../../lookups/ownStack";
import { checkLostChildren, type TaggedChild } from "../../verify/strays";
import type { ResolvedArgs } from "../defaults";
import { childNames } from "../names";

/** Passes, and warns in a preview of what an earlier update has made and lost. */
export function verifyStrays(
    { verify }: Pick<ResolvedArgs, "verify">,
    vpcId: Checked<string>,
    scope: ChildScope,
): Checked<void> {
    if (!verify) {
        return unchecked(undefined);
    }
    const state = lookLastState();
    return derive(together(vpcId, scope.place), async () => {
        const last = await state;
        if (last.kind === "found") {
            await conclude(await checkLostChildren(taggedChildren(scope.name), last.found, scope));
        }
    });
}

function taggedChildren(name: string): TaggedChild[] {
    return [
        {
            type: "aws:ec2/securityGroup:SecurityGroup",
            child: childNames.securityGroup(name),
            what: "the security group",
        },
        {
            type: "aws:route53/resolverEndpoint:ResolverEndpoint",
            child: childNames.resolverEndpoint(name),
            what: "the Resolver endpoint",
        },
    ];
}
