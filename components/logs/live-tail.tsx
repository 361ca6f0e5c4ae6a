"use client";

import { Pause, Play } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useRedraw } from "@/components/ui/use-redraw";

/** Looks for new calls while the page is looked at. */
export function LiveTail() {
  const [live, setLive] = useState(false);
  useRedraw(live);
  return (
    <Button aria-pressed={live} onClick={() => setLive(!live)}>
      {live ? <Pause /> : <Play />}
      {live ? "Following" : "Follow live"}
    </Button>
  );
}
