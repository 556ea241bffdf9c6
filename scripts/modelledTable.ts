import { functions, resources } from "../simulated-aws/index";

/** What the simulated AWS models, by module of `@pulumi/aws`. */
export function modelledTable(): string {
    const tokens = [...resources, ...functions].map(({ schema: { token } }) => token);
    const modules = [...new Set(tokens.map(moduleOf))].sort();
    const rows = modules.map((module) => {
        const names = tokens.filter((token) => moduleOf(token) === module).map(nameOf);
        const of = (isFunction: boolean) =>
            names
                .filter((name) => name.startsWith("get") === isFunction)
                .sort()
                .map((name) => `\`${name}\``)
                .join(", ");
        return `| \`${module}\` | ${of(false)} | ${of(true)} |`;
    });
    return ["| Module | Resources | Functions |", "| --- | --- | --- |", ...rows].join("\n");
}

/** `aws.ec2` for `aws:ec2/vpc:Vpc`. */
function moduleOf(token: string): string {
    const module = /^aws:(\w+)\//.exec(token)?.[1] ?? "";
    return module === "index" ? "aws" : `aws.${module}`;
}

function nameOf(token: string): string {
    return token.split(":").at(-1) ?? "";
}
