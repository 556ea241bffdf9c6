import { ALL_SERVICES, type EksService, findServiceByName, findServiceNames } from "./services";
import { findNearest } from "./wording";

/**
 * What stands in the name of no AWS service but those of EKS, so that a name with it that is none of theirs is misspelt.
 * Source: aws/aws-cdk packages/aws-cdk-lib/aws-ec2/lib/vpc-endpoint.ts, read 2026-11-27.
 */
const ONLY_IN_EKS = /eks|oidc/;

/**
 * The service name that somebody meant by one that is almost a name of EKS: `eksauth` and `eks_auth` for `eks-auth`, `eks-oidc`
 * for `oidc-eks`. Undefined for the names of EKS, and for whatever else AWS has.
 */
export function findMeantName(serviceName: string): string | undefined {
    const match = /^(?:cn\.)?com\.amazonaws\.([a-z0-9-]+)\.(.+)$/i.exec(serviceName);
    const [region = "", word = ""] = (match?.slice(1) ?? []).map((each) => each.toLowerCase());
    const isEks = findServiceByName(serviceName) !== undefined;
    const service = isEks || !ONLY_IN_EKS.test(word) ? undefined : findMeantService(word);
    return service && findServiceNames(service, region)?.names[0];
}

function findMeantService(word: string): EksService | undefined {
    const inOrder = (text: string): string =>
        text
            .split(/[^a-z]+/)
            .sort()
            .join();
    const nearest = findNearest(word, ALL_SERVICES);
    return ALL_SERVICES.find(
        (service) => inOrder(service) === inOrder(word) || service === nearest,
    );
}
