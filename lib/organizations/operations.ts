import { z } from "zod";
import { defineOperation } from "@/lib/access/operation";
import { myOrganization, myOrganizations } from "./mine";

export const listMyOrganizations = defineOperation({
  name: "account.organizations",
  scope: "account",
  access: "read",
  summary: "List the organizations that you belong to",
  limits: [],
  input: z.strictObject({}),
  output: z.array(myOrganization),
  run: ({ db }) => myOrganizations(db),
});
