"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { useOptimistic, useTransition } from "react";
import { addressWith, type Changes } from "@/components/data-table/table-address";

/** The address and a way to change it: what was chosen shows at once, while the server still answers. */
export function useAddress() {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [query, show] = useOptimistic<URLSearchParams, Changes>(
    useSearchParams(),
    (shown, changes) => new URLSearchParams(addressWith(shown, changes)),
  );

  /** `first` is done before the address changes. */
  function change(changes: Changes, first?: () => Promise<void>) {
    startTransition(async () => {
      show(changes);
      if (first) await first();
      startTransition(() => router.replace(addressWith(query, changes), { scroll: false }));
    });
  }

  return { query, pending, change };
}
