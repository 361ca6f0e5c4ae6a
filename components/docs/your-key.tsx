"use client";

import { useId } from "react";
import { useReadersKey } from "@/components/docs/key-context";
import { MakeKey } from "@/components/docs/make-key";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { TextLink } from "@/components/ui/text-link";
import type { Reader } from "@/lib/docs/reader-schema";

/** Where the reader gives their key, or makes one, so that every sample of these pages has it filled in. */
export function YourKey({ email, organizations }: Reader) {
  const { key, setKey } = useReadersKey();
  const id = useId();
  return (
    <section aria-labelledby={`${id}title`} className="mb-8 rounded-surface border bg-surface p-4 sm:p-5">
      <h2 id={`${id}title`} className="font-semibold text-base">
        Your key
      </h2>
      <p className="mt-1 text-muted">
        With it the samples below run as they stand. It stays in this tab's memory and is stored nowhere.
      </p>
      {key ? (
        <p className="mt-3 flex flex-wrap items-center gap-3" aria-live="polite">
          <span>
            Filled in: <code className="font-mono">{`${key.slice(0, 12)}…${key.slice(-4)}`}</code>
          </span>
          <Button size="sm" onClick={() => setKey("")}>
            Forget it
          </Button>
        </p>
      ) : (
        <>
          <form
            className="mt-3 flex flex-wrap items-end gap-2"
            onSubmit={(event) => {
              event.preventDefault();
              setKey(String(new FormData(event.currentTarget).get("key") ?? "").trim());
            }}
          >
            <div className="min-w-0 flex-1 basis-64">
              <label htmlFor={`${id}key`} className="mb-1 block font-medium text-table">
                Paste a key
              </label>
              <Input id={`${id}key`} name="key" required autoComplete="off" spellCheck={false} placeholder="key_…" />
            </div>
            <Button type="submit">Fill it in</Button>
          </form>
          <div className="mt-4 border-t pt-4">
            {organizations.length > 0 ? (
              <MakeKey email={email} organizations={organizations} onMade={setKey} />
            ) : email ? (
              <p>
                You are in no organization yet. <TextLink href="/organizations/new">Create one</TextLink>, then come
                back and make a key here.
              </p>
            ) : (
              <p>
                Or <TextLink href="/sign-in?to=/docs/quick-start">sign in</TextLink> and make one here.
              </p>
            )}
          </div>
        </>
      )}
    </section>
  );
}
