"use client";

import { HiddenField } from "@/components/form/hidden-field";
import { useTestMode } from "@/components/ui/test-mode";

/** The organization and the mode that the form was rendered for; the door refuses a post that crosses to another one. */
export function OrganizationField({ id }: { id: string }) {
  const test = useTestMode();
  return (
    <>
      <HiddenField name="organization" value={id} />
      <HiddenField name="shownMode" value={test ? "test" : "live"} />
    </>
  );
}
