import { z } from "zod";
import { idInput } from "@/lib/ids";

const row = z.object({
  since: z.coerce.date().nullable(),
  codes_left: z.number(),
  devices: z.array(
    z.object({
      id: z.uuid(),
      device: z.string().nullable(),
      address: z.string().nullable(),
      created_at: z.coerce.date(),
      expires_at: z.coerce.date(),
    }),
  ),
  wanted_by: z.array(z.object({ name: z.string(), from: z.coerce.date() })),
});

export const factorRow = row.transform(({ codes_left, wanted_by, devices, since }) => ({
  since,
  codesLeft: codes_left,
  wantedBy: wanted_by,
  devices: devices.map(({ id, device, address, created_at, expires_at }) => ({
    id,
    device: device ?? "Unknown device",
    address,
    createdAt: created_at,
    expiresAt: expires_at,
  })),
}));

/** A person's second factor as their security page shows it. */
export const factor = z.object({
  since: z.date().nullable(),
  codesLeft: z.number(),
  devices: z.array(
    z.object({
      id: z.uuid(),
      device: z.string(),
      address: z.string().nullable(),
      createdAt: z.date(),
      expiresAt: z.date(),
    }),
  ),
  /** Organizations that demand one, and from when on. */
  wantedBy: z.array(z.object({ name: z.string(), from: z.date() })),
});

export type Factor = z.output<typeof factor>;

export const memberReference = z.strictObject({ id: idInput("mem") });

export const platformReset = z.strictObject({
  id: idInput("usr"),
  reason: z.string().trim().min(5, "Say why; it stays on the record.").max(500),
});
