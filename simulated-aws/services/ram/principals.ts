import { AwsError } from "../../world/errors";
import type { ResourceShare } from "../../world/objects/sharing";
import { all } from "../../world/objectsOf";
import type { Scope, World } from "../../world/types";

const ACCOUNT = /^\d{12}$/;
const ORGANIZATION = /^arn:[^:]+:organizations::\d{12}:organization\/(o-[a-z0-9]+)$/;
const UNIT = /^arn:[^:]+:organizations::\d{12}:ou\/(o-[a-z0-9]+)\/(ou-[a-z0-9-]+)$/;

/** Refuses a principal that a share may not have. The texts are RAM's, seen in reports of users. */
export function demandPrincipal(scope: Scope, share: ResourceShare, principal: string): void {
    const organizationId = organizationIn(principal);
    if (organizationId === undefined && !ACCOUNT.test(principal)) {
        throw new AwsError(
            "InvalidParameterException",
            `Principal ID ${principal} is malformed. Verify the ID and try again.`,
        );
    }
    const own = scope.world.accounts[scope.account]?.organizationId;
    if (organizationId !== undefined && organizationId !== own) {
        throw new AwsError(
            "UnknownResourceException",
            `Organization ${organizationId} could not be found.`,
        );
    }
    const isOutside = organizationId === undefined && !isInside(scope, principal);
    if (isOutside && !share.allowExternalPrincipals) {
        throw outsideOrganization();
    }
}

/** RAM's answer where a share may not leave the organisation. */
export function outsideOrganization(): AwsError {
    return new AwsError(
        "OperationNotPermittedException",
        "The resource you are attempting to share can only be shared within your AWS Organization. This error may " +
            "also occur if you have not enabled sharing with your AWS organization, or that onboarding process is " +
            "still in progress.",
    );
}

/** Says whether an account is the caller's own or of its organisation. */
export function isInside(scope: Scope, account: string): boolean {
    const own = scope.world.accounts[scope.account]?.organizationId;
    const other = scope.world.accounts[account]?.organizationId;
    return account === scope.account || (own !== undefined && own === other);
}

/** Says whether a resource is shared with an account; its owner has it without that. */
export function isSharedWith(world: World, resourceArn: string, account: string): boolean {
    const { organizationId, organizationPath = "" } = world.accounts[account] ?? {};
    return all(world, "resourceShares")
        .filter((share) => share.resourceArns.includes(resourceArn))
        .flatMap((share) => share.principals)
        .some((principal) => {
            if (principal === account) {
                return true;
            }
            const unit = UNIT.exec(principal)?.[2];
            if (unit !== undefined) {
                return organizationPath.split("/").includes(unit);
            }
            return organizationId !== undefined && organizationIn(principal) === organizationId;
        });
}

function organizationIn(principal: string): string | undefined {
    return (ORGANIZATION.exec(principal) ?? UNIT.exec(principal))?.[1];
}
