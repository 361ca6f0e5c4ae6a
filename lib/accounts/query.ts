/** One query parameter as a text; empty where it is missing, repeated or longer than `most`. */
export function textOf(value: string | string[] | undefined, most: number): string {
  return typeof value === "string" && value.length <= most ? value : "";
}
