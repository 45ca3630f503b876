/** Verbs that only say that one thing belongs to another, by their plain form: what they link is told by the things themselves. */
const PLAIN =
  'accept achieve acquire act add administer affiliate aim air allocate allow appear apply appoint approve arrange arrive assign assist associate attach attend author award base bear belong bind board book border borrow bring build buy call carry cast cater cause chair charge check change choose claim collaborate collect come commission comment commit compete compile compose comprise concern conduct connect consist construct consult consume contact contribute cook cost cover create cross deal deliver depart depict design differ develop direct dispatch display distribute divide do donate draw drive drop earn edit elect employ enlist enrol enroll enter establish feature fight fill film finance finish fit fly follow form found fund get give go govern graduate grow handle happen have head hire hit hold host house identify import include increase inhabit inspect invent invite involve issue join judge keep land last launch lead learn leave lend license lie list live load locate log lose maintain make manage manufacture mark marry match measure meet mention migrate move name nominate note obtain occur offer open operate order organise organize originate own pass pay perform place play post practise practice prefer prepare prescribe present print process produce provide publish purchase put quote race raise rate reach read receive record recruit refer refuel register release rent repair report represent request require reside result retire return reuse review ride rise run sail schedule score search see seek select sell send serve set share ship show sign sing sit speak spend sponsor staff star start state stay stock stop store study subject submit supervise supply support swim take teach tell tend test tour trade train transfer transport travel treat turn use vary visit vote want watch wear win work write'.split(
    ' ',
  );

/** Forms that no rule makes. */
const IRREGULAR: Readonly<Record<string, string>> = {
  bear: 'bore born borne', begin: 'began begun', bring: 'brought', build: 'built', buy: 'bought', choose: 'chose chosen', come: 'came', deal: 'dealt', do: 'did done does', draw: 'drew drawn', drive: 'drove driven', fight: 'fought', fly: 'flew flown flies', get: 'got gotten', give: 'gave given', go: 'went gone goes', grow: 'grew grown', hold: 'held', keep: 'kept', lead: 'led', learn: 'learnt', leave: 'left', lend: 'lent', lie: 'lay lain lying', lose: 'lost', make: 'made', meet: 'met', pay: 'paid', ride: 'rode ridden', rise: 'rose risen', run: 'ran', see: 'saw seen', seek: 'sought', sell: 'sold', send: 'sent', show: 'shown', sing: 'sang sung', sit: 'sat', speak: 'spoke spoken', spend: 'spent', swim: 'swam swum', take: 'took taken', teach: 'taught', tell: 'told', wear: 'wore worn', win: 'won', write: 'wrote written',
}; // prettier-ignore

function formsOf(verb: string): string[] {
  const bare = verb.replace(/e$/u, '');
  const y = /[^aeiou]y$/u.test(verb) ? verb.slice(0, -1) : null;
  const doubled = /^[^aeiou]*[aeiou][bdgmnprt]$/u.test(verb) ? `${verb}${verb.at(-1) ?? ''}` : bare;
  const third = y !== null ? `${y}ies` : /(?:s|sh|ch|x|z|o)$/u.test(verb) ? `${verb}es` : `${verb}s`;
  return [verb, third, `${doubled}ing`, y === null ? `${doubled}ed` : `${y}ied`, `${bare}ed`, `${bare}ing`];
}

const FORMS = new Set([...PLAIN.flatMap(formsOf), ...Object.values(IRREGULAR).flatMap((forms) => forms.split(' '))]);

/** Whether a word is a form of a verb that only links things. */
export const isLinkingVerb = (word: string): boolean => FORMS.has(word);
