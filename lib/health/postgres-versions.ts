/** Below this the schema does not load. */
export const oldestPostgres = 15;

/** Minor version, by major one, from which on no published security fault is known that matters here. */
export const safePostgres: Record<number, number> = { 15: 19, 16: 15, 17: 11, 18: 6 };
