import { SwitchMode } from "@/components/shell/switch-mode";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import type { ApiKey } from "@/lib/keys/schema";

/** Where the log is narrowed to a key whose calls are those of the other mode. */
export function OtherMode({ apiKey: { id, label, mode } }: { apiKey: Pick<ApiKey, "id" | "label" | "mode"> }) {
  const test = mode === "test";
  return (
    <Callout
      className="mb-4"
      title={`${label} works with ${mode} records`}
      actions={
        <SwitchMode to={test} query={`?by=${id}`}>
          <Button type="submit" size="sm">
            {test ? "Show test data" : "Back to live"}
          </Button>
        </SwitchMode>
      }
    >
      Its calls are not among those of {test ? "live" : "test"} records below.
    </Callout>
  );
}
