/** Names of the children of an EksInboundDns. They are a promise: who renames one has to add an alias. A test pins the list. */
export const childNames = {
    securityGroup: (name: string) => `${name}-resolvers`,
    resolverEndpoint: (name: string) => `${name}-resolver`,
};
