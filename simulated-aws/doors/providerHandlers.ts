import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";

import { isModelled, isModelledFunction, resourceModel } from "../model/catalogue";
import { check } from "../model/check";
import { demandKnownFaults } from "../model/checkFaults";
import { diff } from "../model/diff";
import { EngineKilled, WaitFailed } from "../model/lateFaults";
import { Provider } from "../model/provider";
import { PROVIDER_VERSION, pulumiSchema } from "../model/pulumiSchema";
import { isKnown, type Properties } from "../model/values";
import type { durationOf } from "../world/durations";
import type { WorldStore } from "../world/store";
import { checkFailure, diffResponse } from "./answers";
import { providerConfig } from "./config";
import { initFailed } from "./initFailed";
import { killEngine } from "./killEngine";
import { fromWire, type Received, type Secrets, toWire } from "./wire";

/** Waits for as long as AWS takes over a call on the resource of an ID. */
export type Pace = (
    token: string,
    operation: Parameters<typeof durationOf>[1],
    id: string,
) => Promise<void>;

/** One function per call of the provider protocol; each returns its answer or throws. */
export function providerHandlers(
    store: WorldStore,
    onUnmodelled: (token: string) => void,
    pace: Pace,
) {
    let provider: Provider | undefined;
    const configured = (): Provider => {
        if (provider === undefined) {
            throw new Error("the provider has not been configured");
        }
        return provider;
    };

    return {
        handshake: () =>
            new proto.ProviderHandshakeResponse().setAcceptSecrets(true).setAcceptOutputs(false),
        getPluginInfo: () => new PluginInfo().setVersion(PROVIDER_VERSION),
        getSchema: () => new proto.GetSchemaResponse().setSchema(JSON.stringify(pulumiSchema())),
        attach: () => new Empty(),
        cancel: () => new Empty(),
        checkConfig: (request: proto.CheckRequest) =>
            new proto.CheckResponse().setInputs(request.getNews()),
        diffConfig: (request: proto.DiffRequest) => diffConfig(request),
        configure(request: proto.ConfigureRequest) {
            const variables = Object.fromEntries(
                request
                    .getVariablesMap()
                    .getEntryList()
                    .map(([key, value]) => [key.replace(/^aws:config:/, ""), value]),
            );
            const { value } = received(request.getArgs());
            // Said once here, a world that cannot be used is not said by every call.
            store.read(({ faults }) => {
                demandKnownFaults(faults);
            });
            provider = new Provider(store, providerConfig({ ...variables, ...value }));
            return new proto.ConfigureResponse()
                .setAcceptsecrets(true)
                .setSupportspreview(true)
                .setAcceptoutputs(false)
                .setAcceptresources(false);
        },
        check(request: proto.CheckRequest) {
            const { value: news, secrets } = received(request.getNews());
            const urn = request.getUrn();
            if (!isModelled(typeOf(urn))) {
                onUnmodelled(typeOf(urn));
            }
            const result = check(resourceModel(typeOf(urn)), news, {
                name: nameOf(urn),
                seed: Buffer.from(request.getRandomseed_asU8()).toString("hex") || urn,
                oldInputs: received(request.getOlds()).value,
            });
            return new proto.CheckResponse()
                .setInputs(struct(result.inputs, secrets))
                .setFailuresList(result.failures.map(checkFailure));
        },
        diff(request: proto.DiffRequest) {
            const olds = received(request.getOlds()).value;
            const news = received(request.getNews()).value;
            const oldInputs = received(request.getOldInputs()).value;
            const model = resourceModel(typeOf(request.getUrn()));
            return diffResponse(
                diff(model, olds, oldInputs, withIgnored(request, oldInputs, news)),
            );
        },
        async create(request: proto.CreateRequest) {
            const { value, secrets } = received(request.getProperties());
            const type = typeOf(request.getUrn());
            const name = nameOf(request.getUrn());
            const made = await awaited({ value, secrets }, () =>
                configured().create(type, value, request.getPreview(), name),
            );
            if (!request.getPreview()) {
                await pace(type, "create", made.id);
            }
            return new proto.CreateResponse()
                .setId(made.id)
                .setProperties(struct(made.outputs, secrets));
        },
        read(request: proto.ReadRequest) {
            const state = received(request.getProperties());
            const inputs = received(request.getInputs());
            const type = typeOf(request.getUrn());
            const found = configured().read(type, request.getId(), state.value, inputs.value);
            if (found === undefined) {
                return new proto.ReadResponse().setId("");
            }
            return new proto.ReadResponse()
                .setId(request.getId())
                .setProperties(struct(found.state, state.secrets))
                .setInputs(struct(found.inputs, inputs.secrets));
        },
        async update(request: proto.UpdateRequest) {
            const { value: news, secrets } = received(request.getNews());
            const olds = received(request.getOlds()).value;
            const outputs = await awaited({ value: news, secrets }, () =>
                configured().update(
                    typeOf(request.getUrn()),
                    request.getId(),
                    olds,
                    received(request.getOldInputs()).value,
                    withIgnored(request, olds, news),
                    request.getPreview(),
                    nameOf(request.getUrn()),
                ),
            );
            if (!request.getPreview()) {
                await pace(typeOf(request.getUrn()), "update", request.getId());
            }
            return new proto.UpdateResponse().setProperties(struct(outputs, secrets));
        },
        async delete(request: proto.DeleteRequest) {
            const state = received(request.getProperties()).value;
            const urn = request.getUrn();
            await awaited({ value: state, secrets: {} }, () =>
                configured().delete(typeOf(urn), request.getId(), state, nameOf(urn)),
            );
            await pace(typeOf(urn), "delete", request.getId());
            return new Empty();
        },
        async invoke(request: proto.InvokeRequest) {
            const { value, secrets } = received(request.getArgs());
            if (!isModelledFunction(request.getTok())) {
                onUnmodelled(request.getTok());
            }
            const answer = await configured().invoke(request.getTok(), value);
            return new proto.InvokeResponse().setReturn(struct(answer, secrets));
        },
    };
}

