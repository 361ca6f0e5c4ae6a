import type { Reader } from "./reader";

/** What answers one field: its object, its arguments and who asks. */
export type Resolve = (source: never, args: never, reader: Reader) => unknown;

/** Resolvers by type and field. Fields without one are read from the object. */
export type Resolvers = Record<string, Record<string, Resolve>>;

/** The whole input of a change, as every mutation of this interface takes it. */
export type Input<Fields> = { input: Fields };

/** A nullable field of an input: given, given as null, or left out. */
export type Maybe<Value> = Value | null | undefined;
