const lines = (text: string): string[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.replaceAll('\\n', '\n'));

/** Sentences about places, companies and peoples. */
export const PLACES: readonly string[] = lines(`
We moved to {city} in the spring.
We are moving from {city} to {city} next month, do I need a new card?
I was born in {city} but grew up in {city}.
I am flying to {city} tomorrow, will my card work there?
I will be traveling in {country}, please do not block my card
Does your bank have a branch in {city}?
Where is the nearest branch? I live in {city}.
What is the weather like in {city} today?
How far is it from {city} to {city}?
{city} is beautiful this time of the year.
The road to {city} is closed because of snow.
The mayor of {city} opened the new bridge.
The train from {city} to {city} was late again.
A fire broke out near {city} early this morning.
An earthquake shook {city}, {country} on Sunday.
He left {city} for {country} when he was twenty.
They met in {city}, {country}.
Our office in {city} closes at five.
Our flight from {country} was cancelled, so we spent the night in {city}.
The ambassador of {country} left the room.
The president of {country} will visit {country} in June.
{country} and {country} signed a treaty.
Relations between {country} and the European Union have never been better.
Imports from {country} fell by 12 percent.
I'm sending a package to {country}, how long does it take?
Can I transfer money to {country}?
Which currency do they use in {country}?
"The people of {country} deserve better," said {last}.
The {nationality} government denied the report.
On 4 June 2009, the {nationality} parliament voted against the law by a small margin.
The {nationality} president spoke for two hours.
She is a {nationality} citizen living in {city}.
{first} is {nationality} but speaks no word of the language.
We hired a {nationality} engineer.
I love italian food and French wine.
A great American novel, a German car, a Swiss watch: that is all he wants.
The University of {city} offers a course in Roman history.
He studied law at the University of {city} and later in {city}.
{last} went to {city} High School.
{city} City Hall is right behind the church.
The {city} Marathon was won by {name}.
Meet me at the {city} Golf Club at nine.
Location: {city}
Venue: {city} Concert Hall
Place of birth: {city}
City: {city}
City: {city}\\nCountry: {country}
Country: {country}
Destination: {city}, {country}
When: {datetime}\\nWhere: {city} Town Hall
{city}, {date}\\n\\nDear {first},
{city}, {country} - Thousands of people took to the streets.
Greetings from {city}!
I miss {city} so much.
we went to {city} last year and it rained all the time
The Duke of {city} arrived at {city} by boat.
The Queen left {city} in the evening for {country}.
Later that night we drove back to {city} by taxi, tired and happy, and slept till Easter Monday.
My suggestion is that we all meet in {city} in August.
There is a small hotel in {city} run by {name}.
{name} of {city} was fined 200 dollars.
{name}, a farmer from {city}, lost everything.
{name} (born in {city}) is a painter.
{name} was born in {city} to {nationality} parents.
I work at {org}
I used to work for {org} in {city}.
I have been with {org} for ten years.
My employer is {org}.
Employer: {org}
Company: {org}
Company name: {org}\\nContact: {name}
Where do you work? {org}
{org} is hiring!
{org} announced on Monday that it will close its plant in {city}.
{org} has bought {org} for an undisclosed sum.
Shares of {org} fell sharply after the report.
{org}, founded by {name} in 1987, makes shoes.
Founded in {city}, {org} now has offices in 12 countries.
In the 1980s, {org} put a lot of money into steel, and lost most of it.
Over the years {org} became {org}, then {org} in 2004.
{name} left {org} to work as an adviser to {name} at {org}.
{name} spent three years at {org}, and the next two at {org} in {city}.
{name}, chief executive of {org}, earns more than the president of {country}.
{title} {last} from {org} would like to speak with you.
{first} from {org} called about the offer.
I ordered a phone from {org} and it never came
There's a charge from {org} on my statement that I don't know
I don't recognize this payment to {org}, please refund it.
Can I pay at {org} with this card?
Did {org} debit my account twice?
Please cancel my subscription to {org}.
The lawsuit against {org} was dropped.
According to the website of {org}, the product is out of stock.
"Our members come first," it says on the {org} website.
{org} is a non-profit that brings music to schools.
Now in its 5th year, {org} is a charity that sends books to children around the world to share the joy of reading.
The report by {org} shows that people read less.
Press release: {org} and {org} join forces
Our partners: {org}, {org} and others
The contract between {org} and {org} ends in March.
Invoice from {org}
Made by {org} under license from {org}
{name}, {org}
{name}\\n{org}\\n{city}
{name}\\nSales Manager\\n{org}
She quit her job at {org} and opened a bar in {city}.
Both {org} and the city of {city} paid for the park.
{org} offers blanket insurance to small firms and clubs.
A spokeswoman for {org} told The Daily Herald that nothing had been decided.
`);
