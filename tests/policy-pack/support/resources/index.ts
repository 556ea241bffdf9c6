export * from "./clusters";
export * from "./common";
export * from "./endpoints";
export * from "./flowLogs";
export * from "./hostedZones";
export * from "./network";
export * from "./profiles";
export * from "./securityGroups";
