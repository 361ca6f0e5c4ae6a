/** A record as a form was drawn with it, by field. */
export type ShownRecord = Record<string, unknown>;

/** The part of it that the form has fields for. */
export function partOf(form: HTMLFormElement, shown: ShownRecord): ShownRecord {
  const names = new Set(controlsOf(form).map(({ name }) => name.replace(/\[\]$/, "").split(".")[0]));
  return Object.fromEntries(Object.entries(shown).filter(([name]) => names.has(name)));
}

/** Whether a field still says what the form was drawn with; undefined where it is of several parts. */
export function isUntouched(form: HTMLFormElement, name: string, initial: unknown): boolean | undefined {
  const found = controlsOf(form).filter((control) => control.name === name && control.type !== "hidden");
  const [control] = found;
  if (!control) return undefined;
  if (control.type === "radio") return found.every((one) => !isTicked(one) || one.value === initial);
  if (control.type === "checkbox") return isTicked(control) === Boolean(initial);
  return control.value === textOf(initial);
}

/** Whether a field shows its value letter for letter: an amount or a measure is written otherwise than it is kept. */
export function isShownAsIs(initial: unknown, before: unknown, now: unknown): boolean {
  const plain = [before, now].every((value) => value === null || typeof value === "string");
  const flag = typeof before === "boolean" && typeof now === "boolean";
  return flag || (plain && textOf(initial) === textOf(before));
}

export function textOf(value: unknown): string {
  return value === null || value === undefined ? "" : String(value);
}

/** What somebody else made of a field, where one line can say it. */
export function meanwhileText(value: unknown): string {
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

const isTicked = (control: Control) => control instanceof HTMLInputElement && control.checked;
