import { flushSync } from "react-dom";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const seen = new WeakSet<Control>();
let early: (() => void)[] = [];

/**
 * For a control whose value is held outside it: what was typed or chosen before the page's scripts came is told as if it
 * were done now, else it would stand there without being held, until the next drawing takes it away. A choice outside a
 * form acts at once, and browsers restore choices of an earlier look by themselves: such a one is put back.
 */
export function catchUp(control: Control, held: string | boolean): void {
  if (seen.has(control)) return;
  seen.add(control);
  if (typeof held === "boolean")
    catchUpBox(control as HTMLInputElement, held); // only boxes and radios are ticked
  else if (control.value !== held) catchUpText(control, held);
}

function catchUpBox(box: HTMLInputElement, held: boolean): void {
  const chosen = box.checked;
  if (chosen === held) return;
  box.checked = held;
  if (box.form && (chosen || box.type === "checkbox")) later(() => box.click());
}

function catchUpText(control: Control, held: string): void {
  const typed = control.value;
  control.value = held;
  if (control instanceof HTMLSelectElement && !control.form) return;
  later(() => {
    const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), "value")?.set;
    setter?.call(control, typed); // as the browser does: React does not see the value itself being set
    control.dispatchEvent(new Event(control instanceof HTMLSelectElement ? "change" : "input", { bubbles: true }));
  });
}

/** One after the other, each drawn before the next: what one makes of its choice may build on the one before. */
function later(tell: () => void): void {
  if (early.push(tell) > 1) return;
  queueMicrotask(() => {
    const told = early;
    early = [];
    for (const each of told) flushSync(each);
  });
}
