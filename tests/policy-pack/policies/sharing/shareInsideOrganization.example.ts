import { type Case, compliant, type Example } from "../../support/example";
import { carriedBy, profile, resourceShare, sharedThrough } from "../../support/resources";
import { outputOf } from "../../support/testResource";

function sharing(allowExternalPrincipals: boolean): Case {
    return compliant({}, (stack) => {
        const own = profile();
        const share = resourceShare({ allowExternalPrincipals });
        const shared = {
            resourceArn: outputOf(own, "arn"),
            resourceShareArn: outputOf(share, "arn"),
        };
        return [own, carriedBy(own, stack.endpoint), share, sharedThrough(shared)];
    });
}

export const example: Example = {
    about: "share",
    wrong: () => sharing(true),
    right: () => sharing(false),
};
