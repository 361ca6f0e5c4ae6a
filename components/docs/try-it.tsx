"use client";

import { type FormEvent, useId, useState } from "react";
import { useReadersKey } from "@/components/docs/key-context";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { StatusDot } from "@/components/ui/status-dot";
import { Textarea } from "@/components/ui/textarea";

type TryItProps = {
  method: string;
  address: string;
  names: string[];
  query: string[];
  body: string | undefined;
};
type Answer = { status: string; good: boolean; text: string; requestId: string; wait?: number };

/** Sends the call from the reader's browser to this very address, with their key and without any cookie. */
export function TryIt({ method, address, names, query, body }: TryItProps) {
  const { key, setKey } = useReadersKey();
  const [answer, setAnswer] = useState<Answer>();
  const [waiting, setWaiting] = useState(false);
  const [opened, setOpened] = useState(false);
  const id = useId();

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setWaiting(true);
    setAnswer(await call({ method, address, names, query, key, form }));
    setWaiting(false);
  }

  return (
    <details
      className="my-4 rounded-surface border"
      onToggle={({ currentTarget }) => setOpened((before) => before || currentTarget.open)}
    >
      <summary className="rounded-surface px-3 py-2 font-medium hover:bg-hover">Try it</summary>
      {opened && (
        <form onSubmit={send} className="space-y-3 border-t p-3">
          <Field label="Your key" id={`${id}key`}>
            <Input
              id={`${id}key`}
              value={key}
              required
              autoComplete="off"
              spellCheck={false}
              placeholder="key_…"
              onChange={(event) => setKey(event.target.value.trim())}
            />
          </Field>
          {[...names, ...query].map((name) => (
            <Field key={name} label={name} id={`${id}${name}`}>
              <Input id={`${id}${name}`} name={name} required={names.includes(name)} autoComplete="off" />
            </Field>
          ))}
          {body !== undefined && (
            <Field label="Body" id={`${id}body`}>
              <Textarea
                id={`${id}body`}
                name=" body"
                defaultValue={pretty(body)}
                rows={8}
                className="font-mono text-table"
              />
            </Field>
          )}
          <div className="flex flex-wrap items-center gap-3">
            <Button type="submit" variant="primary" pending={waiting}>
              {waiting ? "Sending …" : `Send ${method}`}
            </Button>
            {method !== "GET" && <span className="text-muted text-table">It acts on what the key opens.</span>}
          </div>
        </form>
      )}
      <div aria-live="polite">
        {answer && (
          <div className="border-t">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-0.5 px-3 py-2 text-table">
              <StatusDot tone={answer.good ? "positive" : "danger"} label={answer.status} className="font-medium" />
              {answer.wait !== undefined && <span>Try again in {secondsText(answer.wait)}</span>}
              {answer.requestId && (
                <span className="text-muted">
                  Request <code className="select-all break-all font-mono">{answer.requestId}</code>
                </span>
              )}
            </p>
            <pre
              // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by the keyboard
              tabIndex={0}
              className="max-h-80 overflow-auto whitespace-pre-wrap break-words bg-sunken px-3 py-2.5 font-mono text-xs"
            >
              {answer.text}
            </pre>
          </div>
        )}
      </div>
    </details>
  );
}

function Field({ label, id, children }: { label: string; id: string; children: React.ReactNode }) {
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-medium text-table">
        {label}
      </label>
      {children}
    </div>
  );
}

type Call = Omit<TryItProps, "body"> & { key: string; form: FormData };

async function call({ method, address, names, query, key, form }: Call): Promise<Answer> {
  const given = (name: string) => String(form.get(name) ?? "");
  const path = names.reduce((text, name) => text.replace(`{${name}}`, encodeURIComponent(given(name))), address);
  const asked = new URLSearchParams(query.filter(given).map((name) => [name, given(name)]));
  const body = given(" body");
  try {
    const response = await fetch(asked.size > 0 ? `${path}?${asked}` : path, {
      method,
      credentials: "omit",
      headers: { authorization: `Token ${key}`, ...(body ? { "content-type": "application/json" } : {}) },
      ...(body ? { body } : {}),
    });
    const wait = Number(response.headers.get("retry-after"));
    return {
      ...(wait > 0 ? { wait } : {}),
      status: `${response.status} ${response.statusText}`,
      good: response.ok,
      text: pretty(await response.text()) || "An answer without a body.",
      requestId: response.headers.get("x-request-id") ?? "",
    };
  } catch {
    return {
      status: "No answer",
      good: false,
      text: "Nothing came back. Check the network and send it again.",
      requestId: "",
    };
  }
}

function secondsText(seconds: number): string {
  if (seconds === 1) return "a second";
  if (seconds < 120) return `${seconds} seconds`;
  return seconds < 7200 ? `${Math.ceil(seconds / 60)} minutes` : `${Math.ceil(seconds / 3600)} hours`;
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
