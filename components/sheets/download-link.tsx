"use client";

import { Download } from "lucide-react";
import { send } from "@/components/form/send";
import { buttonStyles } from "@/components/ui/button-styles";
import { toast } from "@/components/ui/toast";
import { checkFreshAction } from "@/lib/factors/actions";

/** Leads to a file of an export, for which the person proves again who they are; before JavaScript on a page of its own. */
export function DownloadLink({ href, label }: { href: string; label: string }) {
  async function download() {
    const state = await send(checkFreshAction, {});
    if (state.status === "done") window.location.assign(href);
    else if (state.status === "failed" && state.code !== "confirm_password") toast.failed(state.message);
  }
  return (
    <a
      href={href}
      download
      className={buttonStyles({ variant: "secondary" })}
      onClick={(event) => {
        event.preventDefault();
        void download();
      }}
    >
      <Download aria-hidden="true" />
      {label}
    </a>
  );
}
