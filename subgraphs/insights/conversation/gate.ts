import { MAX_QUESTION_LENGTH } from '../language/tokenize.ts';
import { isForeign } from './languages.ts';

/** Why a text is no question that data can answer. */
export interface Turned {
  reason: 'EMPTY' | 'TOO_LONG' | 'NOT_ENGLISH' | 'CODE' | 'INSTRUCTIONS' | 'OTHER_COMPANY' | 'SMALL_TALK' | 'HELP';
  text: string;
}

const SQL = [
  /\bselect\b[^?]*(?:\*|,|\(|\bdistinct\b)[^?]*\bfrom\b/i,
  /\bSELECT\b.+\bFROM\b/,
  // A table by its written name, which nobody says.
  /^\W*select\b.+\bfrom\s+\w+_\w+\W*$/i,
  /\bselect\b.+\bfrom\b\s+["`\w.]+\s*(?:;|where\b.*(?:=|<|>|\blike\b|\bin\s*\()|group\s+by\b.*;|limit\s+\d)/i,
  /\b(?:drop|truncate|alter|create)\s+(?:table|database|schema|view|index|role|user)\b/i,
  /\binsert\s+into\s+\S+\s*(?:\(|values\b|select\b)/i,
  /\bdelete\s+from\s+\S+\s*(?:;|$|where\b)/i,
  /\bupdate\s+\S+\s+set\s+\S+\s*=/i,
  /\bunion\s+(?:all\s+)?select\b/i,
  /(?:'|")\s*(?:or|and)\s+(?:'?\d+'?\s*=\s*'?\d+|true\b)/i,
  /;\s*--|--\s*$|\/\*.*\*\//,
  /\b(?:pg_sleep|xp_cmdshell|set_config|information_schema|pg_catalog)\b/i,
];
const PROGRAM = [
  /<\/?(?:script|html|body|div|img|iframe|svg|style)\b/i,
  /\b(?:function|def|class|public|void|import|const|let|var)\s+\w+\s*(?:\(|=|\{|from\b|;)/,
  /=>|\bconsole\.log\(|\bprint(?:f|ln)?\(|\brequire\(|\beval\(|\bos\.system|\$\{|\{\{|<\?php|#include/,
  /\bimport\s+(?:os|sys|re|json|pandas|numpy)\b/,
  /\b(?:query|mutation|subscription)\s*(?:\w+\s*)?(?:\([^)]*\)\s*)?\{/,
  /(?:^|\s)(?:sudo|curl|wget|chmod|rm\s+-rf)\s/i,
];
const SYMBOLS = /[{}[\]<>;=\\|`~^]/g;
/** A text with this share of a program's signs is one. */
const MOST_SYMBOLS = 0.12;
const INSTRUCTIONS = [
  /\b(?:ignore|disregard|forget|override|bypass|skip)\b.{0,40}\b(?:instructions?|prompts?|rules?|guidelines|restrictions|permissions?|polic(?:y|ies)|filters?|safety|training)\b/i,
  /\b(?:system|hidden|initial|original|developer)\s+(?:prompt|message|instructions?)\b/i,
  /\byou are (?:now|no longer|a|an)\b|\bfrom now on\b|\bpretend (?:to be|you|that)\b|\bact as (?:if|an?|the|my)\b|\brole ?play\b/i,
  /\b(?:jail ?break|dan mode|developer mode|god mode|sudo mode|admin(?:istrator)? mode)\b/i,
  /\b(?:reveal|print|show|tell me|give me|what (?:is|are)|leak|dump)\b.{0,25}\b(?:your|the system'?s?) (?:instructions?|prompts?|rules|configuration|source code|api keys?|secrets?|passwords?)\b/i,
  /\b(?:api keys?|access tokens?|passwords?|credentials|private keys?)\b.{0,30}\b(?:of|for|in|to) (?:the )?(?:system|database|server|admin|users?)\b|\b(?:show|give|tell|list|dump|print)\b.{0,20}\b(?:api keys?|access tokens?|passwords?|credentials)\b/i,
  /\b(?:reply|respond|answer|say) (?:only )?with\b|\brepeat after me\b|\bdo anything now\b/i,
];
const OTHER_COMPANY =
  /\b(?:other|another|different|neighbou?r(?:ing)?|someone else'?s?|somebody else'?s?|foreign|all(?: the)?|every|any other)\s+(?:tenants?|workspaces?)\b|\btenant\s+(?:id\b|#|number|[0-9a-f]{6,}|\d+)|\b(?:other|another|different)\s+(?:compan(?:y|ies)|organi[sz]ations?|business(?:es)?|firms?)['’]?s?['’]?\s+(?:\w+\s+)?(?:data|numbers|figures|revenue|sales|customers|mrr|arr|records|accounts|dashboards?|results|costs)\b|\b(?:data|numbers|records|dashboards?|revenue|figures|mrr|arr|customers|results)\s+(?:of|from|belonging to|for)\s+(?:the\s+)?(?:other|another|different)\s+(?:compan(?:y|ies)|organi[sz]ations?|tenants?|workspaces?|users of this)\b|\b(?:cross|across)[- ](?:all )?tenants?\b/i;
const GREETING =
  /^(?:(?:hi|hello|hey|yo|good (?:morning|afternoon|evening|day)|greetings|howdy|sup|thanks?|thank you|thx|cheers|bye|goodbye|see you|ok|okay|cool|great|nice|lol|test|testing|yes|no|please)[\s,!.]*(?:there|you|all|everyone|team|a lot|so much|very much|again)?[\s!.?]*)+$/i;
const SMALL_TALK =
  /\b(?:how are you|how do you do|how(?:'s| is) it going|how(?:'s| is) your day|what(?:'s| is) up|who are you|what(?:'s| is) your name|who (?:made|built|created|wrote) you|are you (?:a )?(?:human|robot|bot|ai|real|alive|sentient|chatgpt|gpt|claude)|tell me a (?:joke|story|poem)|write (?:me )?an? (?:poem|song|story|essay|haiku|e-?mail|letter)|sing (?:me )?a|what(?:'s| is) the (?:weather|time|date|meaning of life)|what time is it|do you (?:love|like|hate|dream|sleep|feel)|i love you|who won the|what is \d+ ?[+*x/-] ?\d+|translate\b|recipe for)/i;
/** What people ask of the world; where their own data have such a thing, it is a question like any other. */
const OF_THE_WORLD = /^(?:what|who)(?: is|'s| was) the (capital|president|prime minister|king|queen) of\b/i;
const HELP =
  /^(?:please |hey |hi |so )*(?:help(?: me)?|what can (?:you|i|we|this)(?: do| ask| answer| tell| know| help)?(?: .*)?|what (?:do|can) you (?:know|do|answer|help with).*|how (?:do|does|can|should) (?:i|this|it|you) (?:use|work|ask|start|begin|get started)\b.*|what (?:kind|kinds|sort|type|types) of questions\b.*|what should i ask.*|what questions\b.*|give me (?:some )?(?:examples?|ideas)|examples?|what (?:data|information|sources) (?:do you|do we|can you|is there|are there|have you)\b.*|what is (?:this|autonomos)|instructions|\?+|commands|menu|capabilities)[\s?!.]*$/i;

const TEXTS: Record<Turned['reason'], string> = {
  EMPTY: 'There is no question here. Ask about your business in plain English.',
  TOO_LONG: `Please ask in at most ${MAX_QUESTION_LENGTH} characters.`,
  NOT_ENGLISH: 'I read questions in English only, sorry. Please ask again in English.',
  CODE: 'This looks like code. I run none: please say in plain English what you want to know.',
  INSTRUCTIONS:
    'I only answer questions about the data of your business, by the rules that hold for you. Nothing in a question changes that.',
  OTHER_COMPANY: "I see your own company's data and nobody else's.",
  SMALL_TALK: 'I answer questions about your business data. These are some that I can answer.',
  HELP: 'Ask in plain English about the numbers and records of your business: how much, how many, which, by what, since when, compared with what, and why. These are some questions that your data answers.',
};
const turned = (reason: Turned['reason']): Turned => ({ reason, text: TEXTS[reason] });

/** What questions may be about that would otherwise look like something else. */
export interface Known {
  /** Whether the tenant's data or the grammar of questions has a word. */
  word: (word: string) => boolean;
  /** Whether records of the tenant's own are called by a word: landlords have tenants. */
  records: (word: string) => boolean;
}

/** Why a text is no question for the data; null for everything that should be read. Pure and linear; never throws. */
export function turnedAway(text: string, known: Known): Turned | null {
  if (text.length > MAX_QUESTION_LENGTH) return turned('TOO_LONG');
  if (/^[\s?]+$/.test(text) && text.includes('?')) return turned('HELP');
  if (!/[\p{L}\p{N}]/u.test(text)) return turned('EMPTY');
  if (SQL.some((pattern) => pattern.test(text)) || PROGRAM.some((pattern) => pattern.test(text))) return turned('CODE');
  if ((text.match(SYMBOLS)?.length ?? 0) / text.length > MOST_SYMBOLS) return turned('CODE');
  if (INSTRUCTIONS.some((pattern) => pattern.test(text))) return turned('INSTRUCTIONS');
  const other = OTHER_COMPANY.exec(text)?.[0];
  const own = /tenant|workspace/i.exec(other ?? '')?.[0];
  if (other !== undefined && (own === undefined || !known.records(own))) return turned('OTHER_COMPANY');
  const bare = text.trim();
  if (HELP.test(bare)) return turned('HELP');
  if (GREETING.test(bare) || SMALL_TALK.test(bare)) return turned('SMALL_TALK');
  const world = OF_THE_WORLD.exec(bare)?.[1];
  if (world !== undefined && !known.word(world.toLowerCase())) return turned('SMALL_TALK');
  return isForeign(text, known.word) ? turned('NOT_ENGLISH') : null;
}
