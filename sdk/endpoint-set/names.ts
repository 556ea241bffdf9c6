import type { EksService } from "../domain/services";

/**
 * Names of a set's children. They are a promise: who renames one has to add an alias, or every stack that has the
 * child replaces it. A test pins the list.
 */
export const childNames = {
    endpoint: (name: string, service: EksService) => `${name}-${service}`,
    privateDns: (name: string, service: EksService) => `${name}-${service}-private-dns`,
    securityGroup: (name: string) => `${name}-clients`,
    flowLog: (name: string) => `${name}-flow-log`,
    flowLogGroup: (name: string) => `${name}-flow-log-group`,
    flowLogRole: (name: string) => `${name}-flow-log-role`,
    flowLogRolePolicy: (name: string) => `${name}-flow-log-role-policy`,
    flowLogRolePolicies: (name: string) => `${name}-flow-log-role-policies`,
    flowLogRoleAttachments: (name: string) => `${name}-flow-log-role-attachments`,
    flowLogBucket: (name: string) => `${name}-flow-log-bucket`,
    flowLogBucketAccess: (name: string) => `${name}-flow-log-bucket-access`,
    flowLogBucketEncryption: (name: string) => `${name}-flow-log-bucket-encryption`,
    flowLogBucketLifecycle: (name: string) => `${name}-flow-log-bucket-lifecycle`,
    flowLogBucketPolicy: (name: string) => `${name}-flow-log-bucket-policy`,
};
