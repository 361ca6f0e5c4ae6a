import type { z } from "zod";
import { Handle } from "@/lib/access/handle";
import { acceptInvitation } from "@/lib/invitations/operations";
import { rotateKey } from "@/lib/keys/operations";
import { setUpOrganization } from "@/lib/organizations/operations";
import { peekActivation } from "@/lib/registrations/asking-operations";
import { approveRegistration } from "@/lib/registrations/operations";
import { acceptOwnership } from "@/lib/settings/operations";

/*
 * A process that does what the web process does, through the same handles, pool and pipelining, until it is killed.
 * Parent to child: one `Orders`. Child to parent: "ready", then the name of each act that was acknowledged.
 */
export type Act = "found" | "accept" | "approve" | "transfer" | "regenerate";

export type Orders = {
  found: { session: string; input: z.input<typeof setUpOrganization.input> };
  accept: { session: string; code: string };
  approve: { session: string; slug: string; request: string };
  transfer: { session: string; slug: string; transfer: string };
  regenerate: { session: string; slug: string; key: string };
};

const request = () => ({
  id: crypto.randomUUID(),
  address: `10.1.2.${Math.floor(Math.random() * 250)}`,
  agent: "victim",
});
const account = (session: string) => new Handle({ kind: "account", secret: session }, request());
const member = (session: string, slug: string) =>
  new Handle({ kind: "session", secret: session, audience: slug }, request());

process.on("message", (message) => {
  const orders = message as Orders;
  const acts: Record<Act, Promise<unknown>> = {
    found: account(orders.found.session).run(setUpOrganization, orders.found.input),
    accept: account(orders.accept.session).run(acceptInvitation, { secret: orders.accept.code }),
    approve: member(orders.approve.session, orders.approve.slug).run(approveRegistration, {
      id: orders.approve.request,
    }),
    transfer: member(orders.transfer.session, orders.transfer.slug).run(acceptOwnership, {
      id: orders.transfer.transfer,
    }),
    regenerate: member(orders.regenerate.session, orders.regenerate.slug).run(rotateKey, {
      id: orders.regenerate.key,
    }),
  };
  for (const [name, done] of Object.entries(acts))
    done.then(
      () => process.send?.(name),
      (error: unknown) => process.send?.(`${name}: ${String(error)}`),
    );
});

// Connections that stand already, as in a process that has served for a while.
await Promise.all(
  Array.from({ length: 6 }, () =>
    new Handle({ kind: "none" }, request()).run(peekActivation, { token: "none" }).catch(() => undefined),
  ),
);
process.send?.("ready");
