"use client";

import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Input } from "@/components/ui/input";
import { TextLink } from "@/components/ui/text-link";
import { quickStartScopes, type Reader } from "@/lib/docs/reader-schema";

type MakeKeyProps = Reader & { onMade: (key: string) => void };

/** Makes a key as any program would: a token for the password, the key with it, and the token ended. */
export function MakeKey({ email, organizations, onMade }: MakeKeyProps) {
  const [fault, setFault] = useState("");
  const [waiting, setWaiting] = useState(false);
  const [organization, setOrganization] = useState(organizations[0]);
  const id = useId();

  async function make(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    setWaiting(true);
    setFault("");
    try {
      onMade(await makeKey(email, organization?.id ?? "", given));
    } catch (error) {
      setFault(error instanceof Error ? error.message : "The network did not answer.");
    }
    setWaiting(false);
  }

  return (
    <form onSubmit={make}>
      <input type="email" value={email} autoComplete="username" readOnly hidden />
      <p className="mb-3">
        Or make one that reads members, decides on requests, has webhooks and works with records, for 30 days.
      </p>
      <div className="grid gap-3 sm:grid-cols-3">
        <Labelled label="Organization" id={`${id}organization`}>
          <select
            id={`${id}organization`}
            className="h-9 w-full rounded-control border border-control bg-surface px-2 touch:h-11"
            onChange={({ target }) => setOrganization(organizations.find((each) => each.id === target.value))}
          >
            {organizations.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </select>
        </Labelled>
        <Labelled label="Your password" id={`${id}password`}>
          <Input id={`${id}password`} name="password" type="password" required autoComplete="current-password" />
        </Labelled>
        <Labelled label="Code, if you have one" id={`${id}code`}>
          <Input id={`${id}code`} name="code" inputMode="numeric" autoComplete="one-time-code" />
        </Labelled>
      </div>
      {fault && (
        <div className="mt-3">
          <Callout tone="danger">{fault}</Callout>
        </div>
      )}
      <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" variant="primary" pending={waiting}>
          {waiting ? "Making it …" : "Make a key"}
        </Button>
        {organization && (
          <span className="text-muted">
            No password? <TextLink href={organization.keys}>Make it on the page of API keys.</TextLink>
          </span>
        )}
      </p>
    </form>
  );
}

function Labelled({ label, id, children }: { label: string; id: string; children: React.ReactNode }) {
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-medium text-table">
        {label}
      </label>
      {children}
    </div>
  );
}

async function makeKey(email: string, organization: string, given: FormData): Promise<string> {
  const password = String(given.get("password") ?? "");
  const code = String(given.get("code") ?? "").trim();
  const signIn = { email, password, ...(code ? { factor_code: code } : {}) };
  const { access } = await post<{ access: string }>("/api/token", signIn);
  const headers = { authorization: `Bearer ${access}`, "x-org-id": organization };
  try {
    const input = { label: "Quick start", scopes: quickStartScopes, expires: "30", ...(code ? {} : { password }) };
    return (await post<{ key: string }>("/api/v1/keys", input, headers)).key;
  } finally {
    await post("/api/logout", { token: access }).catch(() => undefined);
  }
}

async function post<Answer>(path: string, body: object, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(path, {
    method: "POST",
    credentials: "omit",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.errors?.[0]?.message ?? "That did not work.");
  return answer as Answer; // as the API declares it
}
