import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const sources = resolve("sdk");

export type Stranger = { folder: string; remove: () => Promise<void> };

/**
 * A folder of somebody else's, far from this repository, with nothing in it but the packed library: built and packed as
 * it is published, and unpacked from the tarball without any registry.
 */
export async function strangersFolder(): Promise<Stranger> {
  const place = await mkdtemp(join(tmpdir(), "berth-stranger-"));
  const [built, folder] = [join(place, "built"), join(place, "stranger")];
  const installed = join(folder, "node_modules", "@berth", "sdk");
  await mkdir(installed, { recursive: true });
  await cp(sources, built, {
    recursive: true,
    filter: (path) => !/[\\/](dist|node_modules|test|generate)$/.test(path),
  });
  await symlink(resolve("node_modules"), join(place, "node_modules"));
  await run("npm", ["pack", "--offline"], { cwd: built, shell: process.platform === "win32" });
  const tarball = (await readdir(built)).find((name) => name.endsWith(".tgz")) ?? "";
  await run("tar", ["-xzf", join(built, tarball), "-C", installed, "--strip-components=1"]);
  await rm(join(place, "node_modules"));
  await writeFile(join(folder, "package.json"), JSON.stringify({ name: "stranger", private: true, type: "module" }));
  return { folder, remove: () => rm(place, { recursive: true, force: true }) };
}
