/** Names that the rule below would make worse, by operation. */
const chosen: Record<string, string> = {
  "registrations.approve": "approveMany",
  "registrations.reject": "rejectMany",
  "key_policy.read": "readKeyPolicy",
  "key_policy.update": "updateKeyPolicy",
  "api_rules.read": "readApiRules",
  "api_rules.update": "updateApiRules",
  "audit.retention": "readAuditRetention",
  "audit.set_retention": "updateAuditRetention",
  "policy.read": "readSecurity",
  "policy.update": "updateSecurity",
  "events.types": "list",
  "invitations.accept_mine": "acceptInvitation",
  "invitations.mine": "invitations",
  "registration.withdraw": "withdrawRequest",
  "logo.remove": "removeLogo",
  "roles.set_ladder": "set",
  "account.set_up": "run",
  "server.create_organization": "createOrganization",
  "server.invite_member": "inviteMember",
};

/** `carrier-connections`, `carrier_connections.list` -> `carrierConnections.list`. */
export function named(tag: string, operation: string, path: string): { group: string; name: string } {
  const [noun = "", verb = ""] = operation.split(".");
  const group = camel(tag);
  const known = chosen[operation];
  if (known) return { group, name: known };
  const own = [tag.replaceAll("-", "_"), tag.replace(/s$/, "").replaceAll("-", "_")];
  const fits = own.includes(noun) || tag.startsWith(noun) || path.startsWith(`/${noun}`);
  return { group, name: camel(fits || tag === "settings" ? verb : `${verb}_${noun}`) };
}

export function camel(text: string): string {
  return text.replace(/[-_]([a-z])/g, (_all, letter: string) => letter.toUpperCase());
}
