/** The order of the test files: those that run the real Claude Code take longest, and none of them may be left over. */
import { relative } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Longest first: a run is as long as its last file takes beyond the others. */
const long = ["test/certify/", "test/matrix/", "test/e2e/", "test/cli/"];

/** vitest goes by size where it has not timed the files yet, and the longest of ours are short texts. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification) => {
      const path = relative(this.ctx.config.root, moduleId);
      const at = long.findIndex((folder) => path.startsWith(folder));
      return at < 0 ? long.length : at;
    };
    return sorted.toSorted((one, other) => rank(one) - rank(other));
  }
}
