"use client";

import { useMemo } from "react";
import type { FieldValues } from "react-hook-form";
import { z } from "zod";
import { useProofKind } from "@/components/form/proof-kind";

export const proofFields = { password: "", factorCode: "" };

/** The fields of an act together with the proof that it wants, as the browser checks them before they are sent. */
export function useProof(fields?: z.ZodObject): z.ZodType<FieldValues, FieldValues> {
  const kind = useProofKind();
  return useMemo(() => {
    const own = fields ?? z.object({});
    if (kind === "provider") return own as unknown as z.ZodType<FieldValues, FieldValues>;
    const whole =
      kind === "factor"
        ? own.safeExtend({ factorCode: z.string().min(1, "Enter the code.") })
        : own.safeExtend({ password: z.string().min(1, "Enter your password.") });
    return whole as unknown as z.ZodType<FieldValues, FieldValues>; // its fields are those of the form
  }, [kind, fields]);
}
