/** A record as a form was drawn with it, by field. */
export type ShownRecord = Record<string, unknown>;

/** The part of it that the form has fields for. */
export function partOf(form: HTMLFormElement, shown: ShownRecord): ShownRecord {
  const names = new Set(controlsOf(form).map(({ name }) => name.replace(/\[\]$/, "").split(".")[0]));
  return Object.fromEntries(Object.entries(shown).filter(([name]) => names.has(name)));
}

/** What each field says: text as it stands, a box or a switch as on or off, of several the chosen one. */
export function saidBy(form: HTMLFormElement): Record<string, string | boolean> {
  const said: Record<string, string | boolean> = {};
  for (const control of controlsOf(form)) {
    const { type, name, value } = control;
    const ticked = control instanceof HTMLInputElement && control.checked;
    if (type === "hidden" || name === "") continue;
    if (type === "checkbox") said[name] = ticked;
    else if (type !== "radio" || ticked) said[name] = value;
  }
  return said;
}

/** How a field says a value, where it says it letter for letter: an amount or a measure is written otherwise than it is kept. */
export function plainText(value: unknown): string | boolean | undefined {
  if (value === null) return "";
  return typeof value === "string" || typeof value === "boolean" ? value : undefined;
}

/** What somebody else made of a field, where one line can say it. */
export function meanwhileText(value: string | boolean | undefined): string {
  const told =
    typeof value === "string" && value !== "" && value.length <= 80 ? `made this “${value}”` : "changed this";
  return `Somebody else ${told} meanwhile. Save again to put yours in place.`;
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      element instanceof HTMLInputElement ||
      element instanceof HTMLSelectElement ||
      element instanceof HTMLTextAreaElement,
  );
}
