import { BerthError } from "@/lib/errors";
import { decodeId } from "@/lib/ids";
import { uuid } from "./changes";
import { momentsOf, parseQuery, type Term } from "./query-rules";
import { actionWords, recordTypes, viaWords } from "./query-words";

/** A condition as `audit.condition` reads it. */
export type Condition = {
  on:
    | "person"
    | "actor"
    | "action"
    | "operation"
    | "type"
    | "record"
    | "name"
    | "address"
    | "via"
    | "request"
    | "words"
    | "from"
    | "until"
    | "within";
  not: boolean;
  values: string[];
};

type Asked = {
  q: string;
  action: string[];
  operation: string[];
  type: string[];
  via: string[];
  actor: string[];
  from: string;
  to: string;
};

/** What a list was asked for, in words and by filters. Throws `invalid` with every fault of the words. */
export function askedFor(asked: Asked, me: string | null): Condition[] {
  const { terms, faults } = parseQuery(asked.q);
  if (faults.length > 0)
    throw new BerthError("invalid", faults.join(" "), { reason: "bad_query", fields: { q: faults } });
  const filters: [Condition["on"], string[]][] = [
    ["action", asked.action],
    ["operation", asked.operation],
    ["type", asked.type],
    ["via", asked.via],
    ["person", asked.actor],
    ["from", asked.from ? [asked.from] : []],
    ["until", asked.to ? [next(asked.to)] : []],
  ];
  return [
    ...conditionsOf(terms, me),
    ...filters.filter(([, values]) => values.length > 0).map(([on, values]) => ({ on, not: false, values })),
  ];
}

/** A search as conditions that all hold. `me` is whom `actor:me` means. */
export function conditionsOf(terms: Term[], me: string | null): Condition[] {
  return terms.flatMap(({ key, not, values }): Condition[] => {
    const one = (on: Condition["on"], given: string[]) => [{ on, not, values: given }];
    switch (key) {
      case "actor":
        return alike(values, not, (value) => actorOf(value, me));
      case "record":
        return alike(values, not, recordOf);
      case "action":
        return alike(values, not, (value) =>
          value.includes(".") ? ["operation", [value]] : ["action", actionWords[value]?.values ?? []],
        );
      case "created":
        return timeOf(values[0] ?? "", not);
      case "ip":
        return one("address", values);
      case "via":
        return one(
          "via",
          values.flatMap((value) => viaWords[value]?.values ?? []),
        );
      case "request":
        return one("request", values);
      default:
        return one("words", values);
    }
  });
}

const leading = new Set<Condition["on"]>(["actor", "name", "address", "request", "words"]);

/** Whether a search over all organizations names something that few entries hold, as `guard.is_narrow` has it. */
export function isNarrow(terms: Term[]): boolean {
  return conditionsOf(terms, null).some(
    ({ on, not, values }) => !not && leading.has(on) && values.every((value) => value.replace(/\*+$/, "").length >= 3),
  );
}

type Meant = [on: Condition["on"], values: string[]];

/** Values that mean one kind of thing become one condition. Kinds cannot be mixed with "or": the first one decides. */
function alike(values: string[], not: boolean, meaning: (value: string) => Meant): Condition[] {
  const meant = values.map(meaning);
  const kinds = [...new Set(meant.map(([on]) => on))];
  const of = (on: Condition["on"]) => meant.flatMap(([kind, given]) => (kind === on ? given : []));
  const [kind] = kinds;
  if (kinds.length === 1 && kind) return [{ on: kind, not, values: of(kind) }];
  // "Neither of" holds for each kind by itself; "either of" is asked of the words, which hold them all.
  if (not) return kinds.map((on) => ({ on, not, values: of(on) }));
  return [{ on: "words", not, values }];
}

function actorOf(value: string, me: string | null): Meant {
  if (value.toLowerCase() === "me" && me) return ["person", [me]];
  const id = decodeId("usr", value) ?? (uuid.test(value) ? value : undefined);
  return id ? ["person", [id]] : ["actor", [value]];
}

function recordOf(value: string): Meant {
  const word = value.toLowerCase();
  const type =
    recordTypes[word] ??
    recordTypes[word.replace(/s$/, "")] ??
    Object.values(recordTypes).find((each) => each === word);
  if (type) return ["type", [type]];
  const prefix = /^([a-z]{2,5})_[0-9a-z]{26}$/.exec(word)?.[1];
  const id = (prefix && decodeId(prefix, word)) || (uuid.test(word) ? word : undefined);
  return id ? ["record", [id]] : ["name", [value]];
}

/** Times in the organization's zone; an end takes its whole day or minute in. */
function timeOf(value: string, not: boolean): Condition[] {
  const { from, after, until, before } = momentsOf(value) ?? {};
  const begin = from ?? (after && next(after));
  const end = before ?? (until && next(until));
  if (begin && end) return [{ on: "within", not, values: [begin, end] }];
  if (begin) return [{ on: "from", not, values: [begin] }];
  return end ? [{ on: "until", not, values: [end] }] : [];
}

/** The day or minute after. */
export function next(moment: string): string {
  const step = moment.length === 10 ? 86_400_000 : 60_000;
  const at = new Date(`${moment.length === 10 ? `${moment}T00:00` : moment}:00Z`).getTime() + step;
  return new Date(at).toISOString().slice(0, moment.length === 10 ? 10 : 16);
}
