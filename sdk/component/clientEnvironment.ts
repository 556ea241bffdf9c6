import { EksService } from "../domain/services";

/** What the environment of a client depends on. */
export interface ClientFacts {
    region: string;
    services: EksService[];
    privateDnsEnabled: boolean;
    /** DNS name of the `eks` endpoint itself; absent where there is none. */
    eksDnsName?: string;
}

/**
 * Environment variables that AWS CLI and SDKs need to use the endpoints. With private DNS that is little: the usual host
 * names work. Without it only the EKS API can be named; the certificate of EKS Auth has no endpoint names.
 * Source: https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html; the certificate:
 * https://github.com/aws/containers-roadmap/issues/2619
 */
export function clientEnvironment(facts: ClientFacts): { [variable: string]: string } {
    const { region, services, privateDnsEnabled, eksDnsName } = facts;
    const onlyFips = services.includes(EksService.EksFips) && !services.includes(EksService.Eks);
    return {
        AWS_REGION: region,
        // The global STS host is not reachable through the STS endpoint of a closed network.
        AWS_STS_REGIONAL_ENDPOINTS: "regional",
        ...(onlyFips ? { AWS_USE_FIPS_ENDPOINT: "true" } : {}),
        ...(privateDnsEnabled || eksDnsName === undefined || eksDnsName === ""
            ? {}
            : { AWS_ENDPOINT_URL_EKS: `https://${eksDnsName}` }),
    };
}
