import type { DiscoveredColumn } from '../../../schema/events/discovered-schema.ts';
import type { Semantic } from '../../../schema/events/semantic-model.ts';
import { isNumeric, isTemporal, isZeroOne } from './types.ts';
import { filled, isUnique, looksLike, shareOf, yearsOnly } from './value-evidence.ts';
import { normalWords, words } from './words.ts';

const set = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const TIME_OF_DAY = /^\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]\.?m\.?)?$/i;
/** What a `state` says when it is one of a process; else it is a place. */
const PROCESS_STATE =
  /^(?:new|open|opened|closed?|active|inactive|pending|done|draft|live|running|stopped|paused|failed|failure|success(?:ful)?|succeeded|finished|completed?|cancell?ed|canceled|approved|rejected|won|lost|on hold|in progress|resolved|waiting|blocked|enabled|disabled|suspended|archived|queued|started|ready|error|expired|paid|unpaid|shipped|delivered|returned|confirmed|undefined)$/i;

const ID_HEADS = set('id key code number uuid guid sku isbn barcode hash token ref reference serial');
const CODE_IDS = set('id uuid guid sku isbn issn barcode hash token key ssn ean upc gtin imei vin iban naics sic');
/** A whole number called after one thing names that thing; called after many (`stores`) it counts them. */
const THING_WORDS = set('customer product supplier vendor invoice account store office warehouse terminal department ticket client');
const KIND_WORDS = set('type kind category group segment cluster department channel gate terminal lane batch code reason store');
const COORDINATE_WORDS = set('latitude longitude lat lng lon long');
const PRICE_WORDS = set('price msrp fare wage tariff');
const AMOUNT_WORDS = set(
  'amount revenue sale sales total cost spend spending budget profit balance income tax value payment salary fee expense charge earning turnover gross net subtotal mrr arr arpu ltv debt loan deposit paid due refund bill freight',
);
const QUANTITY_WORDS = set(
  'quantity count unit seat hour minute second day duration stock inventory volume order click impression view visit session user employee headcount attendance population point goal vote case item copy passenger download signup lead conversion trip mile kilometer stay night size installment',
);
const RATE_WORDS = set(
  'percent rate ratio rating score margin discount average share probability satisfaction age tenure temperature index grade gpa humidity speed utilization efficiency accuracy rank ranking mean median exchange bmi confidence weight height width depth length pressure',
);
const GROUPED_NUMBERS = set(
  'year month week quarter day weekday hour zip postal level grade floor version class generation season stage step',
);
const PLACE_WORDS = set(
  'city country state region province county location territory town district continent postal area place neighborhood neighbourhood geography geo site branch',
);
const STATUS_WORDS = set('status stage phase state condition lifecycle');
const PERSON_WORDS = set(
  'manager agent owner rep representative employee salesperson assignee author contact person doctor teacher instructor driver supervisor director staff president coach player artist customer',
);
const TEXT_WORDS = set(
  'description comment note remark feedback message body text summary abstract synopsis detail review bio reason address street',
);
const NAME_WORDS = set('name title label subject');
const LONG_TEXT = 60;
const FEW_GROUPS = 31;

/** Infers what a column means from its name, type and values alone; `key` says that it tells the rows apart. */
export function inferSemantic(column: DiscoveredColumn, key: boolean): Semantic {
  const tokens = normalWords(column.name);
  const head = tokens.at(-1) ?? '';
  if (column.type === 'BOOLEAN') return 'FLAG';
  if (isTemporal(column.type)) return 'DATE';
  if (isNumeric(column.type)) return numberSemantic(column, tokens, numberHead(tokens), key);
  return textSemantic(column, tokens, head, key);
}

function numberSemantic(column: DiscoveredColumn, tokens: readonly string[], head: string, key: boolean): Semantic {
  const has = (vocabulary: ReadonlySet<string>): boolean => tokens.some((word) => vocabulary.has(word));
  if (column.type === 'PERCENT') return 'RATE';
  if (column.type === 'MONEY') return isPrice(tokens) ? 'PRICE' : 'AMOUNT';
  const whole = column.type === 'INTEGER';
  if (whole && (key || CODE_IDS.has(head))) return 'IDENTIFIER';
  if (whole && (head === 'phone' || head === 'fax' || head === 'mobile')) return 'PHONE';
  if (COORDINATE_WORDS.has(head) && (head !== 'long' || tokens.length === 1) && isDegrees(column)) return 'PLACE';
  if (whole && (has(PLACE_WORDS) || (head === 'office' && isSingular(column, head)))) return 'PLACE';
  if (whole && tokens[0] === 'number') return 'QUANTITY';
  if (whole && isTally(column, tokens, head)) return 'QUANTITY';
  if (whole && (ID_HEADS.has(head) || tokens.join(' ') === 'line item')) return 'IDENTIFIER';
  if (isZeroOne(column)) return 'CATEGORY';
  if (whole && isSingular(column, head) && KIND_WORDS.has(head) && column.profile.distinct <= Math.max(FEW_GROUPS, filled(column) * 0.1))
    return 'CATEGORY';
  if (whole && tokens.length === 1 && isSingular(column, head) && THING_WORDS.has(head)) return 'IDENTIFIER';
  if (whole && (tokens.includes('year') || tokens.includes('founded')) && yearsOnly(column)) return 'CATEGORY';
  if (isPrice(tokens)) return 'PRICE';
  // A share is at most 1, or 100 in the hundred: more is money.
  if ((head === 'discount' || head === 'coverage') && Number(column.profile.max) > (head === 'discount' ? 100 : 1)) return 'AMOUNT';
  if (RATE_WORDS.has(head) || tokens[0] === 'average') return 'RATE';
  if (QUANTITY_WORDS.has(head) && !(whole && GROUPED_NUMBERS.has(head) && column.profile.distinct <= FEW_GROUPS)) return 'QUANTITY';
  if (AMOUNT_WORDS.has(head)) return 'AMOUNT';
  if (whole && GROUPED_NUMBERS.has(head) && column.profile.distinct <= Math.max(FEW_GROUPS, filled(column) * 0.1)) return 'CATEGORY';
  if (has(RATE_WORDS)) return 'RATE';
  if (has(AMOUNT_WORDS) && !has(QUANTITY_WORDS)) return 'AMOUNT';
  if (whole && isUnique(column) && column.position === 0) return 'IDENTIFIER';
  return 'QUANTITY';
}

