import { Button } from "@/components/ui/button";
import { DialogClose } from "@/components/ui/dialog";
import { SecretOnce } from "@/components/ui/secret-once";
import type { NewKey } from "@/lib/keys/schema";

export function KeyOnce({ made, api }: { made: NewKey; api: string }) {
  return (
    <div className="space-y-5">
      <SecretOnce
        label={made.label}
        value={made.key}
        curl={`curl -H "Authorization: Token ${made.key}" ${api}/organization`}
      />
      <div className="flex justify-end">
        <DialogClose render={<Button variant="primary">I have kept it</Button>} />
      </div>
    </div>
  );
}
