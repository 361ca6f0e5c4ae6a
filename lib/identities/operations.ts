export * from "./keep-operations";
export * from "./link-operations";
export * from "./settle-operations";
