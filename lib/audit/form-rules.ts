import { momentsOf, parseQuery, type Term, writeQuery } from "./query-rules";

/** The fields of the form; each is one part of the query. */
export type QueryFields = Record<"words" | "actor" | "action" | "record" | "via" | "from" | "until" | "ip", string>;

const one = ["actor", "action", "record", "via", "ip"] as const;

/** What the form shows of a query. What it has no field for stays in the query as it is. */
export function fieldsOf(text: string): QueryFields {
  const { terms } = parseQuery(text);
  const value = (key: Term["key"]) => terms.find((term) => inForm(term) && term.key === key)?.values[0] ?? "";
  const { from = "", until = "" } = momentsOf(value("created")) ?? {};
  return {
    words: terms.flatMap((term) => (inForm(term) && term.key === "text" ? term.values : [])).join(" "),
    ...(Object.fromEntries(one.map((key) => [key, value(key)])) as Pick<QueryFields, (typeof one)[number]>), // these keys
    from: from.slice(0, 10),
    until: until.slice(0, 10),
  };
}

/** The query that says what the form holds, with all that the form has no field for. */
export function queryOf(fields: QueryFields, present: string): string {
  const kept = parseQuery(present).terms.filter((term) => !inForm(term));
  const { from, until } = fields;
  const created = from && until ? `${from}..${until}` : from ? `>=${from}` : until ? `<=${until}` : "";
  const terms: Term[] = [
    ...one.filter((key) => fields[key].trim()).map((key): Term => ({ key, not: false, values: [fields[key].trim()] })),
    ...(created ? [{ key: "created" as const, not: false, values: [created] }] : []),
    ...fields.words
      .split(/\s+/)
      .filter(Boolean)
      .map((word): Term => ({ key: "text", not: false, values: [word] })),
  ];
  return writeQuery([...terms, ...kept]);
}

/** Whether the form can show it: not turned around, one value, and a time that has two ends or one that is included. */
function inForm({ key, not, values }: Term): boolean {
  if (not || values.length !== 1 || key === "request") return false;
  if (key !== "created") return key !== "text" || !/\s/.test(values[0] ?? "");
  const { from, until, after, before } = momentsOf(values[0] ?? "") ?? {};
  return !after && !before && [from, until].every((moment) => !moment || moment.length === 10);
}
