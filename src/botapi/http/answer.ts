/** Answers in Telegram's shape. */
import { Refusal, type ResponseParameters } from "../refusal.ts";

export type Answer =
  | { ok: true; result: unknown }
  | { ok: false; error_code: number; description: string; parameters?: ResponseParameters };

export function success(result: unknown): Answer {
  return { ok: true, result };
}

/** A Refusal as it is; anything else is a defect of this server and answers 500 with its text. */
export function failure(error: unknown): Answer {
  if (!(error instanceof Refusal)) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { ok: false, error_code: 500, description: `Internal Server Error: ${text}` };
  }
  const { code, message, parameters } = error;
  return { ok: false, error_code: code, description: message, ...(parameters ? { parameters } : {}) };
}

/** The HTTP response that carries an answer; its status repeats the error code. */
export function toResponse(answer: Answer): Response {
  return Response.json(answer, { status: answer.ok ? 200 : answer.error_code });
}
