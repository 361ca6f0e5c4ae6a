"use client";

import { createContext, use } from "react";
import { type FieldValues, type UseFormRegisterReturn, type UseFormReturn, useFormContext } from "react-hook-form";

export type FormValue = string | number | boolean | null | undefined;

export type FormFacts = {
  pending: boolean;
  /** What the fields start with; after a failed post without JavaScript, what was typed. */
  initial: (name: string) => FormValue;
  serverFault: (name: string) => string | undefined;
  /** What somebody else made of a field while the form was open; undefined where nobody did. */
  present: (name: string) => unknown;
  /** A fault from the server stands until its field is touched. */
  forgive: (name: string) => void;
  /** Proofs that the form's own fields ask for. */
  proofs: Set<"password" | "factor" | "provider">;
  /** Fields that stand in the form: a fault that one of them shows is not told again above. */
  shown: Set<string>;
};

export const FormFactsContext = createContext<FormFacts | null>(null);

export type BoundField = {
  control: UseFormRegisterReturn;
  initial: FormValue;
  fault: string | undefined;
  present: unknown;
  pending: boolean;
  /** Empties the field, as one that nobody has touched. */
  empty: () => void;
};

/** Ties a field to the form around it. `name` may be a dotted path. */
export function useField(name: string, kind: "text" | "number" = "text"): BoundField {
  const facts = use(FormFactsContext);
  const form = useFormContext<FieldValues>();
  if (!facts || !form) throw new Error(`The field ${name} stands outside an ActionForm`);
  facts.shown.add(name);
  const state = form.getFieldState(name, form.formState);
  const control = form.register(name, {
    onChange: () => facts.forgive(name),
    ...(kind === "number" && { setValueAs: (value: unknown) => (value === "" ? undefined : Number(value)) }),
  });
  return {
    control: { ...control, ref: (element) => control.ref(keepEarlyChoice(element, form)) },
    initial: facts.initial(name),
    fault: state.error?.message ?? facts.serverFault(name),
    present: facts.present(name),
    pending: facts.pending,
    empty: () => {
      form.setValue(name, "");
      form.clearErrors(name);
      facts.forgive(name);
    },
  };
}

/** A radio that was chosen before the page's scripts came: the library would choose the one that the page was drawn with. */
function keepEarlyChoice<Element>(element: Element, form: UseFormReturn<FieldValues>): Element {
  if (!(element instanceof HTMLInputElement) || element.type !== "radio") return element;
  const group = [...(element.form?.querySelectorAll<HTMLInputElement>("input[type=radio]") ?? [])];
  const chosen = group.find(({ name, checked, defaultChecked }) => name === element.name && checked && !defaultChecked);
  if (chosen && chosen.value !== form.getValues(element.name)) form.setValue(element.name, chosen.value);
  return element;
}
