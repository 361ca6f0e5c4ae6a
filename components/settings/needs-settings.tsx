import { Callout } from "@/components/ui/callout";

export function NeedsSettings() {
  return (
    <Callout className="max-w-3xl">
      You need <em>Change settings</em> to change these. Owners and admins can give it.
    </Callout>
  );
}
