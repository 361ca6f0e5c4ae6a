import { execFile } from "node:child_process";
import { stat } from "node:fs/promises";
import { dirname } from "node:path";
import { promisify } from "node:util";
import { EmbeddedDatabaseError, useYourOwn } from "./faults";

const run = promisify(execFile);

export type SystemUser = { uid: number; gid: number };

/**
 * PostgreSQL refuses to run as root: then the system's `postgres` user runs it, and is made where it is missing.
 * Undefined means "whoever started us".
 */
export async function databaseUser(): Promise<SystemUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const user = (await findUser()) ?? (await makeUser());
  if (user) return user;
  throw new EmbeddedDatabaseError(
    `PostgreSQL does not run as root, and no "postgres" user could be made: add one (useradd --system postgres), or start as an ordinary user. ${useYourOwn}`,
  );
}

async function findUser(): Promise<SystemUser | undefined> {
  try {
    const [uid, gid] = await Promise.all(["-u", "-g"].map((flag) => run("id", [flag, "postgres"])));
    return uid && gid ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : undefined;
  } catch {
    return undefined;
  }
}

async function makeUser(): Promise<SystemUser | undefined> {
  const ways: [string, string[]][] = [
    ["useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"]],
    ["adduser", ["-S", "-D", "-H", "postgres"]],
  ];
  for (const [program, args] of ways) {
    await run(program, args).catch(() => undefined);
    const user = await findUser();
    if (user) return user;
  }
  return undefined;
}

/** Throws where `user` may not enter one of the folders above and including `folder`. */
export async function assertReachable(folder: string, user: SystemUser): Promise<void> {
  const chain: string[] = [];
  for (let place = folder; ; place = dirname(place)) {
    chain.unshift(place);
    if (dirname(place) === place) break;
  }
  for (const place of chain) {
    const { mode, uid, gid } = await stat(place);
    const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
    if (((mode >> shift) & 1) === 0)
      throw new EmbeddedDatabaseError(
        `The database runs as the system's user "postgres", which may not enter ${place} on the way to ${folder}: move the project to a folder that everybody may enter (such as /srv/berth), or start as an ordinary user. ${useYourOwn}`,
      );
  }
}
