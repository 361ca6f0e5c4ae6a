"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Dialog } from "@/components/ui/dialog";
import { useCopy } from "@/components/ui/use-copy";
import type { Snippet } from "@/lib/webhooks/snippets";

/** How a receiver checks what this webhook sends, ready to copy. */
export function VerifyDialog({ snippets }: { snippets: readonly Snippet[] }) {
  const [language, setLanguage] = useState(snippets[0]?.language);
  const [copied, copy] = useCopy();
  const shown = snippets.find((each) => each.language === language);
  return (
    <Dialog
      trigger={<Button size="sm">How to check it</Button>}
      title="Check the signature"
      description="Each message is signed as Standard Webhooks says. Check it before you believe what it tells."
      size="lg"
    >
      <fieldset className="mb-3 flex flex-wrap items-center gap-1">
        <legend className="sr-only">Language</legend>
        {snippets.map((each) => (
          <button
            key={each.language}
            type="button"
            aria-pressed={each.language === language}
            onClick={() => setLanguage(each.language)}
            className={classNames(
              "h-8 rounded-control px-2.5 touch:h-11",
              each.language === language ? "bg-accent-soft font-medium" : "text-muted hover:bg-hover hover:text-text",
            )}
          >
            {each.label}
          </button>
        ))}
        <Button size="sm" className="ml-auto" onClick={() => copy(shown?.code ?? "")}>
          <span aria-live="polite">{copied ? "Copied" : "Copy"}</span>
        </Button>
      </fieldset>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by the keyboard
        tabIndex={0}
        className="max-h-[50vh] overflow-auto rounded-control border bg-sunken px-3 py-2.5 font-mono text-xs"
      >
        {shown?.code}
      </pre>
    </Dialog>
  );
}
