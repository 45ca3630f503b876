const words = (text: string): string[] => text.trim().split(/\s+/u);
const phrases = (text: string): string[] => text.trim().split(/\s*[|\n]\s*/u);

/** Frequent surnames that the tables of the locales lack. */
export const MORE_SURNAMES: readonly string[] = words(`
smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez gonzalez wilson anderson thomas taylor moore jackson martin lee perez thompson white harris sanchez clark
ramirez lewis robinson walker young allen king wright scott torres nguyen hill flores green adams nelson baker hall rivera campbell mitchell carter roberts gomez phillips evans turner diaz parker cruz
edwards collins reyes stewart morris morales murphy cook rogers gutierrez ortiz morgan cooper peterson bailey reed kelly howard ramos kim cox ward richardson watson brooks chavez wood james bennett gray
mendoza ruiz hughes price alvarez castillo sanders patel myers long ross foster jimenez powell jenkins perry russell sullivan bell coleman butler henderson barnes gonzales fisher vasquez simmons romero
jordan patterson alexander hamilton graham reynolds griffin wallace moreno west cole hayes bryant herrera gibson ellis tran medina aguilar stevens murray ford castro marshall owens harrison fernandez
mcdonald woods washington kennedy wells vargas henry chen freeman webb tucker guzman burns crawford olson simpson porter hunter gordon mendez silva shaw snyder mason dixon munoz hunt hicks holmes palmer
wagner black robertson boyd rose stone salazar fox warren mills meyer rice schmidt garza daniels ferguson nichols stephens soto weaver ryan gardner payne grant dunn kelley spencer hawkins arnold pierce
hansen peters santos hart bradley knight elliott cunningham duncan armstrong hudson carroll lane riley andrews alvarado ray delgado berry perkins hoffman johnston matthews pena richards contreras willis
carpenter lawrence sandoval guerrero george chapman rios estrada ortega watkins greene nunez wheeler valdez harper burke larson santiago maldonado morrison franklin carlson austin dominguez carr lawson
jacobs obrien lynch singh vega bishop montgomery oliver jensen harvey williamson gilbert dean sims espinoza howell li wong reid hanson le mccoy garrett burton fuller wang weber welch rojas lucas marquez
fields park yang little banks padilla day walsh bowman schultz luna fowler mejia davidson acosta brewer may holland juarez newman pearson curtis cortez douglas schneider joseph barrett navarro figueroa
keller avila wade molina stanley hopkins campos barnett bates chambers caldwell beck lambert miranda byrd craig ayala lowe frazier powers neal leonard gregory carrillo sutton fleming rhodes shelton
schwartz norris jennings rios watts duran walters cohen mcdaniel moran parks steele vaughn becker holt deleon barker terry hale leon hail benson haynes horton miles lyons pham graves bush thornton wolfe
warner cabrera mckinney mann zimmerman dawson lara fletcher page mccarthy love robles cervantes solis erickson reeves chang klein salinas fuentes baldwin daniel simon velasquez hardy higgins aguirre lin
cummings chandler sharp barber bowen ochoa dennis robbins liu ramsey francis griffith paul blair oconnor cardenas pacheco cross calderon quinn moss swanson chan rivas khan rodgers serrano fitzgerald
hussein ahmed ali hassan abdi mohamed osman warsame farah nur yusuf aden ismail tesfaye gebre haile tekle berhane okonkwo okafor eze nwosu obi chukwu adeyemi balogun okeke uche nnamdi ifeanyi
björnsson jónsson sigurðsson guðmundsdóttir jónsdóttir magnússon kristjánsson einarsdóttir petersen kleist olsen lynge heilmann mäkinen korhonen virtanen nieminen mäkelä laine heikkinen koskinen
novák svoboda dvořák horák kučera krejčí kovač horvat zupančič novak krajnc mlakar kralj kovács nagy szabó tóth varga kiss jansen bakker visser smit meijer mulder bos vos peeters janssens maes
baggins took brandybuck gamgee proudfoot bolger boffin hornblower bracegirdle goodbody sackville burrows
`);

