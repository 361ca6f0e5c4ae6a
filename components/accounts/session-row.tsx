"use client";

import { Laptop, Smartphone } from "lucide-react";
import { EndSession } from "@/components/accounts/end-session";
import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import { methodWords } from "@/lib/sign-in-ways";

export type ShownSession = {
  id: string;
  current: boolean;
  method: string;
  device: string;
  address: string | null;
  organizations: string[];
  createdAt: Date;
  lastUsedAt: Date;
};

export function SessionRow({ session, timeZone }: { session: ShownSession; timeZone: string }) {
  const Device = /Android|iOS/.test(session.device) ? Smartphone : Laptop;
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-3 px-5 py-4">
      <Device aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-muted" />
      <div className="min-w-0 flex-1 basis-56">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-medium">{session.device}</span>
          {session.current && <Badge tone="positive">This session</Badge>}
        </p>
        <p className="mt-0.5 flex flex-wrap items-center gap-x-1.5 text-muted text-table">
          {session.address ? <span className="font-mono">{session.address}</span> : <span>Unknown address</span>}
          <span aria-hidden="true">·</span>
          <span>
            last used <RelativeTime value={session.lastUsedAt} timeZone={timeZone} />
          </span>
          <span aria-hidden="true">·</span>
          <span>
            signed in <RelativeTime value={session.createdAt} timeZone={timeZone} /> {methodWords(session.method)}
          </span>
        </p>
        {session.organizations.length > 0 && (
          <p className="mt-0.5 text-muted text-table">Open in {session.organizations.join(", ")}</p>
        )}
      </div>
      {!session.current && <EndSession id={session.id} device={session.device} />}
    </li>
  );
}
