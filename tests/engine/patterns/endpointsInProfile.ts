import { PrincipalAssociation } from "@pulumi/aws/ram/principalAssociation";
import { ResourceAssociation } from "@pulumi/aws/ram/resourceAssociation";
import { ResourceShare } from "@pulumi/aws/ram/resourceShare";
import { ProfilesProfile } from "@pulumi/aws/route53/profilesProfile";
import { ProfilesResourceAssociation } from "@pulumi/aws/route53/profilesResourceAssociation";

import { DEFAULT_ACCOUNT } from "../../../simulated-aws/index";
import { createNetwork } from "../network";
import {
    allTraffic,
    httpsGroup,
    interfaceEndpoint,
    ORGANIZATION,
    organizationOnly,
    PARTNER_ACCOUNT,
} from "./parts";

/** The organisation of the account, as RAM names it. */
const ORGANIZATION_ARN = `arn:aws:organizations::${DEFAULT_ACCOUNT}:organization/${ORGANIZATION}`;

/**
 * Endpoints in a Route 53 Profile, which carries their names to every VPC associated with it, shared through RAM.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/profile-associate-vpc-endpoints.html
 */
export function endpointsInProfile(sharedWith: "the organisation" | "a partner"): void {
    const { vpcId, subnetIds } = createNetwork("hub");
    allTraffic(vpcId);
    const group = httpsGroup(vpcId, ["10.0.0.0/8"]);
    const profile = new ProfilesProfile("endpoints");
    for (const service of ["eks", "eks-auth", "oidc-eks"]) {
        const { arn } = interfaceEndpoint(
            service,
            { vpcId, subnetIds },
            {
                securityGroupIds: [group.id],
                privateDnsEnabled: false,
                ...(service === "oidc-eks" ? {} : { policy: organizationOnly(`${service}:*`) }),
            },
        );
        new ProfilesResourceAssociation(service, { profileId: profile.id, resourceArn: arn });
    }
    const share = new ResourceShare("share", {
        allowExternalPrincipals: sharedWith === "a partner",
    });
    new ResourceAssociation("share", { resourceShareArn: share.arn, resourceArn: profile.arn });
    new PrincipalAssociation("share", {
        resourceShareArn: share.arn,
        principal: sharedWith === "a partner" ? PARTNER_ACCOUNT : ORGANIZATION_ARN,
    });
}
