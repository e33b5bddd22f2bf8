/** Versions of Claude Code that this Jama was tried out with as a whole (docs/matrix.md): they need no check of their own. */
export const shippedVersions: readonly string[] = ["2.1.197", "2.1.329"];
