import type { Case, Example } from "../../support/example";
import {
    authorization,
    awsProvider,
    REGION,
    vpc,
    zone,
    zoneAssociation,
} from "../../support/resources";
import { outputOf, type TestResource } from "../../support/testResource";

/** A provider that assumes a role in an account. */
function inAccount(name: string, accountId: string): TestResource {
    const assumeRoles = [{ roleArn: `arn:aws:iam::${accountId}:role/deploy` }];
    return awsProvider(name, { assumeRoles: JSON.stringify(assumeRoles) });
}

function acrossAccounts(isAuthorized: boolean): Case {
    const hub = inAccount("hub", "111111111111");
    const spoke = inAccount("spoke", "222222222222");
    const hubVpc = { ...vpc({}, { name: "hub-vpc" }), provider: hub };
    const spokeVpc = { ...vpc({}, { name: "spoke-vpc" }), provider: spoke };
    const hosted = zone(
        { name: `eks-auth.${REGION}.api.aws`, vpcs: [{ vpcId: outputOf(hubVpc) }] },
        { provider: hub },
    );
    const both = { zoneId: outputOf(hosted, "zoneId"), vpcId: outputOf(spokeVpc) };
    const authorizations = isAuthorized ? [authorization(both, { provider: hub })] : [];
    const association = zoneAssociation(both, { provider: spoke });
    return { resources: [hubVpc, spokeVpc, hosted, ...authorizations, association] };
}

export const example: Example = {
    about: "association",
    wrong: () => acrossAccounts(false),
    right: () => acrossAccounts(true),
};
