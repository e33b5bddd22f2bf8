/** How much a bot may send. Telegram never publishes its numbers; these are what its documentation hints at. */
export interface Bucket {
  /** Calls that may come at once. */
  burst: number;
  /** Calls that are given back each second. */
  perSecond: number;
}

export interface Limits {
  perChat: Bucket;
  perGroup: Bucket;
  overall: Bucket;
}

export const telegramLimits: Limits = {
  perChat: { burst: 5, perSecond: 1 },
  perGroup: { burst: 20, perSecond: 20 / 60 },
  overall: { burst: 30, perSecond: 30 },
};
