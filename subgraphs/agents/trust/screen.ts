import { setImmediate as nextTurn } from 'node:timers/promises';
import { formProblem } from '../../kernel/llm/form-problem.ts';
import { ingressErrors, inWords as typesInWords } from '../../kernel/privacy/privacy.errors.ts';
import { screenTexts } from '../../kernel/privacy/screen-texts.ts';
import type { System } from '../../kernel/system.ts';
import type { DomainError } from '../../kernel/errors/domain-error.ts';
import { meetsAny } from '../governance/pattern.ts';
import type { Screened, Screening } from '../governance/governor.ts';
import type { TenantRules } from '../governance/tenant-rules.ts';
import type { Json } from '../workflows/json.ts';
import { INJECTION_FROM, inWords, suspicionOf, SUSPECT_FROM } from './injection.ts';
import { LOOP_FROM, loopIn } from './run-calls.ts';
import { type PlacedText, textsOf, withTexts } from './texts.ts';
import { trustErrors } from './trust.errors.ts';

/** Characters of all texts of one value. */
const MAX_CHARACTERS = 2_000_000;
/** Looked at without letting others have a turn. */
const AT_ONCE = 20_000;
/** Finds are told one by one up to here. */
const MAX_FINDINGS = 20;
/** What is one word holds nobody's personal data that could be told from others. */
const NOTHING_PERSONAL = /^[A-Za-z][\w.-]{0,63}$|^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$|^.{0,3}$/;
const WITHHELD = '[withheld: it reads like orders to agents]';

type Passed = Extract<Screening, { kind: 'PASSED' }>;
type Rules = Pick<TenantRules, 'agents' | 'guardsOutputs'>;

/** Screens what agents give to tools and what they get from them. One per process. */
export class TrustScreen {
  readonly #system: Pick<System, 'database' | 'secrets' | 'clock' | 'logger'>;

  constructor(system: Pick<System, 'database' | 'secrets' | 'clock' | 'logger'>) {
    this.#system = system;
  }

  /** Without waiting where nothing has to be looked up and the texts are short. */
  screen(what: Screened, rules: Rules): Promise<Screening> | Screening {
    const screening = this.#look(what, rules);
    return screening instanceof Promise ? screening.then((passed) => unlessLoop(what, passed)) : unlessLoop(what, screening);
  }

  #look(what: Screened, rules: Rules): Promise<Screening> | Screening {
    const texts = textsOf(what.value);
    const size = texts?.reduce((total, { text }) => total + text.length, 0) ?? 0;
    if (texts === null || size > MAX_CHARACTERS) return blocked(trustErrors.AGENT_VALUE_TOO_LARGE({ action: what.action }));
    const refused = what.direction === 'INPUT' ? forbidden(what, rules) : misshapen(what);
    if (refused !== null) return blocked(refused);
    const personal = texts.filter(({ text }) => !NOTHING_PERSONAL.test(text));
    const looked = size > AT_ONCE ? suspiciousSlowly(texts) : suspicious(texts);
    const asks = personal.length > 0 && (what.direction === 'INPUT' || rules.guardsOutputs);
    if (looked instanceof Promise || asks) return this.#further(what, personal, asks, looked);
    return afterOrders(what, looked);
  }

  async #further(
    what: Screened,
    personal: readonly PlacedText[],
    asks: boolean,
    looked: Promise<Suspect[]> | Suspect[],
  ): Promise<Screening> {
    const outcome = afterOrders(what, await looked);
    return outcome.kind === 'BLOCKED' || !asks ? outcome : this.#withoutPersonalData(what, outcome, personal);
  }

  /** Under the tenant's policies for what agents are told. */
  async #withoutPersonalData(
    { tenantId, action }: Screened,
    { value, findings }: Passed,
    personal: readonly PlacedText[],
  ): Promise<Screening> {
    const given = personal.map(({ text }) => text);
    const screened = await screenTexts(this.#system, tenantId, 'AGENT_INPUTS', given);
    if (screened.kind === 'BLOCKED') return blocked(ingressErrors.PERSONAL_DATA_BLOCKED({ types: typesInWords(screened.types) }));
    const changed = new Map(given.flatMap((text, index) => (screened.texts[index] === text ? [] : [[text, screened.texts[index] ?? '']])));
    if (changed.size === 0) return { kind: 'PASSED', value, findings };
    const told = `Pseudonyms stand for personal data in ${changed.size} ${changed.size === 1 ? 'text' : 'texts'} of ${action}.`;
    return { kind: 'PASSED', value: withTexts(value, (text) => changed.get(text) ?? text), findings: [...findings, told] };
  }
}

