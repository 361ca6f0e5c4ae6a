import { sessionCookie } from "@/lib/access/cookies";
import { answerApi } from "@/lib/api/api";
import { request as requestInfo } from "./world";

export type Call = {
  method?: string;
  /** Below `/api/v1`. */
  path: string;
  /** Slug of the organization's host; without one the bare API address. */
  slug?: string;
  root?: boolean;
  key?: string;
  session?: string;
  origin?: string | null;
  headers?: Record<string, string>;
  body?: unknown;
};

// biome-ignore lint/suspicious/noExplicitAny: an answer is whatever the test says it is
export type ApiAnswer = { status: number; headers: Headers; text: string; body: any };

/** Calls the REST door in process, with the headers that the Node entry sets. */
export async function callApi(call: Call): Promise<ApiAnswer> {
  const host = call.root ? "berth.localhost:3000" : call.slug ? `${call.slug}.berth.localhost:3000` : "localhost:3000";
  const { id, address } = requestInfo();
  const method = call.method ?? "GET";
  const headers = new Headers({ "x-berth-host": host, "x-berth-address": address, "x-request-id": id });
  if (call.key) headers.set("authorization", `Token ${call.key}`);
  if (call.session) {
    headers.set("cookie", `${sessionCookie}=${call.session}`);
    if (method !== "GET" && call.origin !== null) headers.set("origin", call.origin ?? `http://${host}`);
  }
  const body = typeof call.body === "string" || call.body === undefined ? call.body : JSON.stringify(call.body);
  if (body !== undefined) headers.set("content-type", "application/json");
  for (const [name, value] of Object.entries(call.headers ?? {})) headers.set(name, value);
  const request = new Request(`http://${host}/api/v1${call.path}`, { method, headers, body: body ?? null });
  const response = await answerApi(request);
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: text === "" ? undefined : JSON.parse(text) };
}
