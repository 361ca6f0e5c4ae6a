import { Callout } from "@/components/ui/callout";

/** Where the address opens a record that is not there, or not for this reader. */
export function MissingRecord({ what, kept }: { what: string; kept?: string }) {
  return (
    <div className="mb-4">
      <Callout title={`This ${what} is not here`}>
        {kept ?? "It may have been removed, or it is not open to you."} The list below is whole.
      </Callout>
    </div>
  );
}
