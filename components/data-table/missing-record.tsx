import { Callout } from "@/components/ui/callout";

type MissingRecordProps = {
  what: string;
  /** Whether the address names one at all: a part of an id, as a line break leaves it, names none. */
  named: boolean;
  kept?: string;
};

/** Where the address opens a record that is not there, or not for this reader. */
export function MissingRecord({ what, named, kept }: MissingRecordProps) {
  return (
    <div className="mb-4">
      <Callout title={`This ${what} is not here`}>
        {named
          ? (kept ?? "It may have been removed, or it is not open to you.")
          : "Its id in the address is cut short or misspelled."}{" "}
        The list below is whole.
      </Callout>
    </div>
  );
}
