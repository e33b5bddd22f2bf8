/** The look: close to Telegram on a phone in its light theme. Signs are drawn with masks, so no icon font is needed. */
const icon = (path: string): string => {
  const line = "fill='none' stroke='black' stroke-width='2.4' stroke-linecap='round' stroke-linejoin='round'";
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'><path d='${path}' ${line}/></svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
};

const bellOff = "M6 17h12M8 17v-6a4 4 0 0 1 8 0v6M11 20.5h2M4 4l16 16";
const doubleCheck = "M1 13l5 5L16 7M12 17l1 1L23 7";
const pin = "M12 14v8M8 3h8M9 3v7l-3 4h12l-3-4V3";
const copy = "M9 9h12v12H9zM5 15H3V3h12v2";
const open = "M7 17 17 7M9 7h8v8";
const sheet = "M6 3h8l4 4v14H6zM14 3v5h4";
const play = "M8 5l11 7-11 7z";
const back = "M15 4 7 12l8 8";
const mic = "M9 3h6v10H9zM5 11v2a7 7 0 0 0 14 0v-2M12 20v2";
const chevron = "M5 9l7 7 7-7";

const mask = (path: string, size: string): string =>
  `display:inline-block;width:${size};height:${size};background:currentColor;-webkit-mask:${icon(path)} center/contain no-repeat;mask:${icon(path)} center/contain no-repeat;`;

