"use client";

import { type FormEvent, useId, useState } from "react";
import { useReadersKey } from "@/components/docs/key-context";
import { type Answer, bodyField, headerField, pretty, sendCall } from "@/components/docs/try-call";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { StatusDot } from "@/components/ui/status-dot";
import { Textarea } from "@/components/ui/textarea";

type TryItProps = {
  method: string;
  address: string;
  names: string[];
  query: string[];
  headers: string[];
  body: string | undefined;
};

/** Sends the call from the reader's browser to this very address, with their key and without any cookie. */
export function TryIt({ method, address, names, query, headers, body }: TryItProps) {
  const { key, setKey } = useReadersKey();
  const [answer, setAnswer] = useState<Answer>();
  const [waiting, setWaiting] = useState(false);
  const [opened, setOpened] = useState(false);
  const id = useId();

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setWaiting(true);
    const given = (name: string) => String(form.get(name) ?? "");
    setAnswer(await sendCall({ method, address, names, query, headers, key, given }));
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
          {headers.map((name) => (
            <Field key={name} label={name} id={`${id}${name}`}>
              <Input id={`${id}${name}`} name={headerField(name)} autoComplete="off" spellCheck={false} />
            </Field>
          ))}
          {body !== undefined && (
            <Field label="Body" id={`${id}body`}>
              <Textarea
                id={`${id}body`}
                name={bodyField}
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
            {answer.headers.length > 0 && (
              <details className="border-t px-3 py-2 text-table">
                <summary className="cursor-pointer text-muted">Headers of the answer</summary>
                <pre className="mt-2 whitespace-pre-wrap break-words font-mono text-xs">
                  {answer.headers.map(([name, value]) => `${name}: ${value}`).join("\n")}
                </pre>
              </details>
            )}
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

function secondsText(seconds: number): string {
  if (seconds === 1) return "a second";
  if (seconds < 120) return `${seconds} seconds`;
  return seconds < 7200 ? `${Math.ceil(seconds / 60)} minutes` : `${Math.ceil(seconds / 3600)} hours`;
}