function diffConfig(request: proto.DiffRequest): proto.DiffResponse {
    const olds = received(request.getOldInputs()).value;
    const news = received(request.getNews()).value;
    const isSame = JSON.stringify(olds) === JSON.stringify(news) && isKnown(news);
    const { DIFF_NONE, DIFF_SOME } = proto.DiffResponse.DiffChanges;
    return new proto.DiffResponse().setChanges(isSame ? DIFF_NONE : DIFF_SOME);
}

/** The engine asks the provider to look away from changes of these properties. */
function withIgnored(
    request: proto.DiffRequest | proto.UpdateRequest,
    olds: Properties,
    news: Properties,
): Properties {
    const ignored = request.getIgnorechangesList().filter((path) => path in olds);
    return { ...news, ...Object.fromEntries(ignored.map((path) => [path, olds[path]])) };
}

function typeOf(urn: string): string {
    return urn.split("::")[2]?.split("$").at(-1) ?? "";
}

function nameOf(urn: string): string {
    return urn.split("::").at(-1) ?? "";
}

/** Waits for a step; what is there although the wait for it failed goes to the engine with the error. */
async function awaited<T>({ value, secrets }: Received, step: () => Promise<T>): Promise<T> {
    try {
        return await step();
    } catch (error) {
        if (error instanceof EngineKilled) {
            await killEngine();
        }
        if (!(error instanceof WaitFailed) || error.acted.outputs === undefined) {
            throw error;
        }
        const { id, outputs } = error.acted;
        throw Object.assign(
            error,
            initFailed(error.message, id, struct(outputs, secrets), struct(value, secrets)),
        );
    }
}

function received(sent: Struct | undefined): Received {
    return fromWire(sent?.toJavaScript());
}

function struct(properties: Properties, secrets: Secrets): Struct {
    return Struct.fromJavaScript(
        toWire(properties, secrets) as Parameters<typeof Struct.fromJavaScript>[0],
    );
}