const blocked = ({ code, message }: DomainError): Screening => ({ kind: 'BLOCKED', code, message });

function forbidden({ agentId, action }: Screened, { agents }: Rules): DomainError | null {
  return meetsAny(agents.get(agentId)?.limits.forbidden ?? [], action) ? trustErrors.AGENT_ACTION_FORBIDDEN({ action }) : null;
}

function misshapen({ action, schema, value }: Screened): DomainError | null {
  const why = schema === undefined ? null : formProblem(schema, value);
  return why === null ? null : trustErrors.AGENT_OUTPUT_INVALID({ action, why });
}

/** What goes to a tool is counted as it goes: with that it is kept beside its step, from which whoever takes the run over begins to count. */
function unlessLoop({ direction, action, path, calls }: Screened, screening: Screening): Screening {
  if (direction === 'OUTPUT' || calls === undefined || path === null || screening.kind === 'BLOCKED') return screening;
  const times = calls.count({ path, action, input: screening.value });
  switch (loopIn(times)) {
    case 'LOOP':
      return blocked(trustErrors.AGENT_LOOPS({ action, times: LOOP_FROM }));
    case 'TOLD':
      return { ...screening, findings: [`It is the same call for the ${times}th time in this run.`, ...screening.findings] };
    case null:
      return screening;
  }
}

interface Suspect extends PlacedText {
  score: number;
  why: string;
}

function suspectOf({ place, text }: PlacedText): Suspect | null {
  const suspicion = suspicionOf(text);
  return suspicion.score < SUSPECT_FROM ? null : { place, text, score: suspicion.score, why: inWords(suspicion) };
}

const suspicious = (texts: readonly PlacedText[]): Suspect[] => texts.flatMap((each) => suspectOf(each) ?? []);

/** The same, with a turn for others now and then. */
async function suspiciousSlowly(texts: readonly PlacedText[]): Promise<Suspect[]> {
  const found: Suspect[] = [];
  let since = 0;
  for (const each of texts) {
    const suspect = suspectOf(each);
    if (suspect !== null) found.push(suspect);
    since += each.text.length;
    if (since < AT_ONCE) continue;
    since = 0;
    await nextTurn();
  }
  return found;
}

/** Orders to agents are not handed on: an input with them is held back, of an output only the texts that have them. */
function afterOrders({ direction, value }: Screened, suspects: readonly Suspect[]): Screening {
  if (suspects.length === 0) return { kind: 'PASSED', value, findings: [] };
  const orders = suspects.filter(({ score }) => score >= INJECTION_FROM);
  const [first] = orders;
  if (first !== undefined && direction === 'INPUT')
    return blocked(trustErrors.AGENT_INPUT_SUSPECT({ place: inPlace(first), why: first.why }));
  const findings = suspects.slice(0, MAX_FINDINGS).map((suspect) => {
    const held = suspect.score >= INJECTION_FROM ? 'withheld' : 'let through';
    return `A text${inPlace(suspect)} looks like orders to agents (${suspect.score.toFixed(2)}, ${held}). ${suspect.why}`;
  });
  const held = new Set(orders.map(({ text }) => text));
  const left: Json = held.size === 0 ? value : withTexts(value, (text) => (held.has(text) ? WITHHELD : text));
  return { kind: 'PASSED', value: left, findings };
}

const inPlace = ({ place }: PlacedText): string => (place === '' ? '' : ` at ${place}`);
