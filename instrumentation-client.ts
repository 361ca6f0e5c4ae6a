// The policy of pages forbids code made from text. zod asks whether it may, and browsers report that as an attack: it is told
// before any schema is made.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
