import { HiddenField } from "@/components/form/hidden-field";

/** The organization that the form was rendered for; the door refuses a post that crosses to another one. */
export function OrganizationField({ id }: { id: string }) {
  return <HiddenField name="organization" value={id} />;
}
