/** `a,b` as its values. A comma within one is written `\,`, and a backslash `\\`. Empty ones are left out. */
export function valuesOf(text: string): string[] {
  const values = [""];
  for (const [part] of text.matchAll(/\\[\\,]|./gsu)) {
    if (part === ",") values.push("");
    else values.push(`${values.pop()}${part.length === 2 && part.startsWith("\\") ? part.slice(1) : part}`);
  }
  return values.filter((value) => value !== "");
}

/** Values as one text, which {@link valuesOf} reads. */
export function severalOf(values: readonly string[]): string {
  return values.map((value) => value.replace(/[\\,]/g, "\\$&")).join(",");
}
