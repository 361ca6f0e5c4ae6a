import { z } from "zod";
import { defineOperation } from "@/lib/access/operation";
import { BerthError } from "@/lib/errors";
import { viewsRepository } from "./repository";
import { savedView, saveViewInput, viewId, viewsOf } from "./schema";

export const listViews = defineOperation({
  name: "views.list",
  scope: "organization",
  permission: "organization.view",
  access: "read",
  summary: "List your saved views of a list, and those that others share",
  input: viewsOf,
  output: z.array(savedView),
  rest: { method: "get", path: "/views" },
  run: async ({ db, actor, input }) => {
    if (actor.userId === null) return [];
    const views = await viewsRepository(db).list(input.list, actor.userId);
    return views.map((view) => ({ ...view, mine: view.userId === actor.userId }));
  },
});

export const saveView = defineOperation({
  name: "views.save",
  scope: "organization",
  permission: "organization.view",
  access: "write",
  summary: "Save a view of a list, for yourself or for everybody",
  input: saveViewInput,
  output: savedView,
  rest: { method: "post", path: "/views", status: 201 },
  run: async ({ db, actor, input }) => {
    const userId = personOf(actor.userId);
    const views = viewsRepository(db);
    const known = (await views.list(input.list, userId)).filter((view) => view.userId === userId);
    if (known.some(({ name }) => name === input.name))
      throw new BerthError("conflict", "You have a view of this name already.", {
        fields: { name: ["You have a view of this name already."] },
      });
    if (known.length >= 20) throw new BerthError("invalid", "You have 20 views of this list. Remove one first.");
    const view = await views.create({ ...input, shared: input.shared ?? false, userId });
    return { ...view, mine: true };
  },
});

export const removeView = defineOperation({
  name: "views.remove",
  scope: "organization",
  permission: "organization.view",
  access: "write",
  summary: "Remove a saved view: your own, or a shared one where you manage settings",
  input: viewId,
  output: z.object({ name: z.string() }),
  rest: { method: "delete", path: "/views/{id}" },
  run: async ({ db, actor, input }) => {
    const views = viewsRepository(db);
    const view = await views.find(input.id, personOf(actor.userId));
    if (view.userId !== actor.userId && !actor.rights.has("settings.manage"))
      throw new BerthError("forbidden", "Only who saved this view, or an admin, can remove it.", {
        reason: "not_yours",
        permission: "settings.manage",
      });
    await views.remove(view.id);
    return { name: view.name };
  },
});

function personOf(userId: string | null): string {
  if (userId === null) throw new BerthError("forbidden", "A key has no views.", { reason: "members_only" });
  return userId;
}
