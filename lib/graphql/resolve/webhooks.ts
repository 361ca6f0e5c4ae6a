import type { z } from "zod";
import type { Handle } from "@/lib/access/handle";
import { karrioNames } from "@/lib/events/nouns";
import {
  createWebhook,
  deleteWebhook,
  disableWebhook,
  enableWebhook,
  findWebhook,
  listWebhooks,
  updateWebhook,
} from "@/lib/webhooks/operations";
import type { WebhookView } from "@/lib/webhooks/schema";
import { payload, refuseField } from "../faults";
import { boundsOf, connection, refuseOthers, type Window } from "../pages";
import type { Reader } from "../reader";
import type { Input, Maybe, Resolvers } from "../resolvers";
import { asPerson } from "./people";

type Filter = Window & {
  url?: Maybe<string>;
  description?: Maybe<string>;
  events?: Maybe<string[]>;
  disabled?: Maybe<boolean>;
  test_mode?: Maybe<boolean>;
};
type Given = {
  url?: Maybe<string>;
  enabled_events?: Maybe<string[]>;
  events?: Maybe<string[]>;
  description?: Maybe<string>;
  disabled?: Maybe<boolean>;
  password?: Maybe<string>;
  factor_code?: Maybe<string>;
};
type Shown = z.output<typeof updateWebhook.output>;

const known = ["offset", "first", "url", "description", "events", "disabled", "test_mode"];
const names = { events: "enabled_events" };

export const webhookResolvers: Resolvers = {
  Query: {
    webhook: async (_: unknown, { id }: { id: string }, reader) =>
      asWebhook(await reader.run(reader.here(), findWebhook, { id })),
    webhooks: async (_: unknown, { filter }: { filter?: Maybe<Filter> }, reader) => {
      const window = filter ?? {};
      refuseOthers(window, known);
      const { offset, first } = boundsOf(window);
      const all = (await webhooksAt(reader, reader.here())).filter((each) => fits(each, window));
      const items = all.slice(offset, offset + first).map((each) => asWebhook(each));
      return connection({ items, offset, more: all.length > offset + first }, () => all.length);
    },
  },
  Mutation: {
    create_webhook: (_: unknown, { input }: Input<Given & { url: string }>, reader) =>
      payload(async () => {
        const at = reader.here();
        const { url, description, disabled } = input;
        const asked = { url, events: eventsOf(input) ?? [], ...(description ? { description } : {}) };
        const { id, secret } = await reader.run(at, createWebhook, asked, proofOf(input));
        if (disabled) await reader.run(at, disableWebhook, { id });
        return { webhook: asWebhook(await reader.run(at, findWebhook, { id }), secret) };
      }, names),
    update_webhook: (_: unknown, { input }: Input<Given & { id: string }>, reader) =>
      payload(async () => {
        const at = reader.here();
        const { id, url, description, disabled } = input;
        const events = eventsOf(input);
        const changes = { ...(url ? { url } : {}), ...(events ? { events } : {}), ...textOf(description) };
        if (Object.keys(changes).length > 0) await reader.run(at, updateWebhook, { id, ...changes }, proofOf(input));
        if (disabled === true) await reader.run(at, disableWebhook, { id });
        if (disabled === false) await reader.run(at, enableWebhook, { id });
        return { webhook: asWebhook(await reader.run(at, findWebhook, { id })) };
      }, names),
    delete_webhook: (_: unknown, { input }: Input<{ id: string }>, reader) =>
      payload(async () => {
        await reader.run(reader.here(), deleteWebhook, { id: input.id });
        return { id: input.id };
      }),
  },
};

async function webhooksAt(reader: Reader, at: Handle): Promise<WebhookView[]> {
  return (await reader.once(at, "webhooks", () => at.run(listWebhooks, {}))).data;
}

function fits(webhook: WebhookView, { url, description, events, disabled, test_mode }: Filter): boolean {
  if (url && !webhook.url.includes(url)) return false;
  if (description && !webhook.description.toLowerCase().includes(description.toLowerCase())) return false;
  if (typeof disabled === "boolean" && disabled !== (webhook.state === "disabled")) return false;
  if (typeof test_mode === "boolean" && test_mode !== (webhook.mode === "test")) return false;
  return !events || events.length === 0 || karrioEvents(webhook.events).some((name) => events.includes(name));
}

const outside: Record<string, string> = { ...karrioNames, "*": "all" };
const served = new Set(Object.values(outside));

/** What an endpoint is sent, under the names that Karrio has. */
function karrioEvents(events: readonly string[]): string[] {
  return [...new Set(events.map((name) => outside[name] ?? name).filter((name) => served.has(name)))];
}

/** What an input asks for, under the names that an endpoint is made with; undefined where it names nothing. */
function eventsOf({ enabled_events, events }: Given): string[] | undefined {
  if (!enabled_events && !events) return undefined;
  const unknown = enabled_events?.find((name) => !served.has(name));
  if (unknown) throw refuseField("enabled_events", `Nothing of the kind ${unknown} happens here.`);
  return [...new Set([...(enabled_events ?? []).map((name) => (name === "all" ? "*" : name)), ...(events ?? [])])];
}

function textOf(description: Maybe<string>): { description?: string } {
  return description === undefined ? {} : { description: description ?? "" };
}

function proofOf({ password, factor_code }: Given) {
  return { password, factorCode: factor_code };
}

function asWebhook(webhook: Shown, secret: string | null = null) {
  const { id, url, description, events, mode, state, lastDeliveryAt, createdAt, createdBy } = webhook;
  return {
    object_type: "webhook",
    id,
    url,
    secret,
    disabled: state === "disabled",
    test_mode: mode === "test",
    description,
    enabled_events: karrioEvents(events),
    events,
    last_event_at: lastDeliveryAt,
    created: createdAt,
    created_at: createdAt,
    updated_at: null,
    created_by: createdBy === null ? null : asPerson({ name: createdBy }),
    status: state,
  };
}
