import { download } from '../../../ui/download.ts';
import { formatDay } from '../../../ui/format.ts';
import { fontFace } from '../../../ui/png.ts';

/** Pixels of the picture for each pixel of the screen. */
const SCALE = 2;
const HEAD_PX = 64;
const MARGIN_PX = 24;
const MOST_TITLE_CHARS = 90;
const SVG = 'http://www.w3.org/2000/svg';

/** What a drawing takes from the page's style sheets; everything else stands in its attributes. */
const LOOKS = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'paint-order', 'stroke-linejoin', 'stop-color', 'stop-opacity', 'font-family', 'font-size', 'font-weight', 'letter-spacing'] as const; // prettier-ignore

/** Every element of the copy carries its look along: on its own a drawing has no style sheets and knows no colours of ours. */
function copyLook(from: Element, to: Element): void {
  const look = getComputedStyle(from);
  to.setAttribute('style', LOOKS.map((name) => `${name}:${look.getPropertyValue(name)}`).join(';'));
  // What the style says now stood there as a token of ours, which no other program knows.
  for (const name of LOOKS) to.removeAttribute(name);
  Array.from(from.children).forEach((child, index) => {
    const copy = to.children[index];
    if (copy) copyLook(child, copy);
  });
}

function element(name: string, attributes: Record<string, string | number>, text = ''): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.textContent = text;
  return made;
}

/** A drawing of its own of a sky as it is on the screen, below its question and the day. */
async function drawingOf(sky: HTMLElement, title: string): Promise<{ text: string; width: number; height: number }> {
  const { width, height } = sky.getBoundingClientRect();
  const root = element('svg', { xmlns: SVG, width, height: height + HEAD_PX, viewBox: `0 0 ${width} ${height + HEAD_PX}` });
  const page = getComputedStyle(document.documentElement);
  const colour = (name: string) => page.getPropertyValue(name).trim();
  const style = element('style', {}, await fontFace());
  const ground = element('radialGradient', { id: 'ground', cx: '50%', cy: '50%', r: '62%' });
  for (const [offset, name] of [
    [0, '--space-core'],
    [0.55, '--space-mid'],
    [1, '--space-edge'],
  ] as const)
    ground.append(element('stop', { offset, 'stop-color': colour(name) }));
  const definitions = element('defs', {});
  definitions.append(ground);
  root.append(style, definitions, element('rect', { width, height: height + HEAD_PX, fill: 'url(#ground)' }));
  for (const drawn of sky.querySelectorAll(':scope > svg')) {
    const copy = drawn.cloneNode(true);
    if (!(copy instanceof SVGElement)) continue;
    copyLook(drawn, copy);
    copy.querySelectorAll('[role], [tabindex]').forEach((each) => ['role', 'tabindex'].forEach((name) => each.removeAttribute(name)));
    copy.removeAttribute('class');
    copy.setAttribute('y', String(HEAD_PX));
    copy.setAttribute('width', String(width));
    copy.setAttribute('height', String(height));
    root.append(copy);
  }
  const font = { 'font-family': "'Inter Variable', sans-serif", x: MARGIN_PX };
  const short = title.length > MOST_TITLE_CHARS ? `${title.slice(0, MOST_TITLE_CHARS - 1)}…` : title;
  root.append(
    element('text', { ...font, y: 34, 'font-size': 20, 'font-weight': 650, fill: colour('--ink') }, short),
    element('text', { ...font, y: 54, 'font-size': 12, fill: colour('--muted') }, `${formatDay(new Date().toISOString())} · AutonomOS`),
  );
  return { text: new XMLSerializer().serializeToString(root), width, height: height + HEAD_PX };
}

/** Hands the person the sky as a drawing that any program can change. */
export async function saveSvg(sky: HTMLElement, title: string): Promise<void> {
  const { text } = await drawingOf(sky, title);
  download(`${title} galaxy`, 'svg', new Blob([text], { type: 'image/svg+xml' }));
}

/** Hands the person the sky as a picture, in the theme's colours, twice as sharp. @throws when the browser cannot draw it */
export async function savePng(sky: HTMLElement, title: string): Promise<void> {
  const { text, width, height } = await drawingOf(sky, title);
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await picture.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('the browser has no canvas');
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('the browser could not make the picture');
  download(`${title} galaxy`, 'png', blob);
}
