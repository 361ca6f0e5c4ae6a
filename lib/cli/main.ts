import { defineCommand, runMain } from "citty";
import { doctor } from "./commands/doctor";
import { policy } from "./commands/policy";
import { seed } from "./commands/seed";
import { superAdmin } from "./commands/super-admin";
import { verify } from "./commands/verify";

const main = defineCommand({
  meta: { name: "berth", description: "The operator's command line of Berth" },
  subCommands: { "super-admin": superAdmin, policy, seed, doctor, verify },
});

await runMain(main);
