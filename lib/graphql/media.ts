import type { Answered } from "@/lib/api/answers";

const own = "application/graphql-response+json";

type Told = { data?: unknown; errors?: { path?: unknown; status_code?: number }[] };

/**
 * The answer in the media type of GraphQL over HTTP, where the client wants it (https://graphql.github.io/graphql-over-http):
 * a request that was refused as a whole then has no `data`, and the status of its refusal.
 */
export function inAskedForm(accept: string | null, answer: Answered, body: object): Answered {
  if (!wantsOwn(accept)) return answer;
  const headers = { ...answer.headers, "Content-Type": `${own}; charset=utf-8` };
  const { data, ...rest } = body as Told; // as `told` made it
  const [first] = rest.errors ?? [];
  if (data !== null || first === undefined || first.path !== undefined) return { ...answer, headers };
  return { status: first.status_code ?? answer.status, headers, body: `${JSON.stringify(rest)}\n` };
}

function wantsOwn(accept: string | null): boolean {
  const wanted = new Map(
    (accept ?? "").split(",").map((each) => {
      const [type = "", ...parameters] = each.toLowerCase().split(";");
      const quality = parameters.map((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1]).find(Boolean);
      return [type.trim(), Number(quality ?? 1)] as const;
    }),
  );
  const quality = wanted.get(own) ?? 0;
  return quality > 0 && quality >= (wanted.get("application/json") ?? 0);
}
