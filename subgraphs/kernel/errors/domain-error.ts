/** What a caller is told about one foreseen failure. */
export interface ErrorSpec<Details> {
  /** One sentence that names what is wrong, built from the details. */
  message: (details: Details) => string;
  /** One sentence that says what to do next. */
  todo: string;
  /** Whether the same call may succeed later without a change. */
  retry: boolean;
  /** HTTP status when it is the whole reply's reason. */
  status: number;
  /** When the same call may succeed, in milliseconds from now; left out where nobody knows. */
  retryAfterMs?: (details: Details) => number;
}

/** What a caller is told to do about a failure. */
export interface Advice {
  todo: string;
  retry: boolean;
  status: number;
  /** When the same call may succeed, in milliseconds from now. */
  retryAfterMs?: number;
}

/** A failure we foresaw: it carries a catalogue code and advice, and is shown to callers as it is. Everything else is masked at the door. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly extensions: { code: string } & Advice;

  constructor(code: string, message: string, { todo, retry, status, retryAfterMs }: Advice, options?: ErrorOptions) {
    super(message, options);
    this.extensions = { code, todo, retry, status, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
  }

  get code(): string {
    return this.extensions.code;
  }
}

type ErrorFactory<Details> = (details: Details, options?: ErrorOptions) => DomainError;
type DetailsOf<Spec> = Spec extends ErrorSpec<infer Details> ? Details : never;

export interface CataloguedError {
  area: string;
  code: string;
  example: string;
  todo: string;
  retry: boolean;
  status: number;
}

const catalogue = new Map<string, CataloguedError>();

/**
 * Declares the foreseen errors of an area and returns one factory per code: `throw errors.FOLDER_NOT_FOUND({ folder })`.
 * Codes are unique over the whole product; docs/errors.md is generated from what was declared.
 */
export function defineErrors<Specs extends Record<string, ErrorSpec<never>>>(
  area: string,
  specs: Specs,
): { readonly [Code in keyof Specs]: ErrorFactory<DetailsOf<Specs[Code]>> } {
  const factories: Record<string, ErrorFactory<never>> = {};
  for (const [code, spec] of Object.entries(specs)) {
    const known = catalogue.get(code);
    if (known !== undefined && known.area !== area) throw new Error(`error code ${code} is declared by ${known.area} and by ${area}`);
    catalogue.set(code, {
      area,
      code,
      example: spec.message(placeholders() as never),
      todo: spec.todo,
      retry: spec.retry,
      status: spec.status,
    });
    factories[code] = (details, options) => {
      const { todo, retry, status, retryAfterMs } = spec;
      const advice = { todo, retry, status, ...(retryAfterMs === undefined ? {} : { retryAfterMs: retryAfterMs(details) }) };
      return new DomainError(code, spec.message(details), advice, options);
    };
  }
  return factories as { readonly [Code in keyof Specs]: ErrorFactory<DetailsOf<Specs[Code]>> };
}

/** Every error declared so far, by area and code; the source of docs/errors.md. */
export function cataloguedErrors(): CataloguedError[] {
  return [...catalogue.values()].toSorted((a, b) => a.area.localeCompare(b.area) || a.code.localeCompare(b.code));
}

/** Details that print as their own names, so that the catalogue can show each message's shape. */
function placeholders(): unknown {
  return new Proxy({}, { get: (_target, name) => `‹${String(name)}›` });
}
