import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { organizations } from "@/db/schema/organizations";
import type { Database } from "./database";

const forms = "Give a day, such as 2026-03-01, or a moment, such as 2026-03-01T12:00:00Z.";
const moment = z
  .union([z.literal(""), z.iso.date(), z.iso.datetime({ offset: true, local: true })], { error: forms })
  .default("");
const zoned = "What has no offset is in the organization's time zone.";

/** What a list over a span of time is asked by; empty where nothing is. */
export const spanFilters = {
  from: moment.meta({ description: `From this day or moment on. ${zoned}` }),
  to: moment.meta({ description: `Up to this day or moment and with it. ${zoned}` }),
};

type Span = { from: string; to: string };

/** Where a span begins, and the first moment after it; a day and a moment are in it themselves. */
export function spanOf(db: Database, { from, to }: Span): { start: SQL | undefined; end: SQL | undefined } {
  const zone = sql`(select ${organizations.timeZone} from ${organizations} where ${organizations.id} = ${db.organizationId})`;
  return {
    start: from ? momentOf(from, zone) : undefined,
    end: to
      ? isDay(to)
        ? sql`(${to}::date + 1)::timestamp at time zone ${zone}`
        : after(momentOf(to, zone))
      : undefined,
  };
}

function momentOf(text: string, zone: SQL): SQL {
  return /Z$|[+-]\d\d:?\d\d$/i.test(text) && !isDay(text)
    ? sql`${text}::timestamptz`
    : sql`${text}::timestamp at time zone ${zone}`;
}

/** What is shown in milliseconds is kept in microseconds. */
function after(moment: SQL): SQL {
  return sql`${moment} + interval '1 millisecond'`;
}

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text);
