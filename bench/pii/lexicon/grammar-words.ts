const words = (text: string): string[] => text.trim().split(/\s+/u);
const phrases = (text: string): string[] => text.trim().split(/\s*[|\n]\s*/u);

/** Words that make a line an address: kinds of streets, in the languages of the countries that write them so. */
export const STREET_WORDS: readonly string[] = words(`
street st str road rd avenue av ave aven drive dr lane ln boulevard blvd bvd court ct place pl square sq terrace tce ter way crescent cres close parade pde
highway hwy route rte parkway pkwy circle cir trail trl alley row walk grove gardens gate hill mews green rise view vale path loop esplanade quay wharf turnpike
pike crossing junction plaza heights park bridge broadway mall causeway lodge croft drove glade glen brae wynd
rue r allée allee impasse chemin ch quai cours place pl sentier faubourg voie passage route bd cité square villa résidence lotissement hameau
straße strasse str gasse weg platz allee ring damm ufer gürtel steig chaussee markt stieg zeile graben berg
straat laan weg plein kade gracht dreef steeg singel dijk hof pad park baan steenweg markt
calle c avenida avda av paseo pº plaza pza camino carretera ctra ronda travesía cuesta callejón rambla calzada calleja barrio urbanización boulevar
rua avenida av travessa praça praca largo estrada alameda beco rodovia r quinta urbanização
via viale v.le corso c.so piazza p.za piazzale largo vicolo contrada strada lungomare borgo salita
ulica ul aleja aleje al plac pl osiedle os rondo
ulice třída náměstí nám nábřeží nábr cesta
utca u út útja tér rkp rakpart körút krt sor köz sétány fasor dűlő liget
gata gatan vägen väg gränd torget plan stigen backen allén
gate gata vei veien veg vegen torg plass bakke
vej gade allé plads stræde torv
katu tie polku kuja puistotie tori kaari
vegur gata braut stígur
tänav tn tee maantee mnt puiestee pst
cesta ulica trg naselje
οδός πλατεία λεωφόρος
улица ул проспект пр переулок площадь бульвар шоссе набережная
sokak sok caddesi cad cadde mahallesi mah bulvarı
jalan jl gang đường phố
nassau corner
`);

/** Words that introduce a part of a building. */
export const UNIT_WORDS: readonly string[] = words(
  'apt apartment apartments suite ste unit flat floor fl room rm building bldg block piso planta apto depto dept dpt appartement bureau étage wohnung box bus lok byt po',
);

/** What stands for no region in exports, and short names of regions that the tables lack. */
export const STATE_WORDS: readonly string[] = words(
  'nan n/a nsw qld vic tas act wa nt sa ab bc mb nb nl ns on pe qc sk yt gp kzn vov van vbr wht oost west noord zuid lombardia bavaria',
);

/** Legal forms behind a company's name. */
export const COMPANY_SUFFIXES: readonly string[] = words(`
inc incorporated corp corporation co company llc llp lp ltd limited plc gmbh ag kg ohg ug se sa sas sarl sàrl srl spa s.p.a bv b.v nv n.v vof oy oyj ab as asa aps a/s a/s
ehf hf kft zrt nyrt sp z.o.o s.r.o sro a.s d.o.o doo d.d lda ltda eirl pty pte bhd sdn kk k.k oü sia uab jsc ooo oao pjsc eood eurl scs snc sl slu s.l e.v ev cie kgaa mbh holding holdings gruppe
`);

/** Words that companies like in their names. */
export const COMPANY_WORDS: readonly string[] = words(`
group partners partner associates consulting consultants software systems solutions technologies technology tech labs lab industries international global services
service financial capital bank insurance trust investments ventures media networks network communications energy power electric motors airlines airways pharmaceuticals
pharma health healthcare medical analytics data digital logistics foods brands records studios entertainment publishing press university college institute foundation
association society agency club hospital clinic restaurant hotel resort store shop markets market supply enterprises innovations dynamics works design designs
engineering construction properties realty estate advisors management securities mutual credit union council committee ministry department bureau sons brothers bros
interactive research robotics biosciences therapeutics instruments semiconductor aerospace petroleum mining steel chemical materials outfitters
`);

