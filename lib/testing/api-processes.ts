import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import type { CallMany, ManyAnswers } from "./api-process";

/** Servers of the REST API, each a process of its own over this test's database. */
export async function startApiProcesses(many: number): Promise<{
  callAll: (call: CallMany) => Promise<ManyAnswers[]>;
  stop: () => void;
}> {
  const children = await Promise.all(Array.from({ length: many }, start));
  return {
    callAll: (call) => Promise.all(children.map((child) => ask(child, call))),
    stop: () => {
      for (const child of children) child.kill("SIGKILL");
    },
  };
}

async function start(): Promise<ChildProcess> {
  const child = fork("lib/testing/api-process.ts", { execArgv: ["--import", "tsx"], env: process.env });
  await once(child, "message");
  return child;
}

async function ask(child: ChildProcess, call: CallMany): Promise<ManyAnswers> {
  child.send(call);
  const [answers] = (await once(child, "message")) as [ManyAnswers];
  return answers;
}
