export type Reader = { email: string; organizations: { id: string; name: string; keys: string }[] };
