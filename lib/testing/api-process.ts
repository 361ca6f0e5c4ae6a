import { appPool } from "@/db/connection";
import { answerApi } from "@/lib/api/api";

/*
 * A process of its own that answers the REST API, as one of several servers does. Parent to child: `CallMany`. Child to
 * parent: "ready", then how many calls ended with which status, and one answer's headers.
 */
export type CallMany = { calls: number; path: string; method?: string; headers: Record<string, string>; body?: string };
export type ManyAnswers = { statuses: Record<string, number>; headers: Record<string, string>; bodies: string[] };

// Very many calls at once wait for a connection as long as a slow machine takes.
appPool().options.connectionTimeoutMillis = 120_000;

process.on("message", async (message) => {
  const { calls, path, method = "GET", headers, body } = message as CallMany;
  const answers = await Promise.all(
    Array.from({ length: calls }, () =>
      answerApi(
        new Request(`http://localhost:3000/api/v1${path}`, {
          method,
          headers: {
            "x-berth-host": "localhost:3000",
            "x-berth-address": "10.9.8.7",
            "x-request-id": crypto.randomUUID(),
            ...headers,
          },
          body: body ?? null,
        }),
      ),
    ),
  );
  const statuses: Record<string, number> = {};
  for (const { status } of answers) statuses[status] = (statuses[status] ?? 0) + 1;
  const refused = answers.find(({ status }) => status === 429) ?? answers[0];
  const bodies = [...new Set(await Promise.all(answers.map((answer) => answer.text())))].slice(0, 20);
  process.send?.({ statuses, headers: Object.fromEntries(refused?.headers ?? []), bodies } satisfies ManyAnswers);
});

process.send?.("ready");
