/**
 * Rate limits as token buckets. Once a limit is hit its chat (or everything) is closed for whole seconds, and
 * each call made before that time has passed makes it longer: a bot that hammers never gets through.
 */
import type { Bucket, Limits } from "./limits.ts";

interface Meter {
  left: number;
  at: number;
  closedUntil: number;
}

const unlimited: Bucket = { burst: Number.POSITIVE_INFINITY, perSecond: 1 };

const counted = /^(send|edit|delete|copy|forward|pin|setMessageReaction|createForumTopic)/i;

export class Limiter {
  readonly #limits: Limits | undefined;
  readonly #meters = new Map<string, Meter>();

  /** Without limits it is only closed by hand. */
  constructor(limits: Limits | undefined) {
    this.#limits = limits;
  }

  /** Refuses everything for so long, as after a flood. */
  closeFor(seconds: number, now: number): void {
    close(this.#meter("overall", unlimited, now), now, seconds);
  }

  /** Seconds to wait when the call is refused; nothing when it may go on. Chat actions count overall only. */
  take(method: string, chatId: unknown, now: number): number | undefined {
    if (!counted.test(method)) return undefined;
    const all = this.#limits?.overall ?? unlimited;
    const wait = drain(this.#meter("overall", all, now), all, now);
    if (wait !== undefined || this.#limits === undefined) return wait;
    if (chatId === undefined || method === "sendChatAction") return undefined;
    const bucket = Number(chatId) < 0 ? this.#limits.perGroup : this.#limits.perChat;
    return drain(this.#meter(`chat ${String(chatId)}`, bucket, now), bucket, now);
  }

  #meter(name: string, bucket: Bucket, now: number): Meter {
    const meter = this.#meters.get(name) ?? { left: bucket.burst, at: now, closedUntil: 0 };
    this.#meters.set(name, meter);
    return meter;
  }
}

function drain(meter: Meter, bucket: Bucket, now: number): number | undefined {
  meter.left = Math.min(bucket.burst, meter.left + ((now - meter.at) / 1000) * bucket.perSecond);
  meter.at = now;
  if (now < meter.closedUntil) return close(meter, now, (meter.closedUntil - now) / 1000 + 1);
  if (meter.left < 1) return close(meter, now, (1 - meter.left) / bucket.perSecond);
  meter.left -= 1;
  return undefined;
}

function close(meter: Meter, now: number, seconds: number): number {
  const wait = Math.max(1, Math.ceil(seconds));
  meter.closedUntil = now + wait * 1000;
  return wait;
}
