import { loadWorld } from "../../simulated-aws/index";

/** Answers what printed commands ask the AWS CLI, from the simulated AWS: which entry of a profile a zone has. */
function answer(args: string[]): string {
    const [service = "", operation = ""] = args;
    const valueOf = (flag: string): string => args[args.indexOf(flag) + 1] ?? "";
    if (`${service} ${operation}` !== "route53profiles list-profile-resource-associations") {
        throw new Error(`this aws does not know ${service} ${operation}`);
    }
    const [, resourceArn] =
        /^ProfileResourceAssociations\[\?ResourceArn=='([^']+)'\]\.Id$/.exec(valueOf("--query")) ??
        [];
    const { profileResources } = loadWorld(process.env.SIMULATED_AWS_WORLD ?? "").objects;
    const found = Object.values(profileResources).filter(
        (entry) => entry.profileId === valueOf("--profile-id") && entry.resourceArn === resourceArn,
    );
    return found.map(({ id }) => id).join("\t");
}

console.log(answer(process.argv.slice(2)));
