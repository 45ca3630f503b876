import { download } from './download.ts';

/** Pixels of the picture for each pixel of the screen. */
const SCALE = 2;
const PADDING_PX = 16;
const FONT_FAMILY = 'Inter Variable';

/** Copies what is on the screen: an SVG picture has no style sheets of its own, so every element carries its look along. */
function copyLook(from: Element, to: Element): void {
  const look = getComputedStyle(from);
  const text = Array.from(look, (property) => `${property}:${look.getPropertyValue(property)}`).join(';');
  // Widths are pixels by now; a cell with a largest width of 0 (which truncates) would lose its own.
  to.setAttribute('style', `${text};max-width:none`);
  Array.from(from.children).forEach((child, index) => {
    const copy = to.children[index];
    if (copy) copyLook(child, copy);
  });
}

/** The page's own font as text inside a style sheet; empty when it cannot be read, and the picture then shows another one. */
export async function fontFace(): Promise<string> {
  const faces = Array.from(document.styleSheets)
    .flatMap((sheet) => Array.from(sheet.cssRules))
    .filter((rule): rule is CSSFontFaceRule => rule instanceof CSSFontFaceRule)
    .filter((rule) => rule.style.getPropertyValue('font-family').includes(FONT_FAMILY) && rule.cssText.includes('U+0-FF'));
  const address = /url\("?([^")]+)"?\)/.exec(faces[0]?.cssText ?? '')?.[1];
  if (!address) return '';
  try {
    const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
    const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    return `@font-face{font-family:"${FONT_FAMILY}";font-weight:100 900;src:url(data:font/woff2;base64,${base64})}`;
  } catch {
    return '';
  }
}

/** The element as an SVG document; elements marked `data-no-picture` are left out. */
async function svgOf(element: HTMLElement, width: number, height: number): Promise<string> {
  const copy = element.cloneNode(true);
  if (!(copy instanceof HTMLElement)) throw new Error('an element copies as an element');
  copyLook(element, copy);
  copy.querySelectorAll('[data-no-picture]').forEach((each) => each.remove());
  copy.style.position = 'static';
  copy.style.transform = 'none';
  copy.style.margin = '0';
  copy.setAttribute('xmlns', 'http://www.w3.org/1999/xhtml');
  const inside = new XMLSerializer().serializeToString(copy);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><style>${await fontFace()}</style><foreignObject width="100%" height="100%">${inside}</foreignObject></svg>`;
}

/** Hands the person a picture of an element as it is on the screen, in the theme's colours, twice as sharp. @throws when the browser cannot draw it */
export async function downloadPng(element: HTMLElement, name: string): Promise<void> {
  const { width, height } = element.getBoundingClientRect();
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await svgOf(element, width, height))}`;
  await picture.decode();
  const canvas = document.createElement('canvas');
  canvas.width = (width + 2 * PADDING_PX) * SCALE;
  canvas.height = (height + 2 * PADDING_PX) * SCALE;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('the browser has no canvas');
  context.scale(SCALE, SCALE);
  context.fillStyle = getComputedStyle(document.body.parentElement ?? document.body).backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, PADDING_PX, PADDING_PX);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('the browser could not make the picture');
  download(name, 'png', blob);
}
