"use client";

import { useEffect, useState } from "react";
import { partOf, usePart } from "@/components/ui/part";
import { onToast } from "@/components/ui/toast";

const part = partOf(() => import("@/components/ui/toaster-parts"));

/** Where toasts appear; what draws them comes with the first one. */
export function Toaster() {
  const [asked, setAsked] = useState(false);
  useEffect(() => (asked ? undefined : onToast(() => setAsked(true))), [asked]);
  const parts = usePart(part, asked);
  return parts ? <parts.Toaster /> : null;
}
