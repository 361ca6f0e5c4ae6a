import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { drawLogo } from "./raster";

const wide = (kind: "png" | "jpeg" | "webp") =>
  sharp({ create: { width: 300, height: 100, channels: 3, background: "#b0478a" } })
    .toFormat(kind)
    .toBuffer();
const refused = { code: "invalid", reason: "logo_refused", fields: { image: [expect.any(String)] } };

describe("an uploaded logo", () => {
  it.each(["png", "jpeg", "webp"] as const)("is drawn anew from %s, square, in every size", async (kind) => {
    const drawn = await drawLogo(await wide(kind));
    expect(drawn.map(({ name }) => name)).toEqual(["64.webp", "128.webp", "256.webp", "mail.png"]);
    for (const { name, bytes } of drawn) {
      const { width, height, format } = await sharp(bytes).metadata();
      const side = name === "mail.png" ? 96 : Number.parseInt(name, 10);
      expect([width, height, format]).toEqual([side, side, name.split(".")[1]]);
    }
  });

  it("keeps no metadata, and nothing that stood behind the picture", async () => {
    const secret = "GPS 53.07 N 8.80 E";
    const marked = await sharp(await wide("jpeg"))
      .withExif({ IFD0: { ImageDescription: secret } })
      .toBuffer();
    expect(marked.includes(secret)).toBe(true);
    const polyglot = Buffer.concat([marked, Buffer.from("<script>alert(1)</script>PK\u0003\u0004")]);
    for (const { bytes } of await drawLogo(polyglot)) {
      expect(bytes.includes(secret)).toBe(false);
      expect(bytes.includes("<script>")).toBe(false);
      expect((await sharp(bytes).metadata()).exif).toBeUndefined();
    }
  });

  it("fills its square, however small it came", async () => {
    const small = await sharp({ create: { width: 40, height: 40, channels: 3, background: "#ff0000" } })
      .png()
      .toBuffer();
    const mail = (await drawLogo(small)).find(({ name }) => name === "mail.png");
    const [red = 0, green = 255] = await sharp(mail?.bytes).raw().toBuffer();
    expect(red).toBeGreaterThan(200);
    expect(green).toBeLessThan(50);
  });

  it("is upright, as the camera meant it", async () => {
    const left = await sharp({ create: { width: 100, height: 200, channels: 3, background: "#ff0000" } })
      .composite([
        { input: { create: { width: 100, height: 100, channels: 3, background: "#0000ff" } }, top: 0, left: 0 },
      ])
      .jpeg()
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const mail = (await drawLogo(left)).find(({ name }) => name === "mail.png");
    const data = await sharp(mail?.bytes).raw().toBuffer();
    const at = (x: number, y: number) => [...data.subarray((y * 96 + x) * 3, (y * 96 + x) * 3 + 3)];
    expect(at(10, 48)[0]).toBeGreaterThan(200);
    expect(at(85, 48)[2]).toBeGreaterThan(200);
  });

  it("[S91] is refused where it is no whole picture of the three kinds", async () => {
    const png = await wide("png");
    const jpeg = await sharp({
      create: {
        width: 900,
        height: 900,
        channels: 3,
        background: "#123456",
        noise: { type: "gaussian", mean: 128, sigma: 30 },
      },
    })
      .jpeg()
      .toBuffer();
    const gif = await sharp(png).gif().toBuffer();
    const tiff = await sharp(png).tiff().toBuffer();
    const cases = {
      svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"/>'),
      "svg behind a png signature": Buffer.concat([png.subarray(0, 8), Buffer.from("<svg/>")]),
      gif,
      tiff,
      text: Buffer.from("hello"),
      "cut png": png.subarray(0, Math.floor(png.length / 2)),
      "cut jpeg": jpeg.subarray(0, Math.floor(jpeg.length / 2)),
      tiny: await sharp(png).resize(16, 16).png().toBuffer(),
      nothing: Buffer.alloc(0),
      "too many bytes": Buffer.concat([png, Buffer.alloc(2_000_001)]),
    };
    for (const [name, bytes] of Object.entries(cases))
      await expect(drawLogo(bytes), name).rejects.toMatchObject(refused);
  });
});
