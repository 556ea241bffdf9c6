import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { Engine } from "../support/engine";

const URL = "https://oidc.eks.eu-west-1.amazonaws.com/id/ABC";
const INPUTS = { url: URL, clientIdLists: ["sts.amazonaws.com"] };

describe("an OpenID Connect provider", () => {
    it("has the issuer in its ARN, and shows the URL without its scheme as AWS does", async () => {
        const engine = new Engine();
        const kept = await engine.create("iam.OpenIdConnectProvider", INPUTS);
        const { arn, url } = kept.outputs;
        assert.equal(kept.id, arn);
        assert.equal(
            arn,
            "arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/ABC",
        );
        assert.equal(url, "oidc.eks.eu-west-1.amazonaws.com/id/ABC");
        assert.deepEqual(engine.diff(kept, INPUTS).differences, []);
        assert.deepEqual(engine.diff(kept, { ...INPUTS, url: `${URL}D` }).replaces, ["url"]);
    });

    it("is refused twice, and for an issuer without TLS", async () => {
        const engine = new Engine();
        const kept = await engine.create("iam.OpenIdConnectProvider", INPUTS);
        await assert.rejects(
            engine.create("iam.OpenIdConnectProvider", INPUTS),
            /EntityAlreadyExists: Provider with url https:\/\/oidc\S+ already exists\.$/,
        );
        await engine.delete(kept);
        await engine.create("iam.OpenIdConnectProvider", INPUTS);
        await assert.rejects(
            engine.create("iam.OpenIdConnectProvider", { ...INPUTS, url: "http://x" }),
            /^Error: url: expected "url" to have a url with schema of: "https", got http:\/\/x$/,
        );
    });
});
