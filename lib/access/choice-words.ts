import type { z } from "zod";

const most = 20;

/** What is said of a choice: that there is one to make, or what it may be. */
export function choiceWords({ input, ...issue }: z.core.$ZodRawIssue): string {
  const values = issue.code === "invalid_value" ? issue.values : [];
  if (input === undefined || input === null || input === "" || values.length === 0 || values.length > most)
    return "Choose one.";
  return `This must be ${orList(values.map(String))}.`;
}

export function orList(values: string[]): string {
  const last = values.at(-1) ?? "";
  return values.length < 2 ? last : `${values.slice(0, -1).join(", ")} or ${last}`;
}
