import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";
import { BerthError } from "@/lib/errors";
import { largestLogo, logoSizes } from "./rules";

const known = new Map([
  ["image/png", "png"],
  ["image/jpeg", "jpeg"],
  ["image/webp", "webp"],
]);
const mostPixels = 25_000_000;
const shortestSide = 32;
const mailSize = 96;

/** A file of the logo, by the name under which it is kept. */
export type LogoFile = { name: string; contentType: string; bytes: Buffer };

/**
 * Draws an uploaded picture anew, in the sizes that are used and with nothing else of the file: no metadata, no second
 * format behind the first. Throws `invalid` for what is not one whole PNG, JPEG or WebP picture of a sensible size.
 */
export async function drawLogo(given: Uint8Array): Promise<LogoFile[]> {
  if (given.length > largestLogo) throw refused("The file is larger than 2 MB. Choose a smaller one.");
  const kind = known.get((await fileTypeFromBuffer(given))?.mime ?? "");
  if (!kind) throw refused("This is not a PNG, JPEG or WebP picture. Other kinds, SVG too, are not taken.");
  const source = sharp(given, { failOn: "error", limitInputPixels: mostPixels, pages: 1 });
  const { format, width, height } = await source.metadata().catch(() => {
    throw broken();
  });
  if (format !== kind) throw broken();
  if (width * height > mostPixels) throw refused("The picture has more than 25 million pixels. Choose a smaller one.");
  if (Math.min(width, height) < shortestSide) throw refused(`The picture is smaller than ${shortestSide} pixels.`);
  const upright = await source
    .autoOrient()
    .resize(512, 512, { fit: "inside", withoutEnlargement: true })
    .png()
    .toBuffer()
    .catch(() => {
      throw broken();
    });
  const square = (size: number, background: string) =>
    sharp(upright).resize(size, size, { fit: "contain", background });
  return Promise.all([
    ...logoSizes.map(async (size) => ({
      name: `${size}.webp`,
      contentType: "image/webp",
      bytes: await square(size, "#ffffff00").webp({ quality: 90 }).toBuffer(),
    })),
    square(mailSize, "#ffffff")
      .flatten({ background: "#ffffff" })
      .png({ compressionLevel: 9 })
      .toBuffer()
      .then((bytes) => ({ name: "mail.png", contentType: "image/png", bytes })),
  ]);
}

function broken(): BerthError {
  return refused("The picture is damaged or larger than it says. Save it again as PNG and try once more.");
}

function refused(message: string): BerthError {
  return new BerthError("invalid", message, { reason: "logo_refused", fields: { image: [message] } });
}
