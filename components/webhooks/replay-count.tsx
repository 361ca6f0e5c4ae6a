"use client";

import { useEffect, useState } from "react";
import { useWatch } from "react-hook-form";
import { z } from "zod";

const counted = z.object({ deliveries: z.number() });

/** How many the fields around it choose, before anything is sent. */
export function ReplayCount({ webhookId }: { webhookId: string }) {
  const [only, since, until] = useWatch({ name: ["only", "since", "until"] }).map(String);
  const [amount, setAmount] = useState<number | null>(null);
  useEffect(() => {
    setAmount(null);
    if (!since) return;
    const stopping = new AbortController();
    const timer = setTimeout(async () => {
      const query = new URLSearchParams({ only: only ?? "failed", since, ...(until && { until }) });
      const { signal } = stopping;
      const answer = await fetch(`/api/v1/webhooks/${webhookId}/replay?${query}`, { signal }).catch(() => null);
      const told = counted.safeParse(answer?.ok ? await answer.json().catch(() => null) : null);
      if (!signal.aborted) setAmount(told.success ? told.data.deliveries : null);
    }, 250);
    return () => {
      clearTimeout(timer);
      stopping.abort();
    };
  }, [webhookId, only, since, until]);
  return (
    <p role="status" className="min-h-5 text-muted">
      {amount !== null && wordsFor(amount)}
    </p>
  );
}

function wordsFor(amount: number): string {
  if (amount === 0) return "Nothing to send again there.";
  if (amount === 1) return "One delivery would go out again.";
  if (amount >= 10_000) return "The oldest 10,000 would go out again.";
  return `${amount.toLocaleString("en")} deliveries would go out again.`;
}
