"use client";

import { useEffect, useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { TextField } from "@/components/form/text-field";
import { type Suggestion, suggestSlugAction } from "@/lib/organizations/actions";
import { slugInput } from "@/lib/organizations/schema";

const pause = 350;

/** The address to be: derived from the name while nothing is typed, checked while something is. */
export function SlugField({ host }: { host: string }) {
  const { control } = useFormContext();
  const [name, slug]: string[] = useWatch({ control, name: ["name", "slug"], defaultValue: { name: "", slug: "" } });
  const suggestion = useSuggestion(name ?? "", (slug ?? "").trim().toLowerCase());
  return (
    <div>
      <TextField
        name="slug"
        label="Address"
        optional
        mono
        maxLength={40}
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        suffix={`.${host}`}
        placeholder={slug ? undefined : suggestion?.slug}
        help="Where your people sign in. Leave it empty to take it from the name."
      />
      <p aria-live="polite" className="mt-1.5 min-h-5 text-table">
        {suggestion ? (
          <Verdict suggestion={suggestion} typed={Boolean(slug)} host={host} />
        ) : (
          <span className="text-muted">3 to 40 letters, digits and single hyphens.</span>
        )}
      </p>
    </div>
  );
}

function Verdict({ suggestion, typed, host }: { suggestion: Suggestion; typed: boolean; host: string }) {
  if (!suggestion.free) return <span className="text-danger">{suggestion.slug} is taken. Choose another one.</span>;
  return (
    <span className="text-muted">
      {typed ? "Free: " : "Will be "}
      <span className="break-all font-mono text-text">{`${suggestion.slug}.${host}`}</span>
    </span>
  );
}

function useSuggestion(name: string, slug: string): Suggestion | undefined {
  const [found, setFound] = useState<Suggestion>();
  useEffect(() => {
    const form = new FormData();
    const asks = slug ? slugInput.safeParse(slug).success : name.trim().length >= 2;
    if (slug) form.set("slug", slug);
    else form.set("name", name);
    let current = true;
    const timer = setTimeout(async () => {
      const answer = asks ? await suggestSlugAction(form).catch(() => undefined) : undefined;
      if (current) setFound(answer?.status === "done" ? answer.data : undefined);
    }, pause);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [name, slug]);
  return found;
}
