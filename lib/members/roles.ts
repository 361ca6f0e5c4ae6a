import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/lib/access/database";
import { flags, type Permission, permissions } from "@/lib/access/permissions";

const known = new Set<string>(permissions);
const isPermission = (text: string): text is Permission => known.has(text);

export type RoleRow = {
  key: string;
  name: string;
  description: string;
  position: number;
  permissions: string[];
  inherits: string[];
  /** What the organization's plan takes from every role. */
  withheld?: string[];
};
export type Role = Omit<RoleRow, "inherits" | "permissions" | "withheld"> & { permissions: Permission[] };
export type Roles = ReadonlyMap<string, Role>;

const bookRow = z.object({
  book: z.object({
    withheld: z.string(),
    inherits: z.string(),
    roles: z.array(z.tuple([z.string(), z.string(), z.string(), z.number(), z.string()])),
  }),
});

/** The organization's roles in their order, each with everything that it gives, inherited or its own. */
export async function loadRoles(db: Database): Promise<Roles> {
  const [row] = await db.rows(sql`select guard.role_book() as book`, bookRow);
  const withheld = words(row?.book.withheld);
  const inherits = inheritedBy(row?.book.inherits);
  const rows = row?.book.roles.map(([key, name, description, position, permissions]) => ({
    key,
    name,
    description,
    position,
    // Told apart where it is asked for: a page shows few of the roles.
    get permissions() {
      return words(permissions);
    },
    inherits: inherits.get(key) ?? [],
    withheld,
  }));
  return closeRoles(rows ?? []);
}

function inheritedBy(text = ""): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const pair of text === "" ? [] : text.split(",")) {
    const [key = "", inherited = ""] = pair.split(" ");
    found.set(key, [...(found.get(key) ?? []), inherited]);
  }
  return found;
}

const words = (text = ""): string[] => (text === "" ? [] : text.split(" "));

/** Closure over inheritance, as `guard.role_rights` computes it; of each role once it is asked what it gives. */
export function closeRoles(rows: RoleRow[]): Roles {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  return new Map(rows.map((row) => [row.key, new ClosedRole(row, byKey)]));
}

class ClosedRole implements Role {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly position: number;
  #permissions: Permission[] | undefined;

  constructor(
    private readonly row: RoleRow,
    private readonly byKey: ReadonlyMap<string, RoleRow>,
  ) {
    this.key = row.key;
    this.name = row.name;
    this.description = row.description;
    this.position = row.position;
  }

  get permissions(): Permission[] {
    this.#permissions ??= this.#held();
    return this.#permissions;
  }

  #held(): Permission[] {
    const held = new Set<string>();
    const seen = new Set<string>();
    const collect = (key: string) => {
      const role = this.byKey.get(key);
      if (!role || seen.has(key)) return;
      seen.add(key);
      for (const permission of role.permissions) held.add(permission);
      for (const next of role.inherits) collect(next);
    };
    collect(this.key);
    const { withheld = [] } = this.row;
    return [...held].filter(isPermission).filter((each) => !withheld.includes(each));
  }
}

/** What a member holds through role and flags. */
export function permissionsOf(roles: Roles, member: { roleKey: string; flags: string[] }): Permission[] {
  const ofFlags = Object.entries(flags).flatMap(([flag, held]) => (member.flags.includes(flag) ? held : []));
  return [...(roles.get(member.roleKey)?.permissions ?? []), ...ofFlags];
}
