"use client";

import { useActionState } from "react";
import { HiddenField } from "@/components/form/hidden-field";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import { idle } from "@/lib/errors";
import { forgetDeviceAction } from "@/lib/factors/actions";
import type { Factor } from "@/lib/factors/schema";

type DeviceRowProps = { device: Factor["devices"][number]; timeZone: string };

/** A browser that is not asked for the second factor. */
export function DeviceRow({ device, timeZone }: DeviceRowProps) {
  const [state, forget, pending] = useActionState(forgetDeviceAction, idle);
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-3 px-5 py-4">
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-medium">{device.device}</p>
        <p className="mt-0.5 flex flex-wrap gap-x-1.5 text-muted text-table">
          <span className="font-mono">{device.address ?? "Unknown address"}</span>
          <span aria-hidden="true">·</span>
          <span>
            remembered <RelativeTime value={device.createdAt} timeZone={timeZone} />
          </span>
          <span aria-hidden="true">·</span>
          <span>
            ends <RelativeTime value={device.expiresAt} timeZone={timeZone} />
          </span>
        </p>
      </div>
      <form action={forget}>
        <HiddenField name="id" value={device.id} />
        <Button type="submit" size="sm" pending={pending} aria-label={`Forget ${device.device}`}>
          Forget
        </Button>
        {state.status === "failed" && (
          <p role="alert" className="mt-1 text-danger text-table">
            {state.message}
          </p>
        )}
      </form>
    </li>
  );
}
