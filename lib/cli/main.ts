import { defineCommand, runMain } from "citty";
import { doctor } from "./commands/doctor";
import { seed } from "./commands/seed";
import { superAdmin } from "./commands/super-admin";
import { verify } from "./commands/verify";

const main = defineCommand({
  meta: { name: "berth", description: "The operator's command line of Berth" },
  subCommands: { "super-admin": superAdmin, seed, doctor, verify },
});

await runMain(main);
