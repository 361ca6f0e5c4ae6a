"use client";

import { usePathname } from "next/navigation";
import {
  createContext,
  type MouseEvent,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from "react";
import { PageSkeleton } from "@/components/shell/page-skeleton";
import { pagePath } from "@/components/ui/page-path";

type Target = { href: string; label: string };
type Awaited = { target: Target | undefined; begin: (target: Target | undefined) => void };

const AwaitedPage = createContext<Awaited>({ target: undefined, begin: () => undefined });

/** In milliseconds: nothing is drawn for a page that comes sooner, nor for one that never comes. */
const [patience, longest] = [200, 20_000];

/** Knows which page of the navigation was asked for and has not come yet. */
export function PendingPages({ children }: { children: ReactNode }) {
  const path = usePathname();
  const [asked, setAsked] = useState<Target & { from: string }>();
  const [late, setLate] = useState(false);
  const waits = asked?.from === path ? asked : undefined;
  useEffect(() => {
    if (!waits) return;
    const timers = [setTimeout(() => setLate(true), patience), setTimeout(() => setAsked(undefined), longest)];
    return () => {
      for (const timer of timers) clearTimeout(timer);
      setLate(false);
    };
  }, [waits]);
  const begin = useCallback((next: Target | undefined) => setAsked(next && { ...next, from: path }), [path]);
  const value = useMemo(() => ({ target: late ? waits : undefined, begin }), [late, waits, begin]);
  return <AwaitedPage value={value}>{children}</AwaitedPage>;
}

/** For the click on a link of the navigation that leads to another page in this tab. */
export function useAwaitPage(): (event: MouseEvent, target: Target) => void {
  const { begin } = useContext(AwaitedPage);
  const here = pagePath(usePathname());
  return (event, { href, label }) => {
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    begin(elsewhere || href === here ? undefined : { href, label });
  };
}

/** The page, or the shape of the one that comes. */
export function PageOrSkeleton({ children }: { children: ReactNode }) {
  const { target } = useContext(AwaitedPage);
  return (
    <>
      {target && <PageSkeleton {...target} />}
      <div className={target ? "hidden" : "contents"}>{children}</div>
    </>
  );
}
