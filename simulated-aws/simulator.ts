// What the package exports: `simulate`, and the types of what it takes and gives.

export type { Context } from "./packet/policy/document";
export type { RecordType } from "./packet/privateZone";
export type { Program, ProgramConfig, Values } from "./programs/program";
export { simulate } from "./programs/simulate";
export type { RunOptions, SimulateOptions, Simulation, Vpc } from "./programs/simulate";
export type { Call, Client, ClientOptions } from "./questions/client";
export type { Nodes } from "./questions/nodeGroup";
export type { Outcome, Resolution } from "./questions/outcome";
export type { WorldOptions } from "./world/createWorld";
export type { EndpointService, EndpointServiceOverrides } from "./world/endpointServices";
export type { Fault, FaultKind } from "./world/faults";
export type { Account, Route } from "./world/types";
