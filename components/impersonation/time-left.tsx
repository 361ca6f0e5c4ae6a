"use client";

import { useEffect, useState } from "react";

/** Counts down from what the server said, by time that passed and not by this device's clock. */
export function TimeLeft({ seconds }: { seconds: number }) {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const begun = performance.now();
    const tick = () => setLeft(Math.max(0, Math.ceil(seconds - (performance.now() - begun) / 1000)));
    tick();
    const timer = setInterval(tick, 1000);
    const over = setTimeout(() => location.reload(), seconds * 1000 + 1500);
    return () => {
      clearInterval(timer);
      clearTimeout(over);
    };
  }, [seconds]);
  return (
    <span role="timer" className="w-20 text-right font-medium tabular-nums max-sm:text-left">
      {`${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")} left`}
    </span>
  );
}
