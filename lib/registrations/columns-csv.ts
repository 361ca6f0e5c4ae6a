import type { z } from "zod";
import type { CsvColumn } from "@/lib/csv/list-route";
import { decisionInWords } from "./rules";
import type { exportedRegistration } from "./schema";

export const registrationCsv: CsvColumn<z.output<typeof exportedRegistration>>[] = [
  { header: "Id", value: ({ id }) => id },
  { header: "Name", value: ({ name }) => name },
  { header: "E-mail", value: ({ email }) => email },
  { header: "Message", value: ({ message }) => message },
  { header: "State", value: ({ state }) => state },
  { header: "What became of it", value: (row) => decisionInWords(row) },
  { header: "Role", value: ({ roleName }) => roleName },
  { header: "Note or reason", value: ({ note }) => note },
  { header: "Decided by", value: ({ decidedByName }) => decidedByName },
  { header: "Asked", value: ({ createdAt }) => createdAt.toISOString() },
  { header: "Due", value: ({ dueAt }) => dueAt?.toISOString() },
  { header: "Decided", value: ({ decidedAt }) => decidedAt?.toISOString() },
  { header: "Joined", value: ({ joinedAt }) => joinedAt?.toISOString() },
];
