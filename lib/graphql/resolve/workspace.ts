import type { z } from "zod";
import { getWorkspace, updateWorkspace } from "@/lib/workspace/operations";
import { payload } from "../faults";
import type { Input, Maybe, Resolvers } from "../resolvers";

const lists = ["pref_first_mile", "pref_last_mile", "pref_form_factor"] as const;

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
        for (const name of lists) if (given[name] === null) given[name] = [];
        const changed = await reader.run(at, updateWorkspace, { ...given });
        reader.about(at);
        return { workspace_config: changed };
      }),
  },
};
