"use client";

import { lazy, Suspense } from "react";
import type { RecordActsProps } from "@/components/resource/record-acts";

const Acts = lazy(async () => ({ default: (await import("@/components/resource/record-acts")).RecordActs }));

/** The acts of a record, whose code a list does not wait for. */
export function LateRecordActs(props: RecordActsProps) {
  return (
    <Suspense fallback={<span className="h-9" />}>
      <Acts {...props} />
    </Suspense>
  );
}
