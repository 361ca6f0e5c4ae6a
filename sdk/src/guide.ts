import { mutate } from "./graphql.js";
import type { RequestOptions } from "./options.js";
import type { Transport } from "./transport.js";

/** Who acts proves it, where they did not just now: the password, or a code of their second factor. */
export type Proof = { password?: string; factorCode?: string };

export type NewInvitations = Proof & { organization?: string; emails: string[]; roles?: string[] };
export type NewKey = Proof & { label: string; permissions?: string[]; organization?: string };
export type CreatedKey = { id: string; key: string; label: string; test_mode: boolean; permissions: string[] };
export type Invitation = { id: string; guid: string; invitee_identifier: string };
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
    organization { organization_invites { id guid invitee_identifier } } ${errors} } }`,
  workspace: `mutation Workspace($data: WorkspaceConfigMutationInput!) { update_workspace_config(input: $data) {
    workspace_config { default_currency default_country_code default_weight_unit default_dimension_unit
      insured_by_default } ${errors} } }`,
  key: `mutation Key($data: CreateAPIKeyMutationInput!) { create_api_key(input: $data) {
    api_key { id key label test_mode permissions } ${errors} } }`,
};

export async function invite(transport: Transport, given: NewInvitations, options?: RequestOptions) {
  const { organization, emails, roles, ...proof } = given;
  const input = { org_id: organization ?? transport.organization, emails, roles, ...proofOf(proof) };
  type Result = { organization: { organization_invites: Invitation[] } };
  const sent = await mutate<Result>(transport, documents.invite, input, options);
  return sent.organization.organization_invites;
}

export async function changeWorkspace(transport: Transport, input: WorkspaceChange, options?: RequestOptions) {
  type Result = { workspace_config: Record<string, unknown> };
  return (await mutate<Result>(transport, documents.workspace, input, options)).workspace_config;
}

export async function createKey(transport: Transport, given: NewKey, options?: RequestOptions): Promise<CreatedKey> {
  const { label, permissions, organization, ...proof } = given;
  const input = { label, permissions, organization: organization ?? transport.organization, ...proofOf(proof) };
  return (await mutate<{ api_key: CreatedKey }>(transport, documents.key, input, options)).api_key;
}

function proofOf({ password, factorCode }: Proof) {
  return { password, factor_code: factorCode };
}
