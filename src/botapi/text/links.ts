/** Which links Telegram keeps: http, https, tg and a few more, to a host with a dot. Others become plain text. */
const schemes = new Set(["http:", "https:", "ftp:", "tg:", "ton:", "tonsite:"]);

/** The link as it is kept, or nothing when Telegram would silently drop it. */
export function checkedLink(link: string): string | undefined {
  const withScheme = /^[a-z][a-z0-9+.-]*:/i.test(link) ? link : `http://${link}`;
  if (!URL.canParse(withScheme)) return undefined;
  const url = new URL(withScheme);
  if (!schemes.has(url.protocol)) return undefined;
  if (url.protocol === "tg:" || url.protocol === "ton:") return link;
  return url.hostname.includes(".") ? url.href : undefined;
}
