/** Something that texts which give orders to agents have, and others hardly. */
export interface Signal {
  name: string;
  /** How much it says by itself, 0…1. */
  weight: number;
  /** For people, after “It …”. */
  says: string;
  /** On a normalised text: lower case, single spaces. */
  pattern: RegExp;
}

const signal = (name: string, weight: number, says: string, ...patterns: readonly RegExp[]): Signal => ({
  name,
  weight,
  says,
  pattern: new RegExp(patterns.map(({ source }) => `(?:${source})`).join('|'), 'u'),
});

/** Ordered by name of what they tell; each counts once however often it is there. */
export const SIGNALS: readonly Signal[] = [
  signal(
    'override',
    0.85,
    'tells agents to set aside what they were told',
    /\b(?:ignore|disregard|forget|override|bypass)\b.{0,20}\b(?:previous|prior|above|earlier|preceding|initial|original|system|your|all of your)\b.{0,20}\b(?:instructions?|prompts?|directions|guidelines|commands|rules|programming)\b/,
    /\b(?:do not|don't|stop) (?:follow|obey|comply with)\w*\b.{0,20}\b(?:previous|prior|above|earlier|your|system)\b.{0,20}\b(?:instructions?|prompts?|rules|guidelines)\b/,
    // German, French, Spanish, Portuguese, Italian, Dutch.
    /\b(?:ignorier|vergiss|vergessen sie|missacht|übergeh)\w*\b.{0,40}\b(?:anweisung|instruktion|vorgabe|regel|befehl|prompt)/,
    /\b(?:ignore[zr]?|oublie[zr]?|ne tiens pas compte|ne tenez pas compte)\b.{0,40}\b(?:instructions?|consignes?|règles?|directives?|ordres?)/,
    /\b(?:ignora|ignore|olvida|olvide|descarta|desconsidere|esqueça|esquece)\b.{0,40}\b(?:instrucci[oó]n|instru[cç][oõ]es|instruç|regla|regra|orden|indicaci)/,
    /\b(?:ignora|dimentica|trascura)\b.{0,40}\b(?:istruzion|regol|ordin|direttiv)/,
    /\b(?:negeer|vergeet)\b.{0,40}\b(?:instructie|opdracht|regel|aanwijzing)/,
    // Polish, Russian, Ukrainian, Turkish.
    /(?:zignoruj|ignoruj|zapomnij).{0,40}(?:instrukcj|polece|zasad)/,
    /(?:игнорируй|проигнорируй|забудь|ігноруй|не обращай внимания).{0,40}(?:инструкци|указани|правил|інструкці|команд)/,
    /(?:talimat|yönerge|kural).{0,30}(?:yok ?say|unut|görmezden gel)/,
    // Chinese, Japanese, Korean, Arabic, Hindi.
    /(?:忽略|无视|無視|忘记|忘掉).{0,20}(?:指令|指示|提示|规则|規則|说明)/,
    /(?:指示|命令|プロンプト|ルール).{0,12}(?:無視|忘れ)/,
    /(?:지시|명령|규칙|프롬프트).{0,12}(?:무시|잊)/,
    /(?:تجاهل|انس).{0,40}(?:التعليمات|الأوامر|القواعد)/,
    /(?:निर्देश|नियम).{0,30}(?:अनदेखा|भूल)/,
  ),
  signal(
    'rules',
    0.4,
    'tells agents to pass over rules',
    /\b(?:ignore|disregard|override|bypass)\b.{0,5}\b(?:all|any|the|these|those)\b.{0,15}\b(?:instructions|rules|guidelines|commands|prompts|restrictions|policies|safeguards)\b/,
  ),
  signal(
    'role',
    0.45,
    'gives agents another role',
    /\byou are (?:now|no longer)\b/,
    /\bfrom now on,? (?:you|act|behave|respond|answer)\b/,
    /\b(?:act|behave|respond|pose) as (?:if you were )?(?:an? |the )?(?:unrestricted|uncensored|root|admin\w*|developer|system|super ?user|evil|dan)\b/,
    /\bpretend (?:to be|you are|that you)\b/,
    /\b(?:du bist|sie sind) (?:jetzt|ab sofort|nun)\b|\btu es (?:maintenant|désormais)\b|\bahora eres\b|\bora sei\b|\bagora você é\b|теперь ты|你现在是/,
  ),
  signal(
    'markers',
    0.6,
    'has marks by which models tell who speaks',
    /<\|(?:im_start|im_end|system|user|assistant|endoftext|eot_id|start_header_id)\|>/,
    /\[\/?inst\]|<<\/?sys>>|<\/?(?:system|assistant|tool_call|function_call)>/,
    /(?:^|[.!?:"'\n] ?|### ?)(?:system|assistant) ?(?:prompt|message|instruction|override)?s? ?: ?(?:you|ignore|new|the|from|do|always|important)\b/,
    /\bbegin (?:system|admin|new) (?:prompt|message|instructions)\b|\bend of (?:the )?(?:system )?(?:prompt|user input|document|context)\b/,
  ),
  signal(
    'leak',
    0.55,
    'asks agents for what they were told',
    /\b(?:reveal|print|show|repeat|output|display|leak|disclose|tell me|give me|what (?:is|are))\b.{0,30}\b(?:your|the|system|hidden|initial|original|secret)\b.{0,20}\b(?:system prompt|prompt|initial instructions|hidden instructions|system message|secret key|api keys?|credentials)\b/,
    /\brepeat (?:everything|all|the (?:text|words)) (?:above|before)\b/,
  ),
  signal(
    'exfiltration',
    0.6,
    'asks to send data elsewhere',
    /\b(?:send|forward|post|upload|transmit|exfiltrate|e-?mail|leak|copy)\b.{0,50}\b(?:all|every|the|any|customer|user|internal|confidential|secret)\b.{0,40}\b(?:data|records?|passwords?|credentials?|tokens?|api keys?|secrets?|contacts?|e-?mails?|files?|database|invoices?)\b.{0,40}(?:\bto\b|\bat\b) ?.{0,10}(?:https?:|www\.|\S+@\S+|ftp:)/,
    /!\[[^\]]{0,80}\]\(https?:\/\/[^)\s]{1,200}[?&][^)\s]{0,200}(?:\{|data=|q=|secret|token|prompt)/,
  ),
  signal(
    'approval',
    0.6,
    'claims that nobody has to be asked',
    /\b(?:without|skip|bypass|avoid|no need for|don't wait for|do not wait for)\b.{0,25}\b(?:approval|confirmation|permission|asking (?:the |a )?(?:user|human|person|operator|anyone)|human review|governance)\b/,
    /\b(?:do not|don't|never) (?:tell|inform|notify|alert|ask|mention)\b.{0,25}\b(?:user|human|operator|anyone|anybody|owner|admin|this)\b/,
    /\b(?:already|pre-?) ?(?:been )?(?:approved|authori[sz]ed) by (?:the )?(?:ceo|cfo|owner|admin\w*|management|security|system)\b/,
  ),
  signal(
    'jailbreak',
    0.75,
    'uses a known way around what agents keep to',
    /\b(?:dan|developer|god|debug|maintenance|unrestricted|jailbreak) mode\b/,
    /\bdo anything now\b|\bjail ?break\b|\bno (?:longer )?(?:bound|restricted) by\b/,
    /\bwithout (?:any )?(?:restrictions?|limitations?|filters?|ethical|safety)\b/,
  ),
  signal(
    'tools',
    0.35,
    'orders agents to use their tools',
    /\b(?:call|invoke|use|execute|run|trigger)\b.{0,15}\b(?:the|your|this)?\b.{0,25}\b(?:tool|function|mutation|webhook|shell|command line|bash)\b.{0,40}\b(?:now|immediately|with|and|to)\b/,
    /\b(?:delete|drop|erase|wipe|remove) (?:all|every|the entire|everything)\b/,
    /\b(?:transfer|wire|pay|refund)\b.{0,25}[$€£]? ?\d[\d.,]{2,}.{0,40}\b(?:to|into)\b.{0,20}\b(?:account|iban|wallet|address)\b/,
  ),
  signal(
    'urgent-order',
    0.25,
    'speaks to agents as whoever gives orders',
    /\b(?:important|urgent|critical|attention)\b.{0,5}[:!].{0,40}\b(?:ai|agent|assistant|model|llm|bot|chatbot)\b/,
    /\b(?:ai|llm|language model|agent|assistant|bot)s?\b.{0,15}\b(?:must|should|shall|have to|need to) (?:now |immediately |always )?(?:follow|obey|execute|ignore|comply|respond|answer)\b/,
    /\bnew (?:system )?(?:instructions?|directives?|orders?)\b.{0,4}:/,
  ),
];
