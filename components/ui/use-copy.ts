"use client";

import { useCallback, useEffect, useState } from "react";
import { toast } from "@/components/ui/toast";

/** Whether the last copy was just now, and the act of copying. */
export function useCopy(): [boolean, (value: string) => void] {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 1600);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = useCallback((value: string) => {
    // Where a page may not write there is no clipboard at all, or it refuses.
    const written = navigator.clipboard?.writeText(value) ?? Promise.reject(new Error("no clipboard"));
    written.then(
      () => setCopied(true),
      () => {
        setCopied(false);
        toast.failed("Your browser did not let this page copy", {
          description: "Select the text and copy it yourself.",
        });
      },
    );
  }, []);
  return [copied, copy];
}
