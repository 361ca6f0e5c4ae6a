import type { ShellNavItem } from "@/components/shell/types";

export const accountNav: ShellNavItem[] = [
  { href: "/organizations", label: "Organizations", icon: "organization", group: "Work" },
  { href: "/notifications", label: "Notifications", icon: "bell", group: "Work" },
  { href: "/account", label: "Account", icon: "user", group: "Work" },
  { href: "/account/security", label: "Security", icon: "security", group: "Work" },
];
