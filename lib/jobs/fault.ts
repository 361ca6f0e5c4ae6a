/** What may be kept and logged about a fault: no link, no token, no sealed text, not too long. */
export function faultInWords(error: unknown): string {
  const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return words
    .replace(/[a-z][a-z0-9+.-]*:\/\/\S+/gi, "[address]")
    .replace(/[\w-]{24,}(?:\.[\w-]+)*/g, "[secret]")
    .replace(/\s+/g, " ")
    .slice(0, 500);
}
