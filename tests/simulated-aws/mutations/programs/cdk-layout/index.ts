export * from "./bin/app";
