/** Documents, photos, voice notes and stickers inside a bubble. */
import type { Media } from "../world/message.ts";
import { escapeHtml } from "./escape.ts";

export function mediaHtml(media: Media): string {
  const { file } = media;
  if (media.kind === "photo") {
    return `<img src="data:${imageType(file.content)};base64,${Buffer.from(file.content).toString("base64")}" alt="">`;
  }
  if (media.kind === "sticker") return `<div class="sticker">${escapeHtml(media.emoji ?? "")}</div>`;
  if (media.kind === "voice") {
    const seconds = String((media.duration ?? 0) % 60).padStart(2, "0");
    const time = `${Math.floor((media.duration ?? 0) / 60)}:${seconds}`;
    return `<div class="file"><span class="disc play"></span><div><div class="wave"></div><small>${time}</small></div></div>`;
  }
  const name = escapeHtml(file.name);
  const size = readableSize(file.content.byteLength);
  return `<div class="file"><span class="disc sheet"></span><div><b>${name}</b><small>${size}</small></div></div>`;
}

function imageType(content: Uint8Array): string {
  return content[0] === 0x89 ? "image/png" : "image/jpeg";
}

function readableSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const kb = bytes / 1024;
  return kb < 1024 ? `${kb.toFixed(1)} KB` : `${(kb / 1024).toFixed(1)} MB`;
}
