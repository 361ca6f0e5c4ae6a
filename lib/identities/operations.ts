export * from "./link-operations";
export * from "./settle-operations";