/** How people are addressed. */
export const HONORIFICS: readonly string[] = words(`
mr mrs ms miss mx dr doctor prof professor sir madam madame mme mlle mlles monsieur m herr frau fräulein hr fr frk sr sra srta señor señora señorita don doña dra
sig sigra signor signora signorina dott dottssa ing mgr mudr judr pan pani panna rev reverend fr father sister brother hon judge capt captain lt lieutenant col colonel gen general sgt sergeant maj major
pres gov sen rep dhr mevr mevrouw meneer drs ir mvr mnr lord lady dame sheikh imam rabbi kk tohtori gospod gospa κος κα κύριος κυρία господин госпожа г-н г-жа
`);

/** What stands behind a person's name. */
export const NAME_SUFFIXES: readonly string[] = words('jr sr ii iii iv md phd dds dvm esq mba cpa rn bsc msc dphil jd pe do ret');

/** Small words within names. */
export const PARTICLES: readonly string[] = words(
  "van von de der den del della di da dos das do du la le las los el al bin binti ibn ben bat abu ter ten te tot zu zur af av y e i vom st mac mc o d' dal dalla degli",
);

/** Days, months and feasts: capitals that name nobody. */
export const CALENDAR_WORDS: readonly string[] = words(`
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
mon tue wed thu fri sat sun christmas easter halloween thanksgiving ramadan hanukkah diwali labor independence memorial valentine
`);

/** Adjectives of countries and peoples. */
export const NATIONALITIES: readonly string[] = phrases(`
afghan|albanian|algerian|american|andorran|angolan|argentine|argentinian|armenian|australian|austrian|azerbaijani|bahamian|bahraini|bangladeshi|barbadian|belarusian|belgian|belizean|beninese|bhutanese|bolivian|bosnian|brazilian|british|bruneian|bulgarian|burkinabe|burmese|burundian|cambodian|cameroonian|canadian|chadian|chilean|chinese|colombian|comoran|congolese|costa rican|croatian|cuban|cypriot|czech|danish|djiboutian|dominican|dutch|ecuadorian|egyptian|emirati|english|eritrean|estonian|ethiopian|fijian|filipino|finnish|french|gabonese|gambian|georgian|german|ghanaian|greek|grenadian|guatemalan|guinean|guyanese|haitian|honduran|hungarian|icelandic|indian|indonesian|iranian|iraqi|irish|israeli|italian|ivorian|jamaican|japanese|jordanian|kazakh|kenyan|korean|kosovar|kuwaiti|kyrgyz|lao|laotian|latvian|lebanese|liberian|libyan|lithuanian|luxembourger|macedonian|malagasy|malawian|malaysian|maldivian|malian|maltese|mauritanian|mauritian|mexican|micronesian|moldovan|monacan|mongolian|montenegrin|moroccan|mozambican|namibian|nauruan|nepalese|nepali|nicaraguan|nigerian|nigerien|norwegian|omani|pakistani|palauan|palestinian|panamanian|paraguayan|persian|peruvian|polish|portuguese|qatari|romanian|russian|rwandan|salvadoran|samoan|saudi|scottish|senegalese|serbian|seychellois|singaporean|slovak|slovakian|slovenian|somali|south african|spanish|sri lankan|sudanese|surinamese|swazi|swedish|swiss|syrian|taiwanese|tajik|tanzanian|thai|togolese|tongan|trinidadian|tunisian|turkish|turkmen|tuvaluan|ugandan|ukrainian|uruguayan|uzbek|venezuelan|vietnamese|welsh|yemeni|zambian|zimbabwean|arab|kurdish|roma|jewish|muslim|christian|catholic|hindu|buddhist|protestant|sikh
`);
