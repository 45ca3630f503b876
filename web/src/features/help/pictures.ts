const PICTURES = import.meta.glob<string>('../../../../docs/images/*.{png,webp}', { query: '?url', import: 'default', eager: true });

/** Where a picture that a guide shows is loaded from; null when there is none of that name. */
export function pictureAt(href: string): string | null {
  const name = href.split('/').at(-1) ?? '';
  return Object.entries(PICTURES).find(([path]) => path.endsWith(`/${name}`))?.[1] ?? null;
}
