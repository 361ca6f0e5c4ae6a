"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import {
  type ReactNode,
  startTransition,
  useActionState,
  useEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from "react";
import { type FieldValues, FormProvider, useForm } from "react-hook-form";
import type { ZodType } from "zod";
import { FormFactsContext, type FormValue } from "@/components/form/form-context";
import { type NestedValues, valueAt } from "@/components/form/nested-values";
import { OrganizationField } from "@/components/form/organization-field";
import { ProofElsewhere } from "@/components/form/proof-elsewhere";
import { AskedProof } from "@/components/form/proof-field";
import { type ProofKind, proofKindOf } from "@/components/form/proof-kind";
import type { ShownRecord } from "@/components/form/shown-record";
import { useMeanwhile } from "@/components/form/use-meanwhile";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { classNames } from "@/components/ui/class-names";
import { FaultCallout } from "@/components/ui/fault-callout";
import { type ActionState, idle } from "@/lib/errors";

export type ActionFormProps<Result> = {
  /** Checks what the fields below hold before it is sent; the operation checks again. */
  schema?: ZodType<FieldValues, FieldValues>;
  action: (state: ActionState<Result>, form: FormData) => Promise<ActionState<Result>>;
  defaultValues?: NestedValues;
  /** The verb, e.g. "Send 3 invitations". */
  submitLabel: string;
  submitTone?: "primary" | "secondary" | "danger";
  organizationId?: string;
  /** The record that the fields show: what somebody else changes of it meanwhile is told and not overwritten. */
  shown?: ShownRecord | undefined;
  onDone?: (data: Result, message: string | undefined) => void;
  /** Where a success belongs on the same page: false hides its sentence. */
  showDone?: boolean;
  /** Beside the submit button, such as Cancel. */
  secondary?: ReactNode;
  layout?: "page" | "fill";
  /** What stands in place of the form once it is done, also before JavaScript. */
  done?: (data: Result) => ReactNode;
  /** Below the fields, knowing why it was refused last. */
  after?: (reason: string | undefined) => ReactNode;
  /** Without its submit button, where there is nothing to send. */
  hidden?: boolean;
  className?: string;
  children?: ReactNode;
};

type Failed = Extract<ActionState, { status: "failed" }>;

export function ActionForm<Result>(props: ActionFormProps<Result>) {
  const { schema, defaultValues = {}, submitLabel, submitTone = "primary", layout = "page", showDone = true } = props;
  const [state, dispatch, pending] = useActionState<ActionState<Result>, FormData>(props.action, idle);
  const form = useForm<FieldValues>({
    defaultValues,
    mode: "onSubmit",
    reValidateMode: "onChange",
    resolver: schema && zodResolver(schema),
  });
  const element = useRef<HTMLFormElement>(null);
  const [forgiven, setForgiven] = useState<ReadonlySet<string>>(new Set());
  const [proofs] = useState(() => new Set<ProofKind>());
  const [shown] = useState(() => new Set<string>());
  const meanwhile = useMeanwhile({ shown: props.shown, state, element, form });
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  const onDone = useRef(props.onDone);
  onDone.current = props.onDone;

  useEffect(() => {
    if (state.status === "done") onDone.current?.(state.data, state.message);
    if (state.status !== "failed") return;
    showFault(element.current);
    drawAgain(); // after a post without JavaScript: by now the form knows its fields
  }, [state]);

  const facts = useMemo(() => {
    const fields = state.status === "failed" ? (state.fields ?? {}) : {};
    const typed = state.status === "failed" ? state.values : undefined;
    return {
      pending,
      initial: (name: string): FormValue => typed?.[name] ?? valueAt(defaultValues, name),
      serverFault: (name: string) => (forgiven.has(name) ? undefined : (fields[name]?.[0] ?? meanwhile.faults[name])),
      present: (name: string) => meanwhile.present[name],
      proofs,
      shown,
      forgive: (name: string) => setForgiven((names) => (names.has(name) ? names : new Set(names).add(name))),
    };
  }, [state, pending, defaultValues, forgiven, proofs, shown, meanwhile.faults, meanwhile.present]);

  const asked = useAskedProof(state);

  function send() {
    const target = element.current;
    if (!target) return;
    const body = meanwhile.bodyOf(target);
    setForgiven(new Set());
    startTransition(() => dispatch(body));
  }

  const check = form.handleSubmit(send, (errors) => {
    if (!Object.keys(errors).some((name) => hasShownField(element.current, name))) send();
  });

  if (state.status === "done" && props.done) return props.done(state.data);
  return (
    <FormProvider {...form}>
      <FormFactsContext value={facts}>
        <form
          ref={element}
          action={dispatch}
          noValidate
          aria-busy={pending}
          onSubmit={(event) => {
            event.preventDefault();
            if (!pending) void check(event);
          }}
          className={classNames("space-y-5", layout === "page" && "max-w-140", props.className)}
        >
          {props.organizationId && <OrganizationField id={props.organizationId} />}
          {asked === "provider" && <ProofElsewhere />}
          {state.status === "failed" && !isToldBelow(state, shown) && !wantsProvider(state) && (
            <FaultCallout state={state} />
          )}
          {props.children}
          {props.after?.(state.status === "failed" ? state.reason : undefined)}
          {asked && asked !== "provider" && <AskedProof kind={asked} />}
          {state.status === "done" && showDone && state.message && <Callout tone="positive">{state.message}</Callout>}
          <div className={classNames("flex flex-wrap items-center gap-2", props.hidden && "hidden")}>
            <Button
              type="submit"
              variant={submitTone}
              pending={pending}
              className={classNames(
                layout === "fill" && "h-auto min-h-9 w-full whitespace-normal py-1.5 touch:min-h-11",
              )}
            >
              {submitLabel}
            </Button>
            {props.secondary}
          </div>
        </form>
      </FormFactsContext>
    </FormProvider>
  );
}

/** A sentence that stands at its field already. */
function isToldBelow({ message, fields = {} }: Failed, shown: ReadonlySet<string>): boolean {
  return Object.entries(fields).some(([name, [sentence]]) => sentence === message && shown.has(name));
}

/** Asked for above the fields, by what says the same and leads there. */
function wantsProvider({ code, reason }: Failed): boolean {
  return code === "confirm_password" && proofKindOf(reason) === "provider";
}

/** The proof that the act was refused for; asked for until the act is done, also while a wrong one is told. */
function useAskedProof(state: ActionState<unknown>): ProofKind | undefined {
  const [kind, setKind] = useState<ProofKind>();
  const now = state.status === "failed" && state.code === "confirm_password" ? proofKindOf(state.reason) : undefined;
  useEffect(() => {
    if (now) setKind(now);
    else if (state.status === "done") setKind(undefined);
  }, [now, state]);
  return now ?? kind;
}

/** A fault in something that the form does not show is for the server to name; it must not block in silence. */
function hasShownField(form: HTMLFormElement | null, name: string): boolean {
  return [...(form?.elements ?? [])].some(
    (control) =>
      (control instanceof HTMLInputElement ||
        control instanceof HTMLSelectElement ||
        control instanceof HTMLTextAreaElement) &&
      control.type !== "hidden" &&
      (control.name === name || control.name.startsWith(`${name}.`)),
  );
}

function showFault(form: HTMLFormElement | null) {
  const field = form?.querySelector<HTMLElement>("[aria-invalid=true]");
  if (field) field.focus();
  else form?.querySelector("[role=alert], [role=status]")?.scrollIntoView({ block: "nearest" });
}
