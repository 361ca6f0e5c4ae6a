"use client";

import { Ban, Ellipsis, ListChecks, RefreshCw, Terminal } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuLink } from "@/components/ui/menu";
import type { ApiKey } from "@/lib/keys/schema";

export type KeyAct = { act: "access" | "rotate" | "revoke"; key: ApiKey };

type KeyActsProps = { apiKey: ApiKey; manages: boolean; seesCalls: boolean; onAsk: (asked: KeyAct) => void };

export function KeyActs({ apiKey, manages, seesCalls, onAsk }: KeyActsProps) {
  const works = apiKey.state === "active" || apiKey.state === "replaced" || apiKey.state === "expired";
  return (
    <Menu
      trigger={
        <IconButton label={`Acts for ${apiKey.label}`} size="sm">
          <Ellipsis />
        </IconButton>
      }
    >
      <MenuItem icon={<ListChecks />} onSelect={() => onAsk({ act: "access", key: apiKey })}>
        Show access
      </MenuItem>
      {seesCalls && (
        <MenuLink icon={<Terminal />} href={`/logs?by=${apiKey.id}`}>
          Its calls
        </MenuLink>
      )}
      {manages && works && apiKey.state !== "replaced" && (
        <MenuItem icon={<RefreshCw />} onSelect={() => onAsk({ act: "rotate", key: apiKey })}>
          Rotate
        </MenuItem>
      )}
      {manages && works && (
        <MenuItem icon={<Ban />} danger onSelect={() => onAsk({ act: "revoke", key: apiKey })}>
          Revoke
        </MenuItem>
      )}
    </Menu>
  );
}
