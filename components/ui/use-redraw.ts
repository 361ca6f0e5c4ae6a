import { useRouter } from "next/navigation";
import { useEffect } from "react";

const everyMs = 2000;

/** Draws the page anew every two seconds while it is `on` and looked at. */
export function useRedraw(on: boolean): void {
  const router = useRouter();
  useEffect(() => {
    if (!on) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [on, router]);
}
