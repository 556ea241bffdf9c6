import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { type Properties, read, textOf } from "../../../simulated-aws/model/values";
import { resolve } from "../../../simulated-aws/packet/resolve";
import { endpointInputs, Engine, network } from "../support/engine";

async function withEndpoint(service = "eks", more: Properties = {}, dual = false) {
    const engine = new Engine();
    const vpc = dual ? { ipv6CidrBlock: "fd00:1::/56" } : {};
    const subnet = (index: number) =>
        dual ? { ipv6CidrBlock: `fd00:1:0:${index}::/64` } : ({} as Properties);
    const place = await network(engine, "ab", vpc, subnet);
    const endpoint = await engine.create("ec2.VpcEndpoint", endpointInputs(place, service, more));
    return { engine, place, endpoint, from: { vpcId: place.vpc.id } };
}

describe("resolve", () => {
    it("finds the endpoint behind its private names", async () => {
        const { engine, endpoint, from } = await withEndpoint();
        for (const name of ["eks.eu-west-1.amazonaws.com", "EKS.eu-west-1.api.aws."]) {
            assert.deepEqual(resolve(engine.world, from, name), {
                status: "private",
                addresses: ["10.0.0.4", "10.0.1.4"],
                endpointId: endpoint.id,
            });
        }
    });

    it("hides the names under eks.<region>.amazonaws.com", async () => {
        const { engine, from } = await withEndpoint();
        for (const name of ["oidc.eks", "eks-proxy.eks", "fips.eks"]) {
            assert.deepEqual(resolve(engine.world, from, `${name}.eu-west-1.amazonaws.com`), {
                status: "NXDOMAIN",
                addresses: [],
                zone: "eks.eu-west-1.amazonaws.com",
            });
        }
    });

    it("finds the OIDC host once its own endpoint is there", async () => {
        const { engine, place, from } = await withEndpoint();
        const oidc = await engine.create("ec2.VpcEndpoint", endpointInputs(place, "oidc-eks"));
        const answer = resolve(engine.world, from, "oidc.eks.eu-west-1.amazonaws.com");
        assert.equal(answer.status === "private" && answer.endpointId, oidc.id);
    });

    it("leaves names that no zone covers to the internet", async () => {
        const { engine, from } = await withEndpoint();
        for (const name of [
            "eks-auth.eu-west-1.api.aws",
            "eks.us-east-1.amazonaws.com",
            "example.com",
        ]) {
            assert.deepEqual(resolve(engine.world, from, name), {
                status: "public",
                addresses: [],
            });
        }
    });

    it("knows private names in the endpoint's own VPC only, and its own names everywhere", async () => {
        const { engine, endpoint } = await withEndpoint();
        const other = await network(engine, "");
        const from = { vpcId: other.vpc.id };
        assert.equal(resolve(engine.world, from, "eks.eu-west-1.amazonaws.com").status, "public");
        const [regional, zonal] = read(endpoint.outputs).records("dnsEntries");
        assert.deepEqual(resolve(engine.world, from, textOf(regional?.dnsName)).addresses, [
            "10.0.0.4",
            "10.0.1.4",
        ]);
        assert.deepEqual(resolve(engine.world, from, textOf(zonal?.dnsName)).addresses, [
            "10.0.0.4",
        ]);
    });

    it("stands for every name under a wildcard", async () => {
        const { engine, from } = await withEndpoint("ecr.dkr");
        const name = "111122223333.dkr.ecr.eu-west-1.amazonaws.com";
        assert.equal(resolve(engine.world, from, name).status, "private");
    });

    const records: [string, string, number, number][] = [
        ["dualstack", "eks.eu-west-1.amazonaws.com", 2, 2],
        ["ipv4", "eks.eu-west-1.api.aws", 2, 0],
        ["ipv6", "eks.eu-west-1.amazonaws.com", 0, 2],
        ["service-defined", "eks.eu-west-1.amazonaws.com", 2, 0],
        ["service-defined", "eks.eu-west-1.api.aws", 2, 2],
    ];
    for (const [dnsRecordIpType, name, a, aaaa] of records) {
        it(`gives ${name} ${a} A and ${aaaa} AAAA with ${dnsRecordIpType} records`, async () => {
            const more = { ipAddressType: "dualstack", dnsOptions: { dnsRecordIpType } };
            const { engine, from } = await withEndpoint("eks", more, true);
            const count = (type: "A" | "AAAA") =>
                resolve(engine.world, from, name, type).addresses.length;
            assert.deepEqual([count("A"), count("AAAA")], [a, aaaa]);
        });
    }

    it("gets no answer from the resolver of a VPC whose DNS support is off", async () => {
        const { engine, place, from } = await withEndpoint();
        await engine.update(place.vpc, { cidrBlock: "10.0.0.0/16", enableDnsSupport: false });
        assert.deepEqual(resolve(engine.world, from, "eks.eu-west-1.amazonaws.com"), {
            status: "unreachable",
            addresses: [],
            reason: `enableDnsSupport of ${place.vpc.id} is off, so its resolver does not answer`,
        });
    });
});
