import { addThroughServer } from "@/lib/servers/operations";
import { payload } from "../faults";
import type { Input, Maybe, Resolvers } from "../resolvers";

type Named = { organization_id: string; email?: Maybe<string>; user_id?: Maybe<string>; role?: Maybe<string> };

export const serverResolvers: Resolvers = {
  Mutation: {
    add_organization_member: (_: unknown, { input }: Input<Named>, reader) =>
      payload(
        async () => {
          const { organization_id, email, user_id, role } = input;
          const named = { ...(email && { email }), ...(user_id && { userId: user_id }), ...(role && { role }) };
          return reader.run(reader.platform(), addThroughServer, { id: organization_id, ...named });
        },
        { id: "organization_id" },
      ),
  },
};