/** Given names that the tables of the locales lack. */
export const MORE_GIVEN_NAMES: readonly string[] = words(`
liam noah oliver elijah james william benjamin lucas henry theodore olivia emma charlotte amelia sophia isabella ava mia evelyn luna harper gary frank dennis roger carl keith jerry ralph eugene
abdi hodan ayaan faduma hibaq warsame asha ifrah deeqa jama liban guled samatar ubah yonas senait mehret selam abeba tesfalem biniam rahwa luwam freweini kidane zula
chinua chidi ngozi adaeze chioma emeka obinna ifeoma nkechi uchenna kelechi amara nneka ikenna chukwuemeka
jón guðrún sigurður björk þór ólafur kristín einar helga magnús katrín ragnar halldór steinunn aputsiaq malik nivi ivik inuk paninnguaq
reza shirin dariush farhad kaveh niloufar parisa soraya arash babak cyrus laleh roxana jamshid
frodo samwise peregrin meriadoc bilbo rosie primula drogo belladonna hamfast worf kahless martok gowron
jelle sietske fokke wytze tjitske hidde bauke froukje siebe nynke femke maaike joost sjoerd
`);

/** Companies and bodies that are spoken of by name everywhere. */
export const COMPANIES: readonly string[] = phrases(`
google|alphabet|apple|microsoft|amazon|facebook|meta|netflix|twitter|linkedin|instagram|youtube|uber|lyft|airbnb|spotify|tesla|spacex|ibm|intel|amd|nvidia|oracle|sap|salesforce|adobe|cisco|dell|hp|hewlett packard|lenovo|sony|samsung|lg|panasonic|toshiba|hitachi|fujitsu|nec|canon|nikon|xerox|kodak|nokia|ericsson|siemens|bosch|philips|thales|airbus|boeing|lockheed martin|raytheon|northrop grumman|general electric|general motors|ford|toyota|honda|nissan|mazda|volkswagen|bmw|audi|daimler|mercedes benz|porsche|volvo|renault|peugeot|fiat|ferrari|hyundai|kia|shell|exxon mobil|chevron|british petroleum|totalenergies|gazprom|walmart|target|costco|home depot|lowes|best buy|macys|ikea|zara|nike|adidas|puma|reebok|gap|levis|starbucks|mcdonalds|burger king|subway|pizza hut|dominos|kfc|pepsi|pepsico|coca cola|nestle|unilever|procter and gamble|johnson and johnson|pfizer|novartis|roche|merck|bayer|sanofi|glaxosmithkline|astrazeneca|moderna|biontech|goldman sachs|morgan stanley|jpmorgan|jp morgan chase|bank of america|wells fargo|citigroup|citibank|barclays|hsbc|lloyds|deutsche bank|commerzbank|ubs|credit suisse|bnp paribas|santander|bbva|ing|rabobank|nordea|danske bank|visa|mastercard|american express|paypal|stripe|square|klarna|adyen|deloitte|kpmg|pwc|pricewaterhousecoopers|ernst and young|accenture|mckinsey|boston consulting group|bain and company|capgemini|infosys|wipro|tata consultancy services|cognizant|bloomberg|thomson reuters|reuters|associated press|new york times|washington post|wall street journal|the guardian|bbc|cnn|nbc|abc|cbs|fox news|disney|pixar|warner bros|paramount|universal studios|comcast|verizon|t mobile|vodafone|orange|telefonica|att|fedex|ups|dhl|maersk|delta airlines|united airlines|american airlines|lufthansa|air france|ryanair|easyjet|hilton|marriott|hyatt|red cross|unicef|nasa|cia|fbi|nato|european union|united nations|world bank|world health organization|harvard university|stanford university|oxford university|mozilla|github|gitlab|atlassian|slack|zoom|dropbox|shopify|squarespace|zillow|yelp|tripadvisor|expedia|groupon|ebay|etsy|alibaba|tencent|baidu|huawei|xiaomi|snowflake|databricks|palantir|tableau|mongodb|elastic|splunk|twilio|okta|cloudflare|datadog|hubspot|zendesk|workday|servicenow|intuit|autodesk|vmware|red hat|equifax|experian|transunion|moodys|nielsen|gartner|forrester|lego|carlsberg|heineken|novo nordisk|equinor|telenor|statoil|h and m|electrolux|nokian|kone|fazer|skoda|pko|orlen|otp bank|mol group|erste group|raiffeisen|red bull|kaspersky|yandex|lukoil|sberbank|petrobras|itau|embraer|cemex|televisa|mercadolibre
`);
