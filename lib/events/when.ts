import { nounOf } from "./nouns";

/** When each event of the records written by hand is sent; `guard.event_types` decides it. */
const told: Record<string, string> = {
  "shipment.created": "A shipment was made, as a draft or ready to go.",
  "shipment.updated": "Something of a shipment was changed, but not its status.",
  "shipment.ready": "A shipment is ready to be picked up; also sent right after it was created where it began so.",
  "shipment.picked_up": "A shipment was picked up.",
  "shipment.in_transit": "A shipment is on its way.",
  "shipment.out_for_delivery": "A shipment is on its last mile.",
  "shipment.delivered": "A shipment reached its receiver.",
  "shipment.needs_attention":
    "Something went wrong with a shipment; `status_note` says what, where somebody wrote it down.",
  "shipment.delivery_failed":
    "A shipment that was out for delivery did not reach its receiver. `shipment.needs_attention` is sent beside it.",
  "shipment.cancelled": "A shipment was cancelled.",
  "shipment.deleted": "A shipment was deleted; this is what it was last.",
  "member.joined": "Somebody became a member.",
  "member.updated": "A member's name, flags or another field was changed, but neither role nor status.",
  "member.role_changed": "A member has another role.",
  "member.suspended": "A member was suspended: nothing opens for them until that ends.",
  "member.restored": "A member's suspension ended.",
  "member.removed": "A member left or was removed; this is what they were last.",
  "registration.requested": "Somebody asks to join, for the first time or again.",
  "registration.updated": "A request was changed without being decided on.",
  "registration.approved": "A request was approved. `registration.joined` follows once the person is a member.",
  "registration.rejected": "A request was rejected.",
  "registration.withdrawn": "Somebody took their own request back.",
  "registration.lapsed": "Nobody decided on a request in time, so it is closed.",
  "registration.taken_back": "An approval was taken back before the person joined.",
  "registration.joined": "Whoever asked to join is a member now.",
  "invitation.created": "Somebody was invited.",
  "invitation.updated": "An invitation was changed.",
  "invitation.resent": "An invitation was sent again.",
  "invitation.accepted": "An invited person joined.",
  "invitation.revoked": "An invitation was revoked: nobody can use it any more.",
  "invitation.deleted": "An invitation was removed for good.",
  "role.created": "A role was made.",
  "role.updated": "A role's name, words or permissions were changed.",
  "role.deleted": "A role was deleted; this is what it was last.",
  "key.created": "An API key was made, by hand or by rotating another.",
  "key.updated": "Something of a key was changed, but it was neither replaced nor revoked.",
  "key.rotated":
    "A key was replaced by another; `expires_at` says until when it works beside that one, of which `key.created` tells.",
  "key.revoked": "A key was revoked, by hand or since its maker left: no call is answered by it any more.",
  "ownership.offered": "The owner offers the organization to another member.",
  "ownership.accepted": "That member is the owner now.",
  "ownership.declined": "That member does not want to be the owner.",
  "ownership.cancelled": "The owner took the offer back.",
  "ownership.deleted": "An offer was removed for good.",
  "organization.created": "The organization was made.",
  "organization.updated": "The organization's name, address, company or plan was changed.",
  "organization.suspended": "The organization was suspended by the installation's operators.",
  "organization.restored": "The organization is open again.",
  "organization.deleted": "The organization was deleted.",
  "webhook.test": "Somebody asked for a test of this endpoint. It is sent to no other, and tried once.",
  "settings.updated": "A setting of the organization was changed that its name and address are not.",
  "audit.refused":
    "Somebody was refused something. Told once; where the same came again, once more with how many `times`.",
  "audit.exported": "Records, or the audit trail itself, were exported.",
  "audit.downloaded": "A finished export of the audit trail was fetched.",
  "audit.visited":
    "Somebody of the platform looked at the organization, or began to act as a member; `reason` says why.",
  "audit.recorded":
    "Another act that changes no record is in the trail; `action` says which. Uses of keys and what webhooks are sent again are not told.",
  "order.confirmed": "An order was confirmed.",
  "order.fulfilled": "An order was fulfilled.",
  "order.cancelled": "An order was cancelled.",
  "order.updated": "Something of an order was changed, its lines too, but not its status.",
};

/** When an event is sent, in a sentence. */
export function whenOf(type: string): string {
  const words = told[type];
  if (words) return words;
  const one = nounOf(type)?.resource?.words.one ?? "";
  const record = `${/^[aeiou]/.test(one) ? "An" : "A"} ${one}`;
  if (type.endsWith(".created")) return `${record} was added.`;
  if (type.endsWith(".updated")) return `${record} was changed.`;
  if (type.endsWith(".deleted")) return `${record} was deleted; this is what it was last.`;
  throw new Error(`Nothing says when ${type} is sent.`);
}
