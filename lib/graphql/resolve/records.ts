import type { Handle } from "@/lib/access/handle";
import { requireMode } from "@/lib/access/mode";
import type { Resource, Row } from "@/lib/resource/declaration";
import { payload } from "../faults";
import { connection, refuseOthers, type Window, windowOf } from "../pages";
import type { Reader } from "../reader";
import type { Input, Maybe, Resolve, Resolvers } from "../resolvers";
import type { Organization } from "./organizations";

type Filter = Window & Record<string, unknown>;

/** A declared resource, as clients of this interface know it. */
export type Known = {
  resource: Resource;
  one: string;
  many: string;
  read: (row: Row) => object;
  /** What a filter may hold beside `offset` and `first`, and how our list calls it. */
  filter?: { names: string[]; input: (filter: Filter) => Row; told: Record<string, string> };
  /** What changes take: its name in payloads, our input of theirs, and theirs of our fields for faults. */
  write?: { payload: string; input: (given: Row, isNew: boolean) => Row; names: Record<string, string> };
};

/** Root fields, fields of an organization and changes of one resource. */
export function recordResolvers(known: Known): Resolvers {
  const { resource, one, many, read } = known;
  const { operations } = resource;
  const inputOf = (filter: Filter): Row => {
    refuseOthers(filter, ["offset", "first", ...(known.filter?.names ?? [])]);
    return known.filter?.input(filter) ?? {};
  };
  const listed = async (reader: Reader, at: Handle, filter: Filter) => {
    const found = await windowOf(reader, at, operations.list, {
      ...{ input: inputOf(filter), window: filter, names: known.filter?.told ?? {} },
    });
    return { ...found, items: found.items.map((row: Row) => shown(read(row), row)) };
  };
  return {
    Query: {
      [one]: async (_: unknown, { id }: { id: string }, reader: Reader) => {
        const row = await reader.run(reader.here(), operations.find, { id });
        return shown(read(row), row);
      },
      [many]: async (_: unknown, { filter }: { filter?: Maybe<Filter> }, reader: Reader) => {
        const at = reader.here();
        const input = inputOf(filter ?? {});
        return connection(
          await listed(reader, at, filter ?? {}),
          async () => (await at.run(operations.count, input)).count,
        );
      },
    },
    OrganizationType: {
      [many]: async ({ at }: Organization, { filter }: { filter?: Maybe<Filter> }, reader: Reader) =>
        (await listed(reader, await at(), filter ?? {})).items,
    },
    Mutation: changesOf(known),
  };
}

/** What every record has beside its own fields. */
function shown(own: object, { id, createdAt, updatedAt }: Row) {
  return {
    id,
    created: createdAt,
    created_at: createdAt,
    updated_at: updatedAt,
    status: "active",
    metadata: {},
    ...own,
  };
}

/** A record is of the request's mode: what an input says of it can only agree. */
function ofMode(reader: Reader, { test_mode: given, ...input }: Row): Row {
  requireMode(reader.here(), given, "test_mode");
  return input;
}

function changesOf({ resource, one, read, write }: Known): Record<string, Resolve> {
  if (!write) return {};
  const { operations } = resource;
  return {
    [`create_${one}`]: (_: unknown, { input }: Input<Row>, reader: Reader) =>
      payload(async () => {
        const row = await reader.run(reader.here(), operations.create, write.input(ofMode(reader, input), true));
        return { [write.payload]: shown(read(row), row) };
      }, write.names),
    [`update_${one}`]: (_: unknown, { input }: Input<Row>, reader: Reader) =>
      payload(async () => {
        const { id, ...given } = input;
        const values = write.input(ofMode(reader, given), false);
        const row = await reader.run(reader.here(), operations.update, { id, ...values });
        return { [write.payload]: shown(read(row), row) };
      }, write.names),
    [`delete_${one}`]: (_: unknown, { input }: Input<{ id: string }>, reader: Reader) =>
      payload(async () => {
        const { id } = await reader.run(reader.here(), operations.remove, { id: input.id });
        return { id };
      }),
  };
}
