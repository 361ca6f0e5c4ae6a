import { defineCommand, runMain } from "citty";
import { doctor } from "./commands/doctor";
import { policy } from "./commands/policy";
import { seed } from "./commands/seed";
import { superAdmin } from "./commands/super-admin";
import { verify } from "./commands/verify";
import { unknownIn } from "./known";

const main = defineCommand({
  meta: { name: "berth", description: "The operator's command line of Berth" },
  subCommands: { "super-admin": superAdmin, policy, seed, doctor, verify },
});

const unknown = await unknownIn(main, process.argv.slice(2));
if (unknown === undefined) await runMain(main);
else {
  console.error(unknown);
  process.exitCode = 1;
}
