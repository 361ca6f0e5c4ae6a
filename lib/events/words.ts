import type { EventView } from "./schema";

const names = ["reference", "label", "name", "email", "key", "operation"];

/** By what people know the record of an event; null where they may not see it. */
export function recordName({ data }: Pick<EventView, "data">): string | null {
  if (data === null) return null;
  const held = names.map((name) => data[name]).find((value) => typeof value === "string" && value !== "");
  const id = typeof data.id === "string" ? data.id : null;
  return typeof held === "string" ? held : id;
}

/** As it is sent and shown. */
export function asJson(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