/** `citation_num` in many rows, some of them with none: how many there are. Numbers that are names begin with one. */
function isTally(column: DiscoveredColumn, tokens: readonly string[], head: string): boolean {
  return head === 'number' && tokens.length > 1 && Number(column.profile.min ?? 1) === 0 && !isUnique(column);
}

/** The word that says what a number is: `reason_code_2` is a code. */
function numberHead(tokens: readonly string[]): string {
  return tokens.findLast((word) => !/^\d+$/.test(word)) ?? '';
}

/** Whether the column's own name has the word as one, not as many. */
function isSingular(column: DiscoveredColumn, head: string): boolean {
  return words(column.name).includes(head);
}

function isDegrees(column: DiscoveredColumn): boolean {
  return Number(column.profile.min) >= -180 && Number(column.profile.max) <= 360;
}

/** `price`, `sales price`, `cost per unit`, `unit cost`: money for one; `total price` is an amount. */
function isPrice(tokens: readonly string[]): boolean {
  if (tokens.includes('total')) return false;
  if (tokens.some((word) => PRICE_WORDS.has(word))) return true;
  const money = tokens.some((word) => AMOUNT_WORDS.has(word));
  return money && (tokens.includes('per') || tokens[0] === 'unit' || tokens.includes('hourly'));
}

function textSemantic(column: DiscoveredColumn, tokens: readonly string[], head: string, key: boolean): Semantic {
  if (filled(column) > 0 && looksLike.email(column)) return 'EMAIL';
  if (filled(column) > 0 && head !== 'name' && looksLike.url(column)) return 'URL';
  if (
    (tokens.includes('phone') || tokens.includes('telephone') || tokens.includes('mobile') || head === 'fax') &&
    !tokens.includes('model')
  )
    return 'PHONE';
  if (CODE_IDS.has(head) || (key && ID_HEADS.has(head))) return 'IDENTIFIER';
  if (shareOf(column, (value) => TIME_OF_DAY.test(value)) >= 0.9) return 'CATEGORY';
  const unique = isUnique(column);
  if (unique && looksLike.code(column)) return 'IDENTIFIER';
  if (column.profile.averageLength > LONG_TEXT || TEXT_WORDS.has(head)) return 'TEXT';
  if (STATUS_WORDS.has(head) && !isPlaceState(column, tokens)) return 'STATUS';
  if (tokens.some((word) => PLACE_WORDS.has(word)) || looksLike.country(column) || tokens.includes('office')) return 'PLACE';
  if (isPerson(column, tokens, head)) return key ? 'NAME' : 'PERSON';
  if (key || (unique && (NAME_WORDS.has(head) || column.position <= 1))) return 'NAME';
  if (NAME_WORDS.has(head) && column.profile.distinct > filled(column) * 0.5) return 'NAME';
  if (ID_HEADS.has(head) && column.profile.distinct > filled(column) * 0.5) return 'IDENTIFIER';
  if (column.profile.distinct > Math.max(200, filled(column) * 0.5)) return 'TEXT';
  return 'CATEGORY';
}

/** A column `state` of places (California, CA) rather than of a process (open, shipped). */
function isPlaceState(column: DiscoveredColumn, tokens: readonly string[]): boolean {
  return tokens.at(-1) === 'state' && shareOf(column, (value) => PROCESS_STATE.test(value.trim())) < 0.3;
}

function isPerson(column: DiscoveredColumn, tokens: readonly string[], head: string): boolean {
  if (tokens.join(' ') === 'first name' || tokens.join(' ') === 'last name') return true;
  const personal = tokens.some((word) => PERSON_WORDS.has(word));
  return personal && (head === 'name' || PERSON_WORDS.has(head)) && looksLike.personName(column);
}
