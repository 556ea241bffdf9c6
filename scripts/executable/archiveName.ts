import { Failure } from "../failure";

/** What the Pulumi CLI, which is written in Go, calls the systems that Node.js runs on. */
const SYSTEMS: { [platform: string]: string } = {
    linux: "linux",
    darwin: "darwin",
    win32: "windows",
};
const MACHINES: { [arch: string]: string } = { x64: "amd64", arm64: "arm64" };

/** The platforms that a release has an archive for, in the CLI's words. */
export const PLATFORMS = Object.values(SYSTEMS).flatMap((system) =>
    Object.values(MACHINES).map((machine) => `${system}-${machine}`),
);

/**
 * Name of the archive that the CLI downloads on a platform.
 * @param version For example `0.1.0`.
 * @param platform As `process.platform` has it.
 * @param arch As `process.arch` has it.
 */
export function archiveName(version: string, platform: string, arch: string): string {
    const [system, machine] = [SYSTEMS[platform], MACHINES[arch]];
    if (system === undefined || machine === undefined) {
        throw new Failure(
            `no plugin is made for ${platform} on ${arch}; it is made for ${PLATFORMS.join(", ")}`,
        );
    }
    return `pulumi-resource-eks-privatelink-v${version}-${system}-${machine}.tar.gz`;
}
