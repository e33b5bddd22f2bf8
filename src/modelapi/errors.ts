/** Errors in Anthropic's own shape, so that clients treat them exactly as they treat the real ones. */

/** A refusal of a request, before it has a request id. */
export interface Refusal {
  readonly status: number;
  readonly type: string;
  readonly message: string;
  /** Seconds. */
  readonly retryAfter?: number;
}

/** 400 invalid_request_error. */
export function invalid(message: string): Refusal {
  return { status: 400, type: "invalid_request_error", message };
}

/** The JSON that a client gets for a refusal. */
export function errorBody(refusal: Refusal, requestId: string): string {
  const error = { type: refusal.type, message: refusal.message };
  return JSON.stringify({ type: "error", error, request_id: requestId });
}
