"use client";

import { useEffect, useState } from "react";
import type { Impersonation } from "@/components/shell/types";
import { Button } from "@/components/ui/button";

export function ImpersonationBanner({ name, until, stop }: Impersonation) {
  const [now, setNow] = useState<number>();
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const left = now === undefined ? undefined : Math.max(0, Math.ceil((Date.parse(until) - now) / 1000));
  return (
    <section
      aria-label="Impersonation"
      className="flex flex-wrap items-center justify-between gap-3 bg-danger-solid px-4 py-2 text-on-danger"
    >
      <p>
        You act as <strong className="font-semibold">{name}</strong>. Everything is logged for the organization.
        {left !== undefined && (
          <span className="ml-2 tabular-nums" role="timer">
            {Math.floor(left / 60)}:{String(left % 60).padStart(2, "0")} left
          </span>
        )}
      </p>
      <form action={stop}>
        <Button type="submit" size="sm">
          Stop
        </Button>
      </form>
    </section>
  );
}
