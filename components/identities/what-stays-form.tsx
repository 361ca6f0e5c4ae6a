"use client";

import { KeyRound } from "lucide-react";
import { type ReactNode, useState } from "react";
import { ActionForm } from "@/components/form/action-form";
import { ProviderMark } from "@/components/identities/provider-mark";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { DateTime } from "@/components/ui/date-time";
import { RelativeTime } from "@/components/ui/relative-time";
import { keepWaysAction } from "@/lib/identities/actions";
import type { WhatStays } from "@/lib/identities/schema";
import { signInWays } from "@/lib/sign-in-ways";

type Props = { stays: WhatStays; timeZone: string };

/** Each with a tick that says it stays. A way that is not of the person's own address has to be ticked by hand. */
export function WhatStaysForm({ stays: { identities, keys }, timeZone }: Props) {
  const [kept, setKept] = useState<ReadonlySet<string>>(
    () => new Set([...identities.filter(({ own }) => own), ...keys].map(({ id }) => id)),
  );
  const row = (id: string) => ({ kept: kept.has(id), onKeep: () => setKept(toggled(kept, id)) });
  return (
    <ActionForm
      action={keepWaysAction}
      submitLabel="Keep what is ticked"
      layout="fill"
      className="[&_button[type=submit]]:w-auto"
    >
      {identities.length > 0 && (
        <Card title="Linked sign-ins" description="Each opens your account without the password." padded={false}>
          <ul className="divide-y">
            {identities.map(({ id, provider, email, createdAt, own }) => (
              <Row key={id} {...row(id)} icon={<ProviderMark provider={provider} />} title={labelOf(provider)}>
                {email ? `${email}, linked` : "Linked"} <DateTime value={createdAt} timeZone={timeZone} />
                {!own && (
                  <>
                    {" "}
                    <Badge tone="warning">Not known as your address</Badge>
                  </>
                )}
              </Row>
            ))}
          </ul>
        </Card>
      )}
      {keys.length > 0 && (
        <Card title="API keys that you made" description="They go on with your rights there." padded={false}>
          <ul className="divide-y">
            {keys.map(({ id, label, organization, last4, lastUsedAt }) => (
              <Row key={id} {...row(id)} icon={<KeyRound aria-hidden="true" />} title={label}>
                {organization}, ends in {last4},{" "}
                {lastUsedAt ? (
                  <>
                    last used <RelativeTime value={lastUsedAt} timeZone={timeZone} />
                  </>
                ) : (
                  "never used"
                )}
              </Row>
            ))}
          </ul>
        </Card>
      )}
      {identities.map(({ id }) => kept.has(id) && <input key={id} type="hidden" name="ways[]" value={id} />)}
      {keys.map(({ id }) => !kept.has(id) && <input key={id} type="hidden" name="endKeys[]" value={id} />)}
    </ActionForm>
  );
}

type RowProps = { kept: boolean; onKeep: () => void; icon: ReactNode; title: string; children: ReactNode };

function Row({ kept, onKeep, icon, title, children }: RowProps) {
  return (
    <li>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the checkbox is its control */}
      <label className="flex cursor-pointer items-center gap-4 px-5 py-4 [&>svg]:size-5 [&>svg]:shrink-0">
        {icon}
        <span className="min-w-0 flex-1">
          <span className="block font-medium">{title}</span>
          <span className="mt-0.5 block break-words text-muted text-table">{children}</span>
        </span>
        <Checkbox checked={kept} onChange={onKeep} />
      </label>
    </li>
  );
}

const labelOf = (provider: string) => signInWays.find(({ value }) => value === provider)?.label ?? provider;

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}
