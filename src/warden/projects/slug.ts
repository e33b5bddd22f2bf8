/** Short enough for a session's name and a button. */
const maxLength = 40;

/** A folder's name as `[a-z0-9-]+`; "project" when nothing of it can be kept. */
export function slugOf(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, maxLength)
    .replaceAll(/^-+|-+$/g, "");
  return plain || "project";
}
