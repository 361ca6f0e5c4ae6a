"use server";

import { organizationAction } from "@/lib/access/action-door";
import { env } from "@/lib/env";
import type { ActionState } from "@/lib/errors";
import { organizationLink, rootLink } from "@/lib/hosts";
import * as operations from "./operations";

type State = ActionState<object>;

export async function updateSettingsAction(_: State, form: FormData): Promise<State> {
  return organizationAction(operations.updateSettings, form, { message: () => "Saved." });
}

export async function updateRoleSettingsAction(_: State, form: FormData): Promise<State> {
  return organizationAction(operations.updateRoleSettings, form, {
    message: () => "Saved. It holds from the next request on.",
  });
}

export async function updateRequestSettingsAction(_: State, form: FormData): Promise<State> {
  return organizationAction(operations.updateRequestSettings, form, { message: () => "Saved." });
}

export async function changeAddressAction(_: State, form: FormData): Promise<State> {
  const after = ({ slug }: { slug: string }) => organizationLink(env().rootUrl, slug, "/settings/address");
  return organizationAction(operations.changeAddress, form, { after });
}

export async function deleteOrganizationAction(_: State, form: FormData): Promise<State> {
  return organizationAction(operations.deleteOrganization, form, {
    after: () => rootLink(env().rootUrl, "/organizations"),
  });
}

export async function offerOwnershipAction(_: State, form: FormData): Promise<State> {
  return organizationAction(operations.offerOwnership, form);
}

export async function cancelOwnershipAction(_: State, form: FormData): Promise<State> {
  return organizationAction(operations.cancelOwnership, form);
}

export async function acceptOwnershipAction(_: State, form: FormData): Promise<State> {
  return organizationAction(operations.acceptOwnership, form);
}

export async function declineOwnershipAction(_: State, form: FormData): Promise<State> {
  return organizationAction(operations.declineOwnership, form);
}
