/** What people send beside text, kept as files that the bot can download. */
import { imageSize } from "../world/image-size.ts";
import type { Media } from "../world/message.ts";
import type { World } from "../world/world.ts";

export function documentOf(world: World, name: string, content: string | Uint8Array): Media {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const mime = typeof content === "string" ? "text/plain" : "application/octet-stream";
  return { kind: "document", file: world.files.add("documents", { name, mime, content: bytes }) };
}

export function voiceOf(world: World, content: Uint8Array, duration: number): Media {
  const file = world.files.add("voice", { name: "voice.oga", mime: "audio/ogg", content });
  return { kind: "voice", file, duration };
}

export function stickerOf(world: World, emoji: string): Media {
  const content = new TextEncoder().encode("RIFF    WEBPVP8 ");
  const file = world.files.add("stickers", { name: "sticker.webp", mime: "image/webp", content });
  return { kind: "sticker", file, width: 512, height: 512, emoji };
}

export function photoOf(world: World, content: Uint8Array): Media {
  const file = world.files.add("photos", { name: "photo.jpg", mime: "image/jpeg", content });
  const { width, height } = imageSize(content) ?? { width: 640, height: 480 };
  return { kind: "photo", file, width, height };
}
