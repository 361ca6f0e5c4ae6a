"use client";

import { useEffect, useState } from "react";
import ErrorPage from "@/app/error";
import { type Theme, themeCookie, themeOf } from "@/lib/theme";
import "./globals.css";

type GlobalErrorProps = { error: Error & { digest?: string }; reset: () => void };

export default function GlobalError(props: GlobalErrorProps) {
  const [theme, setTheme] = useState<Theme>("system");
  useEffect(() => {
    setTheme(themeOf(new RegExp(`${themeCookie}=(\\w+)`).exec(document.cookie)?.[1]));
  }, []);
  return (
    <html lang="en" className={theme}>
      <head>
        <title>Something went wrong · Berth</title>
      </head>
      <body>
        <main className="grid min-h-dvh place-items-center">
          <ErrorPage {...props} />
        </main>
      </body>
    </html>
  );
}
