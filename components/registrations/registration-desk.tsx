"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { useEffect, useMemo, useRef, useState } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { FilterBar } from "@/components/data-table/filter-bar";
import { MissingPanel } from "@/components/data-table/list-beside";
import { addressWith } from "@/components/data-table/table-address";
import { registrationColumns } from "@/components/registrations/columns";
import { type Act, type Asker, DecideDialog, type Deciding } from "@/components/registrations/decide-dialog";
import { DecisionResults } from "@/components/registrations/decision-results";
import { RegistrationPanel } from "@/components/registrations/registration-panel";
import { useDecideKeys } from "@/components/registrations/use-decide-keys";
import { useDetail } from "@/components/registrations/use-detail";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/empty-state";
import type { RequestState } from "@/lib/registrations/rules";
import type { Decision, Registration, RegistrationDetail } from "@/lib/registrations/schema";

export type RegistrationDeskProps = {
  state: RequestState;
  rows: Registration[];
  total?: number | undefined;
  nextCursor: string | null;
  detail: RegistrationDetail | null;
  organizationId: string;
  timeZone: string;
  /** Null where the acting person may look but not decide. */
  deciding: Deciding | null;
  /** Where a decision that was begun there leads back to. */
  inboxHref: string;
};

type Open = { act: Act; people: Asker[]; clear: (() => void) | undefined };

/** A notice of another page asked for a decision on the open request. */
function askedFor(query: { get(name: string): string | null }, detail: RegistrationDetail | null): Open | undefined {
  const act = query.get("decide");
  if (detail?.state !== "pending" || (act !== "approve" && act !== "reject")) return undefined;
  return { act, people: [detail], clear: undefined };
}

const empty: Record<RequestState, { title: string; text: string }> = {
  pending: {
    title: "Nobody is waiting",
    text: "New requests appear here. People ask at /request-access on the main address.",
  },
  approved: { title: "Nobody was approved yet", text: "Approved requests appear here, with who decided." },
  rejected: { title: "Nobody was rejected", text: "Rejected and withdrawn requests appear here, with the reason." },
};

export function RegistrationDesk(props: RegistrationDeskProps) {
  const { state, rows, deciding, timeZone, organizationId } = props;
  const query = useSearchParams();
  const openId = query.get("open") || undefined;
  const whole = useDetail({ openId, fromPage: props.detail, organizationId });
  const detail = whole ?? rows.find(({ id }) => id === openId);
  const router = useRouter();
  const [open, setOpen] = useState(() => askedFor(query, deciding && props.detail));
  const [done, setDone] = useState<Decision[]>();
  const selection = useRef<{ rows: Registration[]; clear: () => void }>(null);
  const columns = useMemo(
    () => registrationColumns({ state, timeZone, narrow: openId !== undefined }),
    [state, timeZone, openId],
  );
  const closeHref = addressWith(query, { open: null });

  function decide(act: Act, focused: string | undefined): boolean {
    const chosen = selection.current?.rows ?? rows.filter(({ id }) => id === focused);
    const people = chosen.length > 0 ? chosen : detail ? [detail] : [];
    const pending = people.filter((each) => each.state === "pending");
    if (pending.length > 0) setOpen({ act, people: pending, clear: selection.current?.clear });
    return pending.length > 0;
  }

  useDecideKeys(deciding !== null && open === undefined, decide);

  function finish(decisions: Decision[]) {
    // The rows may be gone by now, and with them what held the selection.
    open?.clear?.();
    setOpen(undefined);
    setDone(decisions);
    if (query.get("from") === "inbox") location.assign(props.inboxHref);
    else router.refresh();
  }

  return (
    <>
      {done && <DecisionResults decisions={done} onDismiss={() => setDone(undefined)} />}
      <div className={classNames(openId && "grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_27rem]")}>
        <div className={classNames("min-w-0", openId && "max-lg:hidden")}>
          <DataTable
            id="registrations"
            label="Registration requests"
            columns={columns}
            rows={rows}
            rowId={({ id }) => id}
            total={props.total}
            nextCursor={props.nextCursor}
            sort={state === "pending" ? "created_at" : "-decided_at"}
            selection={deciding !== null && state === "pending"}
            shortcuts={deciding ? decideShortcuts : []}
            bulkActions={(selected) => (
              <Chosen selected={selected} hold={selection} onDecide={(act) => decide(act, undefined)} />
            )}
            detailHref={({ id }) => `/registrations${addressWith(query, { open: id })}`}
            openId={openId}
            beside="alone"
            filterKeys={state === "pending" ? ["due"] : []}
            empty={
              <EmptyState icon="registration" title={empty[state].title}>
                {empty[state].text}
              </EmptyState>
            }
          >
            <FilterBar search="Search by name or address" filters={state === "pending" ? dueFilter : []} />
          </DataTable>
        </div>
        {detail && whole !== null && (
          <RegistrationPanel
            detail={detail}
            closeHref={closeHref}
            timeZone={timeZone}
            organizationId={organizationId}
            seats={deciding?.seats}
            onDecide={deciding ? (act) => setOpen({ act, people: [detail], clear: undefined }) : undefined}
          />
        )}
        {whole === null && openId && <MissingPanel closeHref={closeHref} />}
      </div>
      {open && deciding && (
        <DecideDialog
          act={open.act}
          people={open.people}
          deciding={deciding}
          onClose={() => setOpen(undefined)}
          onDone={finish}
        />
      )}
    </>
  );
}

const dueFilter = [
  {
    key: "due",
    label: "Due",
    options: [
      { value: "overdue", label: "Overdue" },
      { value: "soon", label: "Within a day" },
      { value: "later", label: "Later" },
    ],
  },
];

const decideShortcuts: [string[], string][] = [
  [["A"], "Approve the selected requests, or this one"],
  [["R"], "Reject the selected requests, or this one"],
];

type ChosenProps = {
  selected: { rows: Registration[]; clear: () => void };
  hold: React.RefObject<{ rows: Registration[]; clear: () => void } | null>;
  onDecide: (act: Act) => void;
};

function Chosen({ selected, hold, onDecide }: ChosenProps) {
  useEffect(() => {
    hold.current = selected;
    return () => {
      hold.current = null;
    };
  }, [selected, hold]);
  return (
    <>
      <Button size="sm" variant="primary" onClick={() => onDecide("approve")}>
        Approve
      </Button>
      <Button size="sm" variant="danger" onClick={() => onDecide("reject")}>
        Reject
      </Button>
    </>
  );
}
