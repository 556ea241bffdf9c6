import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What package.json says of the package. */
export interface Manifest {
    version: string;
    license: string;
    keywords: string[];
    /** Absent until the repository has an address. */
    repository?: { url: string };
    author?: { name: string };
}

/** What the head of a package's page in a registry says; what depends on the repository's address needs one. */
export interface PackagePage {
    displayName: string;
    license: string;
    keywords: string[];
    publisher?: string;
    repository?: string;
    homepage?: string;
    logoUrl?: string;
    /** Where the CLI finds the executable plugin: the releases of a repository on GitHub, and of no other. */
    pluginDownloadURL?: string;
}

const GITHUB = /^https:\/\/github\.com\/([^/]+\/[^/]+)$/;

/** The page of the package in a folder. */
export function packagePage(folder: string): PackagePage {
    return pageOf(JSON.parse(readFileSync(join(folder, "package.json"), "utf-8")) as Manifest);
}

/** The page that follows from a package.json. */
export function pageOf({ version, license, keywords, repository, author }: Manifest): PackagePage {
    const address = repository?.url.replace(/^git\+/, "").replace(/\.git$/, "");
    const onGitHub = address === undefined ? null : GITHUB.exec(address);
    return {
        displayName: "EKS PrivateLink",
        ...(author === undefined ? {} : { publisher: author.name }),
        license,
        keywords,
        ...(address === undefined
            ? {}
            : {
                  repository: address,
                  homepage: address,
                  logoUrl: `${rawAddress(address)}/v${version}/sdk/logo.svg`,
              }),
        ...(onGitHub === null
            ? {}
            : { pluginDownloadURL: `github://api.github.com/${onGitHub[1] ?? ""}` }),
    };
}

/** Where GitHub gives a file as it is. */
function rawAddress(address: string): string {
    return address.replace("https://github.com/", "https://raw.githubusercontent.com/");
}
