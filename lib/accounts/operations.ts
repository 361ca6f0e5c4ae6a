export * from "./account-operations";
export * from "./recovery-operations";
export * from "./session-operations";
export * from "./sign-in-operations";
export * from "./sign-up-operations";
