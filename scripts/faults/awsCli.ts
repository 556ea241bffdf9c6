import { loadWorld, saveWorld } from "../../simulated-aws/index";

/** Answers what printed commands ask the AWS CLI, of the simulated AWS: which entry of a profile a zone has, and that a flow log or a Resolver endpoint be deleted. */
function answer(args: string[]): string {
    const [service = "", operation = ""] = args;
    const valueOf = (flag: string): string => args[args.indexOf(flag) + 1] ?? "";
    const worldPath = process.env.SIMULATED_AWS_WORLD ?? "";
    const world = loadWorld(worldPath);
    if (`${service} ${operation}` === "ec2 delete-flow-logs") {
        Reflect.deleteProperty(world.objects.flowLogs, valueOf("--flow-log-ids"));
        saveWorld(worldPath, world);
        return "";
    }
    if (`${service} ${operation}` === "route53resolver delete-resolver-endpoint") {
        const id = valueOf("--resolver-endpoint-id");
        Reflect.deleteProperty(world.objects.resolverEndpoints, id);
        for (const each of Object.values(world.objects.networkInterfaces)) {
            if (each.ownedBy === id) {
                Reflect.deleteProperty(world.objects.networkInterfaces, each.id);
            }
        }
        saveWorld(worldPath, world);
        return "";
    }
    if (`${service} ${operation}` !== "route53profiles list-profile-resource-associations") {
        throw new Error(`this aws does not know ${service} ${operation}`);
    }
    const [, resourceArn] =
        /^ProfileResourceAssociations\[\?ResourceArn=='([^']+)'\]\.Id$/.exec(valueOf("--query")) ??
        [];
    const { profileResources } = world.objects;
    const found = Object.values(profileResources).filter(
        (entry) => entry.profileId === valueOf("--profile-id") && entry.resourceArn === resourceArn,
    );
    return found.map(({ id }) => id).join("\t");
}

console.log(answer(process.argv.slice(2)));
