import { CSPProvider } from "@base-ui/react/csp-provider";
import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { Toaster } from "@/components/ui/toaster";
import { baseEnv } from "@/lib/env";
import { themeCookie, themeOf } from "@/lib/theme";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Berth", template: "%s · Berth" },
  icons: { icon: "/icon.svg" },
  robots: { index: false },
};

export const viewport: Viewport = { width: "device-width", initialScale: 1, viewportFit: "cover" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = themeOf((await cookies()).get(themeCookie)?.value);
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <html lang="en" className={theme} data-cookie-domain={baseEnv().rootUrl.hostname}>
      <body>
        <CSPProvider nonce={nonce} disableStyleElements>
          <div className="isolate">{children}</div>
          <Toaster />
        </CSPProvider>
      </body>
    </html>
  );
}
