import { parseArgs } from 'node:util';
import type { Bench, BenchOption, Given } from './bench.ts';

/** Reads the arguments that stand after a benchmark's name. @throws Error with a sentence for people when they do not fit its options */
export function readArguments({ options }: Bench, args: readonly string[], say: (line: string) => void): Given {
  const { values } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries(options).map(([name, { kind }]) => [name, { type: kind === 'FLAG' ? 'boolean' : 'string' }]),
    ),
  });
  const declared = <Kind extends BenchOption['kind']>(name: string, kind: Kind): Extract<BenchOption, { kind: Kind }> => {
    const option = options[name];
    if (option?.kind !== kind) throw new Error(`this benchmark has no option --${name} of kind ${kind}`);
    return option as Extract<BenchOption, { kind: Kind }>;
  };
  const given: Given = {
    text(name) {
      const { fallback } = declared(name, 'TEXT');
      return (values[name] as string | undefined) ?? fallback;
    },
    number(name) {
      const { fallback, minimum } = declared(name, 'NUMBER');
      const number = Number(values[name] ?? fallback);
      if (!Number.isInteger(number) || number < minimum) throw new Error(`--${name} is a whole number of at least ${minimum}`);
      return number;
    },
    flag(name) {
      declared(name, 'FLAG');
      return values[name] === true;
    },
    say,
  };
  // A wrong number is told before anything starts.
  for (const [name, { kind }] of Object.entries(options)) if (kind === 'NUMBER') given.number(name);
  return given;
}

/** What can be asked, one line a benchmark and one an option. */
export function usage(benches: Readonly<Record<string, Bench>>): string {
  const lines = Object.entries(benches).flatMap(([name, { summary, options }]) => [
    `  ${name.padEnd(12)} ${summary}`,
    ...Object.entries(options).map(([option, known]) => `    --${`${option} ${hint(known)}`.padEnd(24)} ${known.about}${fallback(known)}`),
  ]);
  return ['usage: npm run bench -- <name> [options]', ...lines].join('\n');
}

function hint({ kind }: BenchOption): string {
  return kind === 'FLAG' ? '' : kind === 'NUMBER' ? '<n>' : '<text>';
}

function fallback(option: BenchOption): string {
  return option.kind === 'FLAG' || option.fallback === null ? '' : ` (${option.fallback})`;
}
