import type { Metadata } from "next";
import type { ReactNode } from "react";

export const metadata: Metadata = { title: { default: "Platform console", template: "%s · Platform console" } };

export default function ConsoleLayout({ children }: { children: ReactNode }) {
  return children;
}
