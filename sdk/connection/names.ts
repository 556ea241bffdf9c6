import type { IpFamily } from "../domain/addressing";

const RECORD_SUFFIX: { [F in IpFamily]: string } = { ipv4: "a", ipv6: "aaaa" };

/**
 * Names of the children of shares and consumers; `host` is the key of a host name. They are a promise: who renames one
 * has to add an alias, or every stack that has the child replaces it. Tests pin the lists.
 */
export const childNames = {
    zone: (name: string, host: string) => `${name}-${host}`,
    record: (name: string, host: string, family: IpFamily) =>
        `${name}-${host}-${RECORD_SUFFIX[family]}`,
    /** The slash keeps apart a consumer `a` with host `b-c` and a consumer `a-b` with host `c`. */
    consumer: (name: string, consumer: string, host: string) => `${name}-${consumer}/${host}`,
    profile: (name: string) => `${name}-profile`,
    profileZone: (name: string, host: string) => `${name}-profile/${host}`,
    profileShare: (name: string) => `${name}-profile-share`,
    /** `id` is the last part of an ARN, or the account ID. */
    profilePrincipal: (name: string, id: string) => `${name}-profile-share/${id}`,
    association: (name: string, host: string) => `${name}-${host}`,
    profileAssociation: (name: string) => `${name}-profile`,
};
