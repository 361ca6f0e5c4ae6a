import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { EmbeddedDatabaseError } from "./faults";

const patience = 120_000;

/** Runs `work` while no other process of this machine does so for the same folder. A dead holder's lock is taken over. */
export async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const file = join(folder, "database.lock");
  const deadline = Date.now() + patience;
  while (!(await take(file))) {
    if (Date.now() > deadline)
      throw new EmbeddedDatabaseError(
        `Another process has been starting the database for two minutes: remove ${file} if none is.`,
      );
    await wait(100);
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

async function take(file: string): Promise<boolean> {
  try {
    await writeFile(file, String(process.pid), { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    await removeStale(file);
    return false;
  }
}

async function removeStale(file: string): Promise<void> {
  const holder = await readFile(file, "utf8").catch(() => undefined);
  if (!holder || isAlive(Number(holder))) return;
  const aside = `${file}.${process.pid}`;
  await rename(file, aside).catch(() => undefined);
  await rm(aside, { force: true });
}

/** Notes that this process uses the server under `folder`; the answer takes the note back and says whether it was the last. */
export async function registerUse(folder: string): Promise<() => Promise<boolean>> {
  const place = join(folder, "database.users");
  await mkdir(place, { recursive: true, mode: 0o700 });
  const note = join(place, `${process.pid}-${crypto.randomUUID()}`);
  await writeFile(note, "");
  return async () => {
    await rm(note, { force: true });
    return (await liveUsers(place)) === 0;
  };
}

async function liveUsers(place: string): Promise<number> {
  let live = 0;
  for (const note of await readdir(place).catch(() => [])) {
    if (isAlive(Number.parseInt(note, 10))) live += 1;
    else await rm(join(place, note), { force: true });
  }
  return live;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
