import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

import { credentials } from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { GetSchemaRequest } from "@pulumi/pulumi/proto/provider_pb";

import { Failure } from "../failure";

/** Starts a plugin as the engine does, asks it for its schema, and ends it. */
export async function schemaServedBy(
    file: string,
    args: string[] = [],
    env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
    const plugin = spawn(file, [...args, "127.0.0.1:0"], {
        env,
        stdio: ["ignore", "pipe", "inherit"],
    });
    try {
        const ended = once(plugin, "close").then(() => {
            throw new Failure(`${file} ended before it served anything`);
        });
        // Whoever wins the race, the other is heard too.
        ended.catch(() => undefined);
        const line = once(createInterface(plugin.stdout), "line") as Promise<[string]>;
        const [port] = await Promise.race([line, ended]);
        return await schemaOn(port);
    } finally {
        plugin.kill();
    }
}

function schemaOn(port: string): Promise<string> {
    const client = new ResourceProviderClient(`127.0.0.1:${port}`, credentials.createInsecure());
    return new Promise<string>((resolve, reject) => {
        client.getSchema(new GetSchemaRequest(), (error, response) => {
            if (error === null) {
                resolve(response.getSchema());
            } else {
                reject(error);
            }
        });
    }).finally(() => {
        client.close();
    });
}
