import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";

/**
 * Draws the page anew again and again while it is `on` and looked at, so long after it was drawn last. Asking again before
 * an answer is there would put it off: React draws the newest only, and a slow server's would never be the newest.
 */
export function useRedraw(on: boolean, pauseMs = 2000): void {
  const router = useRouter();
  const [pending, start] = useTransition();
  useEffect(() => {
    if (!on || pending) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") start(() => router.refresh());
    }, pauseMs);
    return () => clearInterval(timer);
  }, [on, pending, pauseMs, router]);
}
