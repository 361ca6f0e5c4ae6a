"use client";

import { Pause, Play } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";

const everyMs = 2000;

/** Looks for new calls while the page is looked at. */
export function LiveTail() {
  const router = useRouter();
  const [live, setLive] = useState(false);
  useEffect(() => {
    if (!live) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [live, router]);
  return (
    <Button aria-pressed={live} onClick={() => setLive(!live)}>
      {live ? <Pause /> : <Play />}
      {live ? "Following" : "Follow live"}
    </Button>
  );
}
