import { z } from "zod";
import { listInput } from "@/lib/access/list";
import { idInput, idOutput } from "@/lib/ids";
import { closedAs, requestState } from "@/lib/registrations/schema";
import { type NoticeKind, noticeKinds } from "./choices";

export const notice = z.object({
  id: idOutput("ntc"),
  kind: z.string(),
  title: z.string(),
  body: z.string().nullable(),
  path: z.string().nullable(),
  readAt: z.date().nullable(),
  archivedAt: z.date().nullable(),
  createdAt: z.date(),
  /** The request that it is about, for somebody who decides. */
  request: z.object({ id: idOutput("reg"), state: requestState, closedAs: closedAs.nullable() }).nullable(),
});

export type Notice = z.output<typeof notice>;

export const shownNotices = z.enum(["all", "unread", "archived"]);

export const noticesInput = listInput({
  sorts: ["created_at"],
  sort: "-created_at",
  filters: { show: shownNotices.default("all") },
});

const ids = z.array(idInput("ntc")).min(1).max(100);

export const markInput = z.strictObject({ ids });
export const archiveInput = z.strictObject({
  ids,
  archived: z.preprocess((given) => (typeof given === "string" ? given === "true" : given), z.boolean()).default(true),
});

const kindNames = Object.keys(noticeKinds) as [NoticeKind, ...NoticeKind[]]; // the keys of a constant that has several
const mailChoice = z.enum(["now", "digest", "off"]);

export const preference = z.object({
  kind: z.enum(kindNames),
  inApp: z.boolean(),
  mail: mailChoice,
  /** Where false, the mail of this kind always comes. */
  choosable: z.boolean(),
});

export type NoticePreference = z.output<typeof preference>;

/** A switch that is off sends nothing. */
const switched = z.preprocess((value) => value === true || value === "true", z.boolean());

export const chooseInput = z.strictObject({
  choices: z
    .array(z.strictObject({ kind: z.enum(kindNames), in_app: switched, mail: mailChoice }))
    .min(1)
    .max(kindNames.length),
});
