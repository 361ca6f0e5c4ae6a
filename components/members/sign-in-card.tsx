"use client";

import { Laptop, Smartphone } from "lucide-react";
import { send } from "@/components/form/send";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { RelativeTime } from "@/components/ui/relative-time";
import { toast } from "@/components/ui/toast";
import type { ActionState } from "@/lib/errors";
import { endMemberSessionAction, endMemberSessionsAction } from "@/lib/members/actions";
import type { MemberSession, MemberSignIn, MemberView } from "@/lib/members/schema";
import { methodWords, signInWays } from "@/lib/sign-in-ways";

type SignInCardProps = { member: MemberView; signIn: MemberSignIn; organizationId: string; timeZone: string };

const ways: Record<string, string> = { password: "password", oidc: "single sign-on" };

/** How a member signs in and where they are signed in to this organization. */
export function SignInCard({ member, signIn, organizationId, timeZone }: SignInCardProps) {
  const fields = { organization: organizationId, id: member.id };
  const mayEnd = member.abilities.remove.allowed;
  return (
    <Card
      title="Sign-in and sessions"
      description={`${waysText(signIn.ways, member.secondFactor)} Sessions are this organization's.`}
      actions={
        mayEnd &&
        signIn.sessions.length > 1 && (
          <EndSessions
            trigger={<Button size="sm">End all</Button>}
            name={member.name}
            onConfirm={() => send(endMemberSessionsAction, fields)}
          />
        )
      }
    >
      {signIn.sessions.length === 0 && <p className="text-muted">Not signed in at the moment.</p>}
      <ul className="divide-y">
        {signIn.sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center gap-x-3 gap-y-2 py-2.5 first:pt-0 last:pb-0">
            <SessionWords session={session} timeZone={timeZone} />
            {mayEnd && !session.current && (
              <EndSessions
                trigger={
                  <Button size="sm" variant="ghost" aria-label={`End session: ${session.device}`}>
                    End
                  </Button>
                }
                name={member.name}
                onConfirm={() => send(endMemberSessionAction, { ...fields, session: session.id })}
              />
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function waysText(known: string[], secondFactor: boolean): string {
  const [only, ...others] = known.map(
    (way) => ways[way] ?? signInWays.find(({ value }) => value === way)?.label ?? way,
  );
  if (!only) return "Has no way of their own to sign in.";
  const all = [only, ...others].join(", ");
  return secondFactor ? `Signs in by ${all} and a second factor.` : `Signs in by ${all}, without a second factor.`;
}

function SessionWords({ session, timeZone }: { session: MemberSession; timeZone: string }) {
  const Device = /Android|iOS/.test(session.device) ? Smartphone : Laptop;
  return (
    <>
      <Device aria-hidden="true" className="size-5 shrink-0 text-muted" />
      <span className="min-w-0 flex-1 basis-44">
        <span className="flex flex-wrap items-center gap-2">
          {session.device}
          {session.current && <Badge tone="positive">This session</Badge>}
        </span>
        <span className="block text-muted text-table">
          <span className="font-mono">{session.address ?? "Unknown address"}</span> · {methodWords(session.method)} ·
          last used <RelativeTime value={session.lastUsedAt} timeZone={timeZone} />
        </span>
      </span>
    </>
  );
}

type EndSessionsProps = {
  trigger: React.ReactElement;
  name: string;
  onConfirm: () => Promise<ActionState<unknown>>;
};

function EndSessions({ trigger, name, onConfirm }: EndSessionsProps) {
  return (
    <ConfirmDialog
      trigger={trigger}
      title={`Sign ${name} out?`}
      confirmLabel="End now"
      onConfirm={async () => {
        const state = await onConfirm();
        if (state.status === "done") toast.done("Ended");
        return state;
      }}
    >
      With the next request they are asked to sign in again. Nothing else changes, and other organizations of theirs
      stay open.
    </ConfirmDialog>
  );
}
