/** Short enough for a session's name and for the 64 bytes of a button. */
const maxSlugLength = 32;

/** A folder's name as `[a-z0-9-]+`; "project" when nothing of it can be kept. */
export function slugOf(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, maxSlugLength)
    .replaceAll(/^-+|-+$/g, "");
  return plain || "project";
}
