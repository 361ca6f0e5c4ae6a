"use client";

import { useRouter } from "next/navigation";
import { type MouseEvent, type RefObject, useEffect, useOptimistic, useRef, useTransition } from "react";
import { addressWith } from "@/components/data-table/table-address";

const wide = "(min-width: 80rem)";
const restBeforeOpening = 120;

type Beside = {
  enabled: boolean;
  /** The address changes without a word to the server. */
  alone: boolean;
  openId: string | undefined;
  query: URLSearchParams;
  body: RefObject<HTMLTableSectionElement | null>;
};

/** A record beside its list is part of the address. Where there is no room for it, its row leads to its page. */
export function useBeside({ enabled, alone, openId, query, body }: Beside) {
  const router = useRouter();
  const [, start] = useTransition();
  const [shown, show] = useOptimistic(openId);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const last = useRef(openId);

  useEffect(() => {
    if (last.current && !openId && document.activeElement === document.body)
      linkOf(body.current, last.current)?.focus();
    last.current = openId;
    return () => clearTimeout(resting.current);
  }, [openId, body]);

  function go(id: string | null, how: "push" | "replace") {
    clearTimeout(resting.current);
    start(() => {
      show(id ?? undefined);
      const address = addressWith(query, { open: id });
      if (alone) window.history[`${how}State`](null, "", address);
      else router[how](address, { scroll: false });
    });
  }

  if (!enabled) return { openId };
  return {
    openId: shown,
    open(event: MouseEvent, id: string) {
      const elsewhere = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
      if (elsewhere || !matchMedia(wide).matches) return;
      event.preventDefault();
      if (id !== shown) go(id, "push");
    },
    /** Goes along with the keys, once they rest. */
    follow: shown
      ? (id: string) => {
          clearTimeout(resting.current);
          if (id !== shown) resting.current = setTimeout(() => go(id, "replace"), restBeforeOpening);
        }
      : undefined,
    close: shown ? () => go(null, "push") : undefined,
  };
}

function linkOf(body: HTMLTableSectionElement | null, id: string): HTMLAnchorElement | null {
  return body?.querySelector(`[data-row="${CSS.escape(id)}"] [data-row-link]`) ?? null;
}
