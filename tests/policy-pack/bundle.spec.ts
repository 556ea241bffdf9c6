import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import * as path from "node:path";

import * as grpc from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";

import { policies } from "../../policy-pack/policies";
import { VPC_ENDPOINT } from "../../policy-pack/stack/resourceTypes";
import { endpoint } from "./support/resources";

const PACK = path.resolve(__dirname, "../../policy-pack");
const BUNDLE = path.join(PACK, "bin/index.js");
const RUNNER = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");

async function ask<Answer>(
    send: (callback: (error: grpc.ServiceError | null, answer: Answer) => void) => unknown,
): Promise<Answer> {
    return new Promise((resolve, reject) => {
        send((error, answer) => {
            if (error === null) {
                resolve(answer);
            } else {
                reject(error);
            }
        });
    });
}

describe("policy-pack/bin/index.js", () => {
    let pack: ChildProcess | undefined;
    let client: AnalyzerClient;

    before("starts the pack as the engine does, if it is built", async function () {
        if (!existsSync(BUNDLE)) {
            this.skip();
        }
        pack = spawn(process.execPath, [RUNNER, "127.0.0.1:0", "."], { cwd: PACK });
        const [port] = (await once(pack.stdout ?? pack, "data")) as [Buffer];
        client = new AnalyzerClient(
            `127.0.0.1:${port.toString().trim()}`,
            grpc.credentials.createInsecure(),
        );
    });

    after(() => {
        if (pack !== undefined) {
            client.close();
            pack.kill();
        }
    });

    it("offers every policy", async () => {
        const info = await ask<proto.AnalyzerInfo>((callback) =>
            client.getAnalyzerInfo(new Empty(), callback),
        );
        assert.equal(info.getName(), "eks-privatelink");
        assert.deepEqual(
            info.getPoliciesList().map((policy) => policy.getName()),
            policies.map(({ name }) => name),
        );
    });

    it("judges a resource", async () => {
        const { inputs } = endpoint({ ipAddressType: "ipv5" });
        const request = new proto.AnalyzeRequest();
        request.setType(VPC_ENDPOINT);
        request.setUrn(`urn:pulumi:dev::test::${VPC_ENDPOINT}::eks`);
        request.setName("eks");
        request.setProperties(Struct.fromJavaScript(inputs as never));
        request.setOptions(new proto.AnalyzerResourceOptions());
        const answer = await ask<proto.AnalyzeResponse>((callback) =>
            client.analyze(request, callback),
        );
        assert.deepEqual(
            answer.getDiagnosticsList().map((diagnostic) => diagnostic.getPolicyname()),
            ["ip-address-type-consistent"],
        );
    });
});
