import * as assert from "node:assert/strict";

import * as grpc from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { after, before, describe, it } from "mocha";

import { type Served, serveProvider } from "../../../simulated-aws/doors/grpc";
import { createWorld } from "../../../simulated-aws/world/createWorld";
import { memoryStore } from "../../../simulated-aws/world/store";

const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";

type Fields = Parameters<typeof Struct.fromJavaScript>[0];
const struct = (fields: Fields) => Struct.fromJavaScript(fields);
const secret = (value: string) => ({ [SIGNATURE]: SECRET, value });
const urn = (type: string, name = "x") => `urn:pulumi:dev::p::my:index:Thing$${type}::${name}`;
const VPC = urn("aws:ec2/vpc:Vpc");

describe("the provider over gRPC", () => {
    let client: grpc.Client;
    let served: Served;
    const world = createWorld();
    const paced: string[] = [];

    const call = <Request, Response>(
        method: grpc.MethodDefinition<Request, Response>,
        request: Request,
    ) =>
        new Promise<Response>((resolve, reject) => {
            const { path, requestSerialize, responseDeserialize } = method;
            const done = (error: grpc.ServiceError | null, response?: Response) => {
                if (response === undefined) {
                    reject(new Error(error?.details));
                } else {
                    resolve(response);
                }
            };
            client.makeUnaryRequest(path, requestSerialize, responseDeserialize, request, done);
        });

    before(async () => {
        const pace = (token: string, operation: string) => {
            paced.push(`${operation} ${token}`);
            return Promise.resolve();
        };
        served = await serveProvider(memoryStore(world), undefined, pace);
        client = new grpc.Client(`127.0.0.1:${served.port}`, grpc.credentials.createInsecure());
        const args = struct({
            region: "eu-west-1",
            assumeRoles: `[{"roleArn":"arn:aws:iam::444455556666:role/x"}]`,
        });
        const answer = await call(
            ResourceProviderService.configure,
            new proto.ConfigureRequest().setArgs(args),
        );
        assert.deepEqual(
            [answer.getAcceptsecrets(), answer.getSupportspreview(), answer.getAcceptoutputs()],
            [true, true, false],
        );
    });
    after(() => {
        client.close();
        served.stop();
    });

    const create = async (type: string, fields: Fields, preview = false) => {
        const request = new proto.CreateRequest()
            .setUrn(type)
            .setProperties(struct(fields))
            .setPreview(preview);
        const response = await call(ResourceProviderService.create, request);
        return { id: response.getId(), properties: response.getProperties()?.toJavaScript() ?? {} };
    };

    it("takes its account from the role that it assumes", async () => {
        const request = new proto.InvokeRequest()
            .setTok("aws:index/getCallerIdentity:getCallerIdentity")
            .setArgs(struct({}));
        const answer = await call(ResourceProviderService.invoke, request);
        assert.equal(answer.getReturn()?.toJavaScript().accountId, "444455556666");
    });

    it("fills in defaults and lists them", async () => {
        const request = new proto.CheckRequest()
            .setUrn(VPC)
            .setNews(struct({ cidrBlock: "10.0.0.0/16" }));
        const answer = await call(ResourceProviderService.check, request);
        assert.deepEqual(answer.getInputs()?.toJavaScript(), {
            cidrBlock: "10.0.0.0/16",
            enableDnsSupport: true,
            instanceTenancy: "default",
            __defaults: ["enableDnsSupport", "instanceTenancy"],
        });
    });

    it("lists what is wrong with inputs by property", async () => {
        const request = new proto.CheckRequest()
            .setUrn(VPC)
            .setNews(struct({ cidrBlock: "10.0.0.0", other: 1 }));
        const answer = await call(ResourceProviderService.check, request);
        assert.deepEqual(
            answer.getFailuresList().map((failure) => [failure.getProperty(), failure.getReason()]),
            [
                ["other", "Invalid or unknown key"],
                ["cidrBlock", `"10.0.0.0" is not a valid IPv4 CIDR block`],
            ],
        );
    });

    it("passes unknown values through a check", async () => {
        const request = new proto.CheckRequest()
            .setUrn(VPC)
            .setNews(struct({ cidrBlock: UNKNOWN }));
        const answer = await call(ResourceProviderService.check, request);
        assert.equal(answer.getInputs()?.toJavaScript().cidrBlock, UNKNOWN);
        assert.deepEqual(answer.getFailuresList(), []);
    });

    it("creates nothing in a preview and answers unknown", async () => {
        const { id, properties } = await create(VPC, { cidrBlock: "10.0.0.0/16" }, true);
        assert.deepEqual([id, properties.arn, properties.cidrBlock], ["", UNKNOWN, "10.0.0.0/16"]);
        assert.deepEqual(world.objects.vpcs, {});
    });

    it("keeps secrets of inputs in outputs, also inside maps", async () => {
        const inputs = {
            cidrBlock: secret("10.0.0.0/16"),
            tags: { plain: "a", hidden: secret("b") },
        };
        const { properties } = await create(VPC, inputs);
        assert.deepEqual(properties.cidrBlock, secret("10.0.0.0/16"));
        assert.deepEqual(properties.tags, { plain: "a", hidden: secret("b") });
        assert.equal(typeof properties.arn, "string");
    });

    it("tells a replacement from a change in place, path by path", async () => {
        const { id, properties } = await create(VPC, {
            cidrBlock: "10.3.0.0/16",
            tags: { a: "1" },
        });
        const request = new proto.DiffRequest()
            .setId(id)
            .setUrn(VPC)
            .setOlds(struct(properties))
            .setOldInputs(struct({ cidrBlock: "10.3.0.0/16", tags: { a: "1" } }))
            .setNews(
                struct({
                    cidrBlock: UNKNOWN,
                    enableDnsSupport: true,
                    instanceTenancy: "default",
                    tags: { a: "2", b: "3" },
                }),
            );
        const answer = await call(ResourceProviderService.diff, request);
        const kinds = answer
            .getDetaileddiffMap()
            .getEntryList()
            .map(([path]) => path);
        assert.deepEqual(kinds.sort(), ["cidrBlock", "tags.a", "tags.b"]);
        assert.deepEqual(answer.getReplacesList(), ["cidrBlock"]);
    });

    it("reads what exists, and answers without an ID for what does not", async () => {
        const { id } = await create(VPC, { cidrBlock: "10.4.0.0/16" });
        const read = (wanted: string) =>
            call(ResourceProviderService.read, new proto.ReadRequest().setUrn(VPC).setId(wanted));
        const found = await read(id);
        assert.equal(found.getInputs()?.toJavaScript().cidrBlock, "10.4.0.0/16");
        assert.equal((await read("vpc-none")).getId(), "");
    });

    it("hands AWS's error on in its own words", () =>
        assert.rejects(
            create(urn("aws:ec2/subnet:Subnet"), { vpcId: "vpc-none", cidrBlock: "10.0.0.0/24" }),
            {
                message:
                    "operation error EC2: CreateSubnet, api error InvalidVpcID.NotFound: The vpc ID 'vpc-none' does not exist",
            },
        ));

    it("takes time over what is created, updated and deleted, and none in a preview", async () => {
        paced.length = 0;
        await create(VPC, { cidrBlock: "10.8.0.0/16" }, true);
        assert.deepEqual(paced, []);
        const { id } = await create(VPC, { cidrBlock: "10.8.0.0/16" });
        const properties = struct({ cidrBlock: "10.8.0.0/16" });
        const update = new proto.UpdateRequest()
            .setUrn(VPC)
            .setId(id)
            .setOlds(properties)
            .setOldInputs(properties)
            .setNews(struct({ cidrBlock: "10.8.0.0/16", tags: { a: "b" } }));
        await call(ResourceProviderService.update, update.clone().setPreview(true));
        await call(ResourceProviderService.update, update);
        const removal = new proto.DeleteRequest().setUrn(VPC).setId(id).setProperties(properties);
        await call(ResourceProviderService.delete, removal);
        assert.deepEqual(
            paced,
            ["create", "update", "delete"].map((operation) => `${operation} aws:ec2/vpc:Vpc`),
        );
    });

    it("names a type that nobody declares", () =>
        assert.rejects(create(urn("aws:ec2/instances:Instances"), {}), {
            message:
                /^there is no resource type aws:ec2\/instances:Instances, .* is it misspelt\?$/,
        }));

    it("lets a type pass that is only declared", async () => {
        const { id } = await create(urn("aws:ec2/instance:Instance"), { ami: "ami-1" });
        assert.match(id, /^i-/);
    });

    it("describes every type and function in its schema", async () => {
        const answer = await call(ResourceProviderService.getSchema, new proto.GetSchemaRequest());
        const schema = JSON.parse(answer.getSchema()) as {
            resources: { [token: string]: { inputProperties: { [name: string]: unknown } } };
            types: { [token: string]: { properties: { [name: string]: unknown } } };
        };
        const endpoint = schema.resources["aws:ec2/vpcEndpoint:VpcEndpoint"];
        const { $ref } = endpoint?.inputProperties.dnsOptions as { $ref: string };
        assert.ok(
            "dnsRecordIpType" in (schema.types[$ref.replace("#/types/", "")]?.properties ?? {}),
        );
    });
});
