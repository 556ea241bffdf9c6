export * from "./app/app";
