/** One foreseen error, as the kernel's catalogue holds it. */
export interface PrintedError {
  area: string;
  code: string;
  example: string;
  todo: string;
  retry: boolean;
  status: number;
}

/** docs/errors.md: every error a caller can be shown, by the area that raises it. Values of the moment stand as ‹name›. */
export function printErrorCatalogue(errors: readonly PrintedError[]): string {
  const areas = [...Map.groupBy(errors, ({ area }) => area)].map(([area, members]) =>
    [
      `## ${area}`,
      '',
      '| code | what it says | what to do | does a retry help | HTTP status |',
      '|-|-|-|-|-|',
      ...members.map(({ code, example, todo, retry, status }) =>
        ['', `\`${code}\``, cell(example), cell(todo), retry ? 'yes' : 'no', String(status), ''].join(' | ').trim(),
      ),
      '',
    ].join('\n'),
  );
  return [
    '# Error catalogue',
    '',
    'Printed by `npm run errors` from what the code declares; do not edit. Every failure we foresee has a code of its own, in',
    '`errors[].extensions.code` of a reply or in `problems[].code` of a refused input. ‹…› stands for a value of the moment.',
    '',
    ...areas,
  ].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
