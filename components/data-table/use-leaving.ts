"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { startTransition, useOptimistic } from "react";
import { addressWith } from "@/components/data-table/table-address";

/** What stands open by its address: it closes at once, and the address follows when the server has answered. */
export function useLeaving(parameter: string): { open: boolean; onOpenChange: () => void } {
  const router = useRouter();
  const query = useSearchParams();
  const [open, setOpen] = useOptimistic(true);
  const onOpenChange = () =>
    startTransition(() => {
      setOpen(false);
      router.push(addressWith(query, { [parameter]: null }), { scroll: false });
    });
  return { open, onOpenChange };
}
