"use client";

import { Download } from "lucide-react";
import { buttonStyles } from "@/components/ui/button-styles";
import { SecretOnce } from "@/components/ui/secret-once";

/** Ten codes on their only appearance, to copy or to download. */
export function RecoveryCodes({ codes }: { codes: string[] }) {
  const text = codes.join("\n");
  const file = `Recovery codes of your Berth account. Each works once.\n\n${text}\n`;
  return (
    <div className="space-y-3">
      <SecretOnce
        label="Recovery codes"
        value={text}
        columns
        warning="Keep these codes now, you will not see them again. Each opens your account once when you do not have your phone."
      />
      <a
        href={`data:text/plain;charset=utf-8,${encodeURIComponent(file)}`}
        download="berth-recovery-codes.txt"
        className={buttonStyles({ variant: "secondary" })}
      >
        <Download aria-hidden="true" />
        Download as a file
      </a>
    </div>
  );
}
