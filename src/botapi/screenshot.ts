/** A picture of a phone page, made by an installed Chromium. For documentation and for looking at what tests did. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { execa } from "execa";

export interface ScreenshotOptions {
  /** The browser's program. */
  chromium?: string;
  /** CSS pixels; the width is always 390. */
  height?: number;
  /** Pixels of the picture per CSS pixel. */
  scale?: number;
}

/** Writes the page as a PNG; throws when the browser is missing or fails. */
export async function screenshot(
  html: string,
  pngPath: string,
  options: ScreenshotOptions = {},
): Promise<void> {
  const { chromium = "chromium", height = 844, scale = 2 } = options;
  const folder = await mkdtemp(join(tmpdir(), "jama-phone-"));
  try {
    const page = join(folder, "page.html");
    await writeFile(page, html);
    await execa(chromium, [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--hide-scrollbars",
      `--user-data-dir=${join(folder, "profile")}`,
      `--force-device-scale-factor=${scale}`,
      `--window-size=390,${height}`,
      `--screenshot=${pngPath}`,
      pathToFileURL(page).href,
    ]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
