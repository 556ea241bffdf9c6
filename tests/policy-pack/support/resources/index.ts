export * from "./common";
export * from "./endpoints";
export * from "./flowLogs";
export * from "./network";
export * from "./securityGroups";
