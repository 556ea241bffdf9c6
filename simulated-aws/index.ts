// What the scripts and tests of the repository use: what the package exports, and parts of the model.

export * from "./simulator";

export { mocks } from "./doors/mocks";
export type { MockOptions, MockStack } from "./doors/mocks";
export { engineHome } from "./engineHome";
export type { EngineHome, EngineHomeOptions } from "./engineHome";
export { installProvider } from "./install";
export { fromWire, toWire } from "./doors/wire";
export { functions } from "./invokes";
export { isModelled, resourceModel } from "./model/catalogue";
export { check } from "./model/check";
export { diff } from "./model/diff";
export { Provider } from "./model/provider";
export { UNKNOWN } from "./model/values";
export { authorize } from "./packet/authorize";
export type { EndpointRequest } from "./packet/authorize";
export { connect } from "./packet/connect";
export type { Connection } from "./packet/connect";
export { flowLogsCovering } from "./packet/flowLogsCovering";
export type { CoveringFlowLog } from "./packet/flowLogsCovering";
export { evaluatePolicy } from "./packet/policy/evaluate";
export type { Verdict } from "./packet/policy/evaluate";
export { resolve, resolveAt } from "./packet/resolve";
export type { Answer } from "./packet/resolve";
export { functionCalls, resourceCalls } from "./rights/calls";
export type {
    Call as ProviderCall,
    FunctionCalls,
    ResourceCalls,
    Source,
} from "./rights/providerCalls";
export { resources } from "./services";
export { createWorld, DEFAULT_ACCOUNT } from "./world/createWorld";
export { durationOf } from "./world/durations";
export { endpointServices, findEndpointService } from "./world/endpointServices";
export { readHistory } from "./world/history";
export { zonesOf } from "./world/regions";
export { fileStore, loadWorld, memoryStore, saveWorld } from "./world/store";
export type { WorldStore } from "./world/store";
export type { World } from "./world/types";
