"use client";

import { TextField } from "@/components/form/text-field";
import { EventPicker } from "@/components/webhooks/event-picker";
import type { EventKind } from "@/lib/events/schema";

export function WebhookFields({ kinds, chosen }: { kinds: EventKind[]; chosen: string[] }) {
  return (
    <>
      <TextField name="url" type="url" label="Address" help="Where events are posted to, over https." autoFocus />
      <TextField name="description" label="Description" optional help="What listens there, such as “Warehouse”." />
      <EventPicker kinds={kinds} chosen={chosen} />
    </>
  );
}
