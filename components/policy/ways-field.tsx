"use client";

import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { signInWays } from "@/lib/sign-in-ways";

type Props = {
  /** Null where every way is allowed. */
  allowed: string[] | null;
  /** Ways that this installation has. */
  here: string[];
};

/** Ways to sign in that open this organization; all ticked is as good as no rule. */
export function WaysField({ allowed, here }: Props) {
  const shown = signInWays.filter(({ value }) => here.includes(value) || allowed?.includes(value));
  const [ticked, setTicked] = useState<ReadonlySet<string>>(
    () => new Set(shown.map(({ value }) => value).filter((value) => allowed === null || allowed.includes(value))),
  );
  const limits = ticked.size < shown.length;
  return (
    <fieldset className="space-y-2.5">
      <legend className="sr-only">Allowed ways to sign in</legend>
      {shown.map(({ value, label }) => (
        // biome-ignore lint/a11y/noLabelWithoutControl: the checkbox is its control
        <label key={value} className="flex min-h-6 cursor-pointer items-center gap-3 touch:min-h-11">
          <Checkbox
            checked={ticked.has(value)}
            disabled={ticked.size === 1 && ticked.has(value)}
            onChange={({ target }) => setTicked(changed(ticked, value, target.checked))}
          />
          {label}
          {!here.includes(value) && <span className="text-muted text-table">switched off in this installation</span>}
        </label>
      ))}
      {limits && [...ticked].map((value) => <input key={value} type="hidden" name="signInWays[]" value={value} />)}
      <p className="text-muted text-table">
        {limits
          ? "Who signed in by another way is told so, and stays out until they sign in by one of these. An account at a provider counts where its address is the member's own, as the provider or a mail proved."
          : "Every way opens this organization, also one that comes later."}
      </p>
    </fieldset>
  );
}

function changed(set: ReadonlySet<string>, value: string, on: boolean): ReadonlySet<string> {
  const next = new Set(set);
  if (on) next.add(value);
  else next.delete(value);
  return next;
}
