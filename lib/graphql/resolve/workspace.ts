import type { z } from "zod";
import { getWorkspace, updateWorkspace } from "@/lib/workspace/operations";
import { payload } from "../faults";
import type { Input, Maybe, Resolvers } from "../resolvers";

type Given = z.input<typeof updateWorkspace.input> & { organization_id?: Maybe<string> };

export const workspaceResolvers: Resolvers = {
  Query: {
    workspace_config: (_: unknown, __: unknown, reader) =>
      reader.once(reader.here(), "workspace", () => reader.here().run(getWorkspace, {})),
  },
  WorkspaceConfigType: { object_type: () => "workspace_config" },
  Mutation: {
    update_workspace_config: (_: unknown, { input }: Input<Given>, reader) =>
      payload(async () => {
        const { organization_id, ...given } = input;
        const at = await reader.at(organization_id);
        const changed = await reader.run(at, updateWorkspace, { ...given });
        reader.about(at);
        return { workspace_config: changed };
      }),
  },
};
