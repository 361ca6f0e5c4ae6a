"use client";

import { useEffect } from "react";
import { useFormContext } from "react-hook-form";
import { SelectField } from "@/components/form/select-field";
import type { Option } from "@/components/ui/select";

/** Begins with the browser's own zone, where nothing was chosen yet. */
export function TimeZoneField({ options }: { options: Option[] }) {
  const { getValues, setValue } = useFormContext();
  useEffect(() => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!getValues("time_zone") && options.some(({ value }) => value === own)) setValue("time_zone", own);
  }, [getValues, setValue, options]);
  return <SelectField name="time_zone" label="Time zone" placeholder="UTC" options={options} />;
}
