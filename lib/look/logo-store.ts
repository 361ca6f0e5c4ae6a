import { randomBytes } from "node:crypto";
import { files } from "@/lib/files/files";
import { drawLogo } from "./raster";

const hour = 60 * 60 * 1000;

function folderOf(organizationId: string): string {
  return `${organizationId}/logo`;
}

/** Draws and keeps an uploaded picture; answers the random name that its addresses carry. */
export async function keepLogo(organizationId: string, image: Uint8Array): Promise<string> {
  const drawn = await drawLogo(image);
  const file = randomBytes(16).toString("hex");
  const disk = await files();
  const folder = `${folderOf(organizationId)}/${file}`;
  await Promise.all(drawn.map(({ name, contentType, bytes }) => disk.put(`${folder}/${name}`, bytes, { contentType })));
  return file;
}

export async function readLogo(organizationId: string, file: string, name: string): Promise<Uint8Array> {
  const disk = await files();
  return disk.getBytes(`${folderOf(organizationId)}/${file}/${name}`);
}

/** Removes one logo's files. Doing it again does nothing. */
export async function dropLogo(organizationId: string, file: string): Promise<void> {
  const disk = await files();
  await disk.deleteAll(`${folderOf(organizationId)}/${file}/`);
}

/**
 * Removes what no row names any more: the logo that was replaced, and what an upload left that ended before its commit.
 * Files younger than an hour may belong to an upload under way.
 */
export async function tidyLogos(organizationId: string, given: { current: string[]; replaced: string | null }) {
  const { current, replaced } = given;
  if (replaced !== null && !current.includes(replaced)) await dropLogo(organizationId, replaced);
  const disk = await files();
  const prefix = folderOf(organizationId);
  const { objects } = await disk.listAll(prefix, { recursive: true }).catch(() => ({ objects: [] }));
  for (const object of objects) {
    if (!object.isFile || current.some((file) => object.key.startsWith(`${prefix}/${file}/`))) continue;
    const { lastModified } = await disk.getMetaData(object.key);
    if (Date.now() - lastModified.getTime() > hour) await disk.delete(object.key);
  }
}
