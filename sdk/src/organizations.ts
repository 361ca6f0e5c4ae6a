import { refuseOthers } from "./fields.js";
import { OrganizationsCalls } from "./generated/resources.js";
import type { AccountSetUpOutput, ServerAddMemberOutput } from "./generated/types.js";
import type { RequestOptions } from "./options.js";
import { segment } from "./resource.js";

export type NewOrganization = {
  name: string;
  /** The first part of its address; made from the name without it. */
  subdomain?: string;
  /** Whom a server invites to own it. A person owns what they create. */
  ownerEmail?: string;
  currency?: string;
  timeZone?: string;
  roleTemplate?: "fleet" | "staff" | "procurement";
  /** What a server may settle for it: a plan, and less of it than the plan says. */
  settings?: NewOrganizationSettings;
};

export type NewOrganizationSettings = {
  /** Without it the plan that new organizations begin with. */
  plan?: string;
  maxUsers?: number;
  /** The most of other things, by the name of the limit: `keys`, `webhooks`, `branches`, `roles`, `api_calls_a_day`. */
  limits?: Record<string, number>;
  /** Each on or off by its name; as a list, those that it has and no others. */
  features?: Record<string, boolean> | string[];
};

export type CreatedOrganization = { id: string; slug: string; token?: string | null };

export type NewMember = {
  /** Whom, by their id (`usr_…`) or by their address. */
  userId?: string;
  email?: string;
  role?: string;
};

/** Organizations: what is generated, and the two calls that read alike for servers and for people. */
export class Organizations extends OrganizationsCalls {
  /** Creates one. With a server's credential its owner is invited; with a person's token they own it. */
  async create(given: NewOrganization, options?: RequestOptions): Promise<CreatedOrganization> {
    const { name, subdomain, ownerEmail, currency, timeZone, roleTemplate, settings, ...others } = given;
    refuseOthers(others);
    const details = { name, currency, time_zone: timeZone, role_template: roleTemplate };
    if (!this.transport.isServer) {
      if (settings) throw new TypeError("Only a server's credential settles limits and features.");
      if (ownerEmail) throw new TypeError("Only a server's credential names an owner: a person owns what they create.");
      const call = { method: "POST", path: "/setup", body: { ...details, slug: subdomain }, once: true };
      const { organization, key } = await this.call<AccountSetUpOutput>(call, options);
      return { ...organization, token: key };
    }
    const body = {
      ...{ ...details, slug: subdomain ?? slugOf(name), owner_email: ownerEmail },
      ...(settings && { settings: settingsOf(settings) }),
    };
    return this.call({ method: "POST", path: "/platform/organizations", body, once: true }, options);
  }

  /**
   * Adds somebody to an organization that this server created, or invites them: the answer is the same. Whoever accepted
   * terms of the installation that say so belongs at once, everybody else joins by their own mail.
   */
  addMember(id: string, { userId, email, role }: NewMember, options?: RequestOptions) {
    const path = `/platform/organizations/${segment(id)}/members`;
    const byId = userId === undefined || userId.startsWith("usr_");
    const named = byId || email !== undefined ? { user_id: userId, email } : { email: userId };
    const body = { ...named, role };
    return this.call<ServerAddMemberOutput>({ method: "POST", path, body, once: true }, options);
  }
}

function settingsOf({ plan, maxUsers, limits, features }: NewOrganizationSettings) {
  return { plan, max_users: maxUsers, limits, features };
}

function slugOf(name: string): string {
  const plain = name.normalize("NFKD").replace(/[^\w\s-]/g, "");
  return plain
    .toLowerCase()
    .replace(/[\s_-]+/g, "-")
    .replace(/^-/, "")
    .slice(0, 40)
    .replace(/-$/, "");
}
