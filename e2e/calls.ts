import { request as send } from "node:http";
import { encodeId } from "@/lib/ids";
import { newApiKey } from "@/lib/keys/key-format";
import { guard, type Organization, rootHost } from "./world";

export type Key = { id: string; key: string; label: string };

type KeyOf = { label?: string; mode?: "live" | "test"; maker?: string };

/** A key that may do all that its maker may: the owner, unless the id of another person is given. */
export async function makeKey({ id, slug, owner }: Organization, given: KeyOf = {}): Promise<Key> {
  const { label = "Web shop", mode = "live", maker = owner.userId } = given;
  const key = newApiKey(slug, mode);
  const [made] = await guard()<{ id: string }[]>`
    select guard.insert_key(${id}, m.id, ${label}, ${key}, guard.live_rights(${id}, m.id), null) as id
    from public.memberships m where m.organization_id = ${id} and m.user_id = ${maker}`;
  return { id: encodeId("apk", made?.id ?? ""), key, label };
}

type Call = { key: string; method?: string; path: string; body?: object; headers?: Record<string, string> };
// biome-ignore lint/suspicious/noExplicitAny: what the API answers is read by the test that asked
type Answer = { status: number; body: any };

/** A call of the API at the organization's address. */
export function call({ slug }: Organization, { key, method = "GET", path, body, headers }: Call): Promise<Answer> {
  const port = Number(rootHost.split(":")[1]);
  const text = body && JSON.stringify(body);
  const sent = {
    host: `${slug}.${rootHost}`,
    authorization: `Token ${key}`,
    ...headers,
    ...(text ? { "content-type": "application/json", "content-length": Buffer.byteLength(text) } : {}),
  };
  return new Promise((resolve, reject) => {
    const request = send({ host: "127.0.0.1", port, path: `/api/v1${path}`, method, headers: sent }, (response) => {
      let told = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => {
        told += part;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body: told ? JSON.parse(told) : null }));
    });
    request.once("error", reject);
    request.end(text);
  });
}
