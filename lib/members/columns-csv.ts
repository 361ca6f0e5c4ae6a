import type { z } from "zod";
import type { CsvColumn } from "@/lib/csv/list-route";
import type { exportedMember } from "./schema";

export const memberCsv: CsvColumn<z.output<typeof exportedMember>>[] = [
  { header: "Id", value: ({ id }) => id },
  { header: "Name", value: ({ name }) => name },
  { header: "E-mail", value: ({ email }) => email },
  { header: "Role", value: ({ roleName }) => roleName },
  { header: "Role key", value: ({ roleKey }) => roleKey },
  { header: "Flags", value: ({ flags }) => flags.join(" ") },
  { header: "Status", value: ({ status }) => status },
  { header: "Second factor", value: ({ secondFactor }) => (secondFactor ? "on" : "off") },
  { header: "Origin", value: ({ origin }) => origin },
  { header: "Joined", value: ({ joinedAt }) => joinedAt.toISOString() },
  { header: "Last active", value: ({ lastActiveAt }) => lastActiveAt?.toISOString() },
];
