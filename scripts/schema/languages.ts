/** How the generated SDKs are called, by language, where their makers do not choose well. */
export const LANGUAGES: { [language: string]: object } = {
    python: {
        // Added from a git URL the module would be called after the owner of the repository.
        packageName: "pulumi_eks_privatelink",
        // Groups may be given as dictionaries, and a type checker knows their keys.
        inputTypes: "classes-and-dicts",
        pyproject: { enabled: true },
    },
    java: {
        // Likewise. Source: https://github.com/pulumi/pulumi-java/pull/1719, read 2026-11-27.
        basePackage: "com.pulumi",
    },
};
