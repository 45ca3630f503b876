import { style, type Style } from './format/style.ts';

/** Where a command writes: results to standard output, everything about getting there to standard error. */
export interface Terminal {
  environment: NodeJS.ProcessEnv;
  /** The script this process runs, to start the server from the same code. */
  program: string;
  style: Style;
  /** Columns of the terminal; generous when there is none. */
  width: number;
  print(text: string): void;
  note(text: string): void;
  /** A line that replaces the one before on a terminal; elsewhere it is printed when it differs. */
  progress(text: string): void;
  endProgress(): void;
}

const WIDTH_WITHOUT_TERMINAL = 120;

/** The terminal of this process. Colour and rewriting only where a person looks, and never when NO_COLOR is set. */
export function processTerminal(program: string, environment: NodeJS.ProcessEnv): Terminal {
  const colour = process.stdout.isTTY && (environment['NO_COLOR'] ?? '') === '' && environment['TERM'] !== 'dumb';
  const rewrite = process.stderr.isTTY && environment['TERM'] !== 'dumb';
  let shown = '';
  return {
    environment,
    program,
    style: style(colour),
    width: process.stdout.isTTY ? process.stdout.columns : WIDTH_WITHOUT_TERMINAL,
    print: (text) => process.stdout.write(`${text}\n`),
    note: (text) => process.stderr.write(`autonomos: ${text}\n`),
    progress: (text) => {
      if (text === shown) return;
      shown = text;
      process.stderr.write(rewrite ? `\r\u001B[2K${text}` : `${text}\n`);
    },
    endProgress: () => {
      if (rewrite && shown !== '') process.stderr.write('\n');
      shown = '';
    },
  };
}
