import type { ConnectorNames } from './names.ts';

const END = '} as const satisfies';

/** vendors.ts with the connector in it; unchanged when it is. @throws when the file is not as it is known */
export function registerVendor(text: string, { folder, camel, kind }: ConnectorNames): string {
  if (text.includes(`./${folder}/`)) return text;
  const imports = `import { ${kind} } from './${folder}/descriptor.ts';\nimport { ${camel} } from './${folder}/${folder}.ts';\n`;
  return before(imports + text, `  ${kind}: { vendor: ${camel}, descriptor: ${kind} },\n`);
}

/** kinds.ts with the connector's kind in it; unchanged when it is. */
export function registerKind(text: string, { kind, label }: ConnectorNames): string {
  return new RegExp(String.raw`^\s*${kind}:`, 'mu').test(text) ? text : before(text, `  ${kind}: '${label}, through its API.',\n`);
}

function before(text: string, line: string): string {
  const at = text.indexOf(END);
  if (at < 0) throw new Error('the list of connectors is not where it was');
  return text.slice(0, at) + line + text.slice(at);
}
