"use client";

import { Ban, Ellipsis, RefreshCw } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import type { ApiKey } from "@/lib/keys/schema";

export type KeyAct = { act: "regenerate" | "revoke"; key: ApiKey };

type KeyActsProps = { apiKey: ApiKey; onAsk: (asked: KeyAct) => void };

export function KeyActs({ apiKey, onAsk }: KeyActsProps) {
  return (
    <Menu
      trigger={
        <IconButton label={`Acts for ${apiKey.label}`} size="sm">
          <Ellipsis />
        </IconButton>
      }
    >
      <MenuItem icon={<RefreshCw />} onSelect={() => onAsk({ act: "regenerate", key: apiKey })}>
        Regenerate
      </MenuItem>
      <MenuItem icon={<Ban />} danger onSelect={() => onAsk({ act: "revoke", key: apiKey })}>
        Revoke
      </MenuItem>
    </Menu>
  );
}
