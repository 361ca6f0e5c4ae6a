import { refuseOthers } from "./fields.js";
import { mutate } from "./graphql.js";
import { inOrganization, type RequestOptions } from "./options.js";
import type { Transport } from "./transport.js";

/** Who acts proves it, where they did not just now: the password, or a code of their second factor. */
export type Proof = { password?: string; factorCode?: string };

export type NewInvitations = Proof & {
  emails: string[];
  roles?: string[];
  /** Its id, before that of the call's options and the one that is chosen. */
  organization?: string;
  /** The same as `organization`. */
  org_id?: string;
  /** Taken and not followed: links lead to this installation. */
  redirect_url?: string;
};
export type NewKey = Proof & { label: string; permissions?: string[]; organization?: string };
/** `key` is shown once: null where the first answer was lost and the call was sent again. */
export type CreatedKey = { id: string; key: string | null; label: string; test_mode: boolean; permissions: string[] };
/** What became of an address: `id` and `guid` are those of the invitation, null where none was made. */
export type Invited = {
  id: string | null;
  guid: string | null;
  invitee_identifier: string;
  outcome: "created" | "already_invited" | "already_member";
};
export type WorkspaceChange = {
  organization_id?: string;
  default_currency?: string;
  default_country_code?: string | null;
  default_weight_unit?: "KG" | "LB" | "OZ" | "G";
  default_dimension_unit?: "CM" | "IN";
  insured_by_default?: boolean;
  [setting: string]: unknown;
};

const errors = "errors { field messages }";
const documents = {
  invite: `mutation Invite($data: SendOrganizationInvitesMutationInput!) { send_organization_invites(input: $data) {
    outcomes { id guid: id invitee_identifier: email outcome } ${errors} } }`,
  workspace: `mutation Workspace($data: WorkspaceConfigMutationInput!) { update_workspace_config(input: $data) {
    workspace_config { default_currency default_country_code default_weight_unit default_dimension_unit
      insured_by_default } ${errors} } }`,
  key: `mutation Key($data: CreateAPIKeyMutationInput!) { create_api_key(input: $data) {
    api_key { id key label test_mode permissions } ${errors} } }`,
};

export async function invite(
  transport: Transport,
  given: NewInvitations,
  options?: RequestOptions,
): Promise<Invited[]> {
  const { organization, org_id = organization, redirect_url, emails, roles, password, factorCode, ...others } = given;
  refuseOthers(others);
  if (organization !== undefined && organization !== org_id)
    throw new TypeError("organization and org_id name two organizations.");
  const input = { org_id, redirect_url, emails, roles, password, factor_code: factorCode };
  const asked = inOrganization(org_id, options);
  return (await mutate<{ outcomes: Invited[] }>(transport, documents.invite, input, asked)).outcomes;
}

export async function changeWorkspace(transport: Transport, input: WorkspaceChange, options?: RequestOptions) {
  type Result = { workspace_config: Record<string, unknown> };
  const asked = inOrganization(input.organization_id, options);
  return (await mutate<Result>(transport, documents.workspace, input, asked)).workspace_config;
}

export async function createKey(transport: Transport, given: NewKey, options?: RequestOptions): Promise<CreatedKey> {
  const { label, permissions, organization, password, factorCode, ...others } = given;
  refuseOthers(others);
  const input = { label, permissions, organization, password, factor_code: factorCode };
  const asked = inOrganization(organization, options);
  const { api_key } = await mutate<{ api_key: CreatedKey }>(transport, documents.key, input, asked);
  // An answer that comes again has the beginning and the end of the key, which opens nothing.
  return api_key.key?.includes("…") ? { ...api_key, key: null } : api_key;
}
