import { BerthError } from "@/lib/errors";
import { findLog, findLogByNumber, listLogs } from "@/lib/logs/operations";
import type { LogDetail, LogLine } from "@/lib/logs/schema";
import { refuseField } from "../faults";
import { connection, refuseOthers, type Window, windowOf } from "../pages";
import type { Reader } from "../reader";
import type { Maybe, Resolvers } from "../resolvers";

type Filter = Window & {
  query?: Maybe<string>;
  api_endpoint?: Maybe<string>;
  remote_addr?: Maybe<string>;
  date_after?: Maybe<string>;
  date_before?: Maybe<string>;
  entity_id?: Maybe<string>;
  method?: Maybe<string[]>;
  status?: Maybe<string>;
  status_code?: Maybe<number[]>;
  request_id?: Maybe<string>;
};

export const logResolvers: Resolvers = {
  Query: {
    log: async (_: unknown, { id }: { id: number }, reader) => {
      if (id < 1) throw new BerthError("not_found", "There is no such call.");
      const found = await reader.run(reader.here(), findLogByNumber, { number: id });
      return { ...asLog(found), ...carried(found) };
    },
    logs: async (_: unknown, { filter }: { filter?: Maybe<Filter> }, reader) => {
      const window = filter ?? {};
      const found = await windowOf(reader, reader.here(), listLogs, { input: inputOf(window), window, names });
      const known = found.offset + found.items.length + (found.more ? 1 : 0);
      return connection({ ...found, items: found.items.map(asLog) }, () => known);
    },
  },
  LogType: {
    data: (line: Shown, _: unknown, reader) => line.data ?? detailOf(line, reader).then(({ data }) => data),
    response: (line: Shown, _: unknown, reader) => line.response ?? detailOf(line, reader).then((of) => of.response),
    query_params: (line: Shown, _: unknown, reader) =>
      line.query_params ?? detailOf(line, reader).then((of) => of.query_params),
    host: (line: Shown, _: unknown, reader) => line.host ?? detailOf(line, reader).then(({ host }) => host),
    entity_id: (line: Shown, _: unknown, reader) => line.entity_id ?? detailOf(line, reader).then((of) => of.entity_id),
  },
};

type Shown = ReturnType<typeof asLog> & Partial<ReturnType<typeof carried>>;

function detailOf({ log_id: id }: Shown, reader: Reader) {
  const at = reader.here();
  return reader.once(at, `log ${id}`, async () => carried(await reader.run(at, findLog, { id })));
}

/** How filters call what our list does. */
const names = {
  ...{ q: "query", path: "api_endpoint", address: "remote_addr", from: "date_after", to: "date_before" },
  ...{ entity: "entity_id", "method.*": "method.*", errors: "status", "status.*": "status_code.*" },
  request: "request_id",
};

function inputOf(filter: Filter): Record<string, unknown> {
  const {
    query,
    api_endpoint,
    remote_addr,
    date_after,
    date_before,
    entity_id,
    method,
    status,
    status_code,
    request_id,
  } = filter;
  refuseOthers(filter, [
    ...["offset", "first", "query", "api_endpoint", "remote_addr", "date_after", "date_before", "entity_id"],
    ...["method", "status", "status_code", "request_id"],
  ]);
  if (status && status !== "succeeded" && status !== "failed") throw refuseField("status", "succeeded or failed.");
  const codes = (status_code ?? []).map(String);
  return {
    ...(query ? { q: query } : {}),
    ...(api_endpoint ? { path: api_endpoint } : {}),
    ...(remote_addr ? { address: remote_addr } : {}),
    ...(date_after ? { from: date_after } : {}),
    ...(date_before ? { to: date_before } : {}),
    ...(entity_id ? { entity: entity_id } : {}),
    ...(method && method.length > 0 ? { method } : {}),
    ...(status ? { errors: status === "failed" ? "only" : "none" } : {}),
    ...(codes.length > 0 ? { status: codes } : {}),
    ...(request_id ? { request: request_id } : {}),
  };
}

function asLog(line: LogLine) {
  return {
    object_type: "log",
    id: line.number,
    log_id: line.id,
    user: null,
    caller: line.caller.name,
    requested_at: line.at,
    created: line.at,
    created_at: line.at,
    response_ms: line.milliseconds,
    path: line.path,
    remote_addr: line.address,
    method: line.method,
    status_code: line.status,
    status: line.status >= 400 || line.error ? "failed" : "succeeded",
    test_mode: line.testMode,
    request_id: line.requestId,
    records: [],
  };
}

function carried({ request, response, query, host, entities }: LogDetail) {
  return {
    data: bodyOf(request.text),
    response: bodyOf(response.text),
    query_params: Object.fromEntries(new URLSearchParams(query)),
    host,
    entity_id: entities[0] ?? null,
  };
}

/** JSON as what it says; what was cut, as its text. */
function bodyOf(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
