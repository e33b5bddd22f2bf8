/** The scripted Messages API: start it, script it, look at what it was asked. */
export { type ModelApi, startModelApi } from "./model-api.ts";
export { lastResult, systemText, userTexts } from "./read.ts";
export { type AnswerRecord, type ModelRequest, preciseNow, type RequestRecord } from "./records.ts";
export {
  type AnswerStep,
  cutOff,
  fail,
  hangUp,
  json,
  type Step,
  say,
  slowly,
  think,
  together,
} from "./steps.ts";
export { type AskedQuestion, ask, bash, edit, plan, read, tool, write } from "./tools.ts";
