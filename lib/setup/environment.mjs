import { EnvError, parseEnv } from "../env.ts";

// Names every fault of the environment, before anything long begins.
try {
  parseEnv(process.env);
} catch (error) {
  console.error(error instanceof EnvError ? error.message : error);
  process.exitCode = 1;
}
