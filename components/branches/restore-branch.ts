import { send } from "@/components/form/send";
import { toast } from "@/components/ui/toast";
import { restoreBranchAction } from "@/lib/branches/actions";

/** Opens an archived branch again, and says so where that fails. */
export async function restoreBranch(organizationId: string, id: string): Promise<void> {
  const state = await send(restoreBranchAction, { organization: organizationId, id });
  if (state.status === "failed") toast.failed(state.message);
}
