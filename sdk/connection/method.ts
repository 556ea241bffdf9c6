/** How the host names of shared endpoints reach other VPCs. */
export const ShareMethod = {
    /** Private hosted zones that each VPC is associated with: up to 300 VPCs, the hub's own among them. */
    HostedZones: "hostedZones",
    /** The same zones in a Route 53 Profile, shared through AWS RAM inside the organisation: up to 1,000 VPCs. */
    Profile: "profile",
} as const;
export type ShareMethod = (typeof ShareMethod)[keyof typeof ShareMethod];
