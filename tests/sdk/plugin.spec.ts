import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { credentials } from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { GetSchemaRequest } from "@pulumi/pulumi/proto/provider_pb";

const SDK = join(__dirname, "..", "..", "sdk");

describe("the plugin", function () {
    this.timeout(30_000);
    let plugin: ChildProcess;
    let client: ResourceProviderClient;

    before(async () => {
        // The way the engine starts a plugin folder: the runner of the SDK, with the folder and the engine's address.
        const runner = require.resolve("@pulumi/pulumi/cmd/run-plugin");
        plugin = spawn(process.execPath, [runner, SDK, "127.0.0.1:0"], {
            stdio: ["ignore", "pipe", "inherit"],
        });
        const [port] = (await once(
            createInterface(plugin.stdout as NodeJS.ReadableStream),
            "line",
        )) as [string];
        client = new ResourceProviderClient(`127.0.0.1:${port}`, credentials.createInsecure());
    });

    after(() => {
        client.close();
        plugin.kill();
    });

    it("serves the stored schema to the letter", async () => {
        const served = await new Promise<string>((resolve, reject) => {
            client.getSchema(new GetSchemaRequest(), (error, response) => {
                if (error === null) {
                    resolve(response.getSchema());
                } else {
                    reject(error);
                }
            });
        });
        assert.equal(served, readFileSync(join(SDK, "schema.json"), "utf-8"));
    });
});