export const style = `
*{box-sizing:border-box;margin:0}
html,body{height:100%}
body{width:390px;min-height:100vh;display:flex;flex-direction:column;font:16px/1.32 -apple-system,"SF Pro Text",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif,"Noto Color Emoji";color:#000;background:linear-gradient(160deg,#d6e3b5,#9fc9a3 45%,#88b8b4 75%,#c9d99a);overflow:hidden}
header{background:#f7f7f7f2;border-bottom:1px solid #0002;flex:none;z-index:1}
.bar{display:flex;justify-content:space-between;align-items:center;padding:10px 26px 2px;font-size:15px}
.battery{width:24px;height:12px;border-radius:4px;border:1.5px solid #000;background:linear-gradient(#000,#000) 2px 50%/15px 6px no-repeat}
.who{display:flex;align-items:center;gap:10px;padding:4px 12px 9px}
.who b,.who small{display:block;line-height:1.2}
.who small{color:#8a8a8e;font-size:13px}
.back{color:#3478f6;${mask(back, "24px")}}
.avatar{width:38px;height:38px;border-radius:50%;background:linear-gradient(#7ec5f5,#3d8fe0);color:#fff;display:grid;place-items:center;font-weight:600;font-size:18px}
main{flex:1 1 0;min-height:0;display:flex;flex-direction:column;justify-content:flex-end;gap:3px;padding:8px 8px 10px;overflow:hidden}
.chip{flex:none;align-self:center;background:#0000003d;color:#fff;font-size:13px;font-weight:500;padding:2px 10px;border-radius:12px;margin:6px 0}
.message{flex:none;display:flex;flex-direction:column;max-width:85%;margin-top:3px}
.in{align-self:flex-start;align-items:flex-start}
.out{align-self:flex-end;align-items:flex-end}
.bubble{position:relative;border-radius:17px;padding:6px 11px 6px;background:#fff;box-shadow:0 1px 1px #0000001f;max-width:100%;overflow-wrap:anywhere}
.bubble.wide{width:100%;min-width:240px}
.out .bubble{background:#e3fdca}
.in .tail{border-bottom-left-radius:5px}
.out .tail{border-bottom-right-radius:5px}
.text{white-space:pre-wrap}
.spacer{visibility:hidden;font-size:11.5px;margin-left:10px;white-space:nowrap;display:inline-block;height:1px;overflow:hidden;vertical-align:bottom}
.meta{position:absolute;right:10px;bottom:4px;font-size:11.5px;color:#8b9299;white-space:nowrap}
.out .meta{color:#4fa847}
.silent{margin:0 3px -1.5px 0;${mask(bellOff, "11px")}}
.pin{margin:0 3px -1px 0;${mask(pin, "11px")}}
.read{margin:0 -2px -3px 3px;${mask(doubleCheck, "15px")}}
.reply{border-left:3px solid #3d8fe0;background:#3d8fe01a;border-radius:5px;padding:2px 8px 3px;margin:2px 0 4px;font-size:14px;line-height:1.25}
.reply b{display:block;color:#3d8fe0;font-weight:600}
.reply span{display:block;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.out .reply{border-color:#4fa847;background:#4fa8471f}
.out .reply b{color:#3e9a36}
code,pre{font-family:"SF Mono","Roboto Mono",Menlo,"DejaVu Sans Mono",monospace;font-size:13.5px}
code{color:#2f6fb5}
pre{white-space:pre-wrap;background:#eef2f6;border-left:3px solid #8aa5c0;border-radius:5px;padding:5px 8px;margin:4px 0}
pre small{display:block;font:600 13px -apple-system,Roboto,sans-serif;color:#5b7c9d;margin-bottom:2px}
.out pre{background:#d2f2b6;border-color:#4fa847}
blockquote{position:relative;border-left:3px solid #3d8fe0;background:#3d8fe017;border-radius:5px;padding:3px 22px 4px 9px;margin:4px 0;font-size:15px}
blockquote.folded>div{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:3;overflow:hidden}
blockquote.folded::after{content:"";position:absolute;right:5px;bottom:4px;color:#3d8fe0;${mask(chevron, "15px")}}
.link{color:#2f7ad8}
.spoiler{background:#8b9299;color:transparent;border-radius:4px}
.reaction{display:inline-block;background:#3d8fe01f;border-radius:12px;padding:1px 9px;margin:3px 56px 1px 0;font-size:15px}
.out .reaction{background:#4fa84726}
.keyboard{width:100%;display:grid;gap:3px;margin-top:3px}
.row{display:flex;gap:3px}
.button{position:relative;flex:1 1 0;min-width:0;background:#3f6d5a8c;color:#fff;font-size:14.5px;font-weight:500;text-align:center;padding:9px 6px;border-radius:10px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.button.danger{background:#d9483bd9}
.button.success{background:#35a551d9}
.button.primary{background:#2f7fe0d9}
.copy,.open{position:absolute;right:4px;top:4px;opacity:.85}
.copy{${mask(copy, "10px")}}
.open{${mask(open, "12px")}}
.file{display:flex;gap:10px;align-items:center;padding:3px 0 5px;min-width:200px}
.file b,.file small{display:block;font-weight:600;font-size:15px}
.file small{font-weight:400;color:#8b9299;font-size:13px}
.disc{flex:none;width:44px;height:44px;border-radius:50%;background:#3d8fe0;display:grid;place-items:center;color:#fff}
.out .disc{background:#57b74e}
.sheet::after{content:"";${mask(sheet, "22px")}}
.play::after{content:"";${mask(play, "26px")}}
.wave{width:130px;height:18px;background:repeating-linear-gradient(90deg,#9ab8d6 0 2px,transparent 2px 5px);-webkit-mask:linear-gradient(90deg,#000,#0006 40%,#000 70%,#0005)}
.bubble:is(.document,.voice):not(:has(.text)){padding-bottom:18px}
.photo{padding:3px;overflow:hidden}
.photo img{display:block;width:100%;max-height:420px;object-fit:cover;border-radius:14px}
.photo .text{padding:5px 8px 2px}
.sticker .bubble,.bubble.sticker{background:none;box-shadow:none}
.sticker .sticker{font-size:84px;line-height:1.1;padding-bottom:12px}
footer{flex:none;display:flex;align-items:center;gap:8px;background:#f7f7f7f2;border-top:1px solid #0002;padding:7px 12px 22px}
.menu{background:#3d8fe0;color:#fff;border-radius:16px;padding:5px 12px;font-weight:600;font-size:15px}
.field{flex:1;background:#fff;border:1px solid #0002;border-radius:18px;padding:6px 13px;color:#a0a0a5}
.mic{color:#7d8790;${mask(mic, "26px")}}
`;
