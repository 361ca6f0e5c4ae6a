"use client";

import { Button } from "@/components/ui/button";
import { QrCode } from "@/components/ui/qr-code";
import { SecretOnce } from "@/components/ui/secret-once";
import type { ShownCode } from "@/lib/invitations/actions";

/** A code on its only appearance: to read aloud, to copy, to scan. */
export function CodeOnce({ code, onClose }: { code: ShownCode; onClose: () => void }) {
  return (
    <>
      <div className="mb-5 flex flex-wrap items-center gap-5">
        <QrCode svg={code.qr} label="QR code of the invitation's link" size={144} />
        <p className="font-mono font-semibold text-2xl tracking-wider">{code.code}</p>
      </div>
      <SecretOnce
        label="Link"
        value={code.link}
        warning="You will not see this code again. Whoever has it can join once within 48 hours."
      />
      <Button variant="primary" className="mt-5" onClick={onClose}>
        Done
      </Button>
    </>
  );
}
