"""Dutch words of the social domain that people use for about the same thing: one group a line.

A word may stand in more than one group. Written by hand from knowledge of the field, by somebody who had read four of
the five files of pairs in tests/data and not the fifth (docs/statistics/texts.md).
"""

ALIKE = """
schuld rekening incasso deurwaarder betalingsachterstand achterstand aanmaning boete krediet lening pof
geld euro cent bedrag poen centje inkomen financieel financien portemonnee geldzorg
schuldhulp schuldsanering sanering bewindvoerder bewindvoering budgetbeheer kredietbank leefgeld wsnp
arm armoede minima minimum rondkomen bijstand krap arme armoedegrens gezinsinkomen voedselbank bestaanszekerheid
rijk rijke verdienen inkomen vermogend welgesteld salaris loon
duur kosten prijs betalen betaalbaar onbetaalbaar kostbaar prijzig
gratis goedkoop kosteloos korting voordelig
uitkering bijstand wajong wia ww aow participatiewet sociaal inkomen iva
toeslag huurtoeslag zorgtoeslag belastingdienst belasting terugbetalen terugvordering
pensioen aow gepensioneerd gepensioneerde pensionering
bezuiniging bezuinigen besparen sluiten wegbezuinigen schrappen opheffen dichtgaan
subsidie financieren financiering fonds budget subsidieren projectgeld
sparen spaargeld spaarpot buffer
huur verhuurder huurder woningcorporatie woningbouw corporatie woningbouwvereniging huisbaas woningstichting
huis woning flat appartement huurhuis huurwoning koopwoning koophuis bovenwoning kamer gebouw woonruimte pand onderkomen
dakloos dakloze thuisloos zwerven daklozenopvang straat logeren bankslapen nachtopvang bankslaper
verhuizen verhuizing intrekken vertrekken doorstromen
schimmel vocht vochtig tocht tochten lek lekkage kou isolatie
energie gas stroom energierekening stoken verwarming kachel elektriciteit isoleren
verbouwing renovatie opknappen verbouwen renoveren sloop slopen
wachtlijst wachten wachttijd wachtrij duren beurt wachtkamer wachtende ingeschreven inschrijving
post brief envelop papier formulier schrijven bericht poststuk brievenbus papierwerk correspondentie
formulier aanvraag aanvragen invullen aanmelden papier aanmelding
mail email e-mail mailen mailtje emailen bericht
telefoon bellen mobiel smartphone telefoneren opbellen mobieltje telefoongesprek gsm
internet online digitaal website computer laptop app scherm site digid tablet inloggen wachtwoord pc systeem
inloggen digid wachtwoord code pincode
filmpje video beeld plaatje tekening foto afbeelding
begrijpen snappen verstaan volgen doorhebben doorgronden begrip
moeilijk ingewikkeld lastig onbegrijpelijk ambtelijk zwaar complex moeilijke onduidelijk jargon
makkelijk gemakkelijk eenvoudig simpel helder duidelijk begrijpelijk
uitleggen uitleg vertellen toelichten verduidelijken toelichting
lezen analfabeet schrijven laaggeletterd letter analfabetisme laaggeletterdheid geletterd voorlezen spellen
taal nederlands taalles moedertaal taalcursus spreken taalcoach taalmaatje dialect accent
praten spreken vertellen gesprek kletsen babbelen praatje bespreken babbel bijpraten woord
luisteren horen aanhoren oor gehoor gehoord
vragen vraag informeren stellen
antwoord reactie antwoorden reageren terugbellen bericht terughoren
vertalen tolk tolken vertaler vertaling
les cursus opleiding training leren onderwijs studie workshop studeren scholing
school klas juf meester leraar docent leerkracht lerares onderwijs klasgenoot leerling basisschool
diploma certificaat papier opleiding
stage stageplek stageplaats leerwerkplek
student studeren scholier leerling
kind zoon dochter kleintje jongen meisje kroost peuter kleuter kleine baby dochtertje zoontje
jongere jeugd tiener puber jong jongvolwassene hangjongere jongen
jongerenwerker jeugdwerker jongerenwerk jeugdcentrum jongerencentrum
jeugdzorg jeugdhulp gezinsvoogd voogd jeugdbescherming pleeggezin pleegouder uithuisplaatsing pleegzorg instelling
volwassen achttien meerderjarig zelfstandig
moeder mam ma mama moe moeke
vader pa pap papa
ouder vader moeder
ouder oud oudere bejaard bejaarde senior leeftijd ouderen hoogbejaard
oma opa grootouder kleinkind grootmoeder grootvader
man echtgenoot partner vent
vrouw echtgenote partner lief mevrouw
zus broer zusje broertje familie
familie gezin verwant huishouden familielid thuis
vriend vriendin maat kennis kameraad vriendschap maatje
trouwen huwelijk echtgenoot getrouwd bruiloft
scheiding scheiden uiteengaan echtscheiding ex gescheiden
dood overlijden overleden sterven weduwe weduwnaar verlies rouw rouwen doodgaan begrafenis missen
eenzaam alleen eenzaamheid isolement geisoleerd afgezonderd
contact praatje ontmoeten ontmoeting aanspraak gezelschap visite bezoek
bezoek visite langskomen bezoeken aanwaaien opzoeken
vereniging club koor clubje bond sportclub
buur buurman buurvrouw bovenbuur straatgenoot buurtgenoot onderbuur omwonende bewoner overbuur
buurt wijk straat dorp stadsdeel buurtbewoner omgeving wijkbewoner plaats
buurthuis wijkcentrum dorpshuis buurtcentrum ontmoetingsplek wijkgebouw inloop huiskamer inloophuis ontmoetingsruimte
koffie thee bakkie kop kopje koffieochtend koffietijd koffieuur
eten maaltijd koken avondeten diner soep eettafel lunch kookclub brood
boodschap winkel supermarkt markt winkelier kassa boodschappen kraam
plein park speeltuin bank bankje plantsoen grasveld speelplek
groen boom tuin plant struik moestuin volkstuin groente natuur gras bloem tuinieren tuintje
afval vuilnis rommel troep vuilnisbak container zwerfvuil prullenbak grofvuil vuil
schoon schoonmaken poetsen huishouden dweil schoonmaak opruimen huishoudelijk stofzuigen
vies vuil smerig
lawaai herrie geluid geluidsoverlast overlast luidruchtig geluidshinder muziek
veilig onveilig bang eng veiligheid angst
bang angst angstig durven eng vrees vrezen schrik schrikken
politie agent wijkagent handhaver boa aanhouden
inbreker dief stelen diefstal inbraak criminaliteit crimineel
vrijwilliger vrijwilligerswerk vrijwillig taalvrijwilliger
helpen hulp steun ondersteuning bijstaan ondersteunen hulpvraag bijspringen meehelpen
hulpverlener begeleider professional maatschappelijk coach consulent begeleiding behandelaar jobcoach
wijkteam keukentafelgesprek consulent wmo loket
wmo voorziening indicatie aanvraag hulpmiddel keuring beschikking
loket balie stadhuis gemeentehuis receptie spreekuur
gemeente ambtenaar stadhuis overheid beleid gemeentehuis wethouder instantie beleidsmaker
wethouder burgemeester raad raadslid politiek politicus bestuurder college
instantie organisatie instelling loket instituut overheid
plan beleid project maatregel initiatief
beslissen besluit beslissing bepalen besluiten regelen kiezen
inspraak meedenken meepraten meebeslissen zeggenschap meedoen participatie bewonersavond
vergadering overleg bijeenkomst vergaderen bespreken comite
regel wet bureaucratie voorschrift protocol regeling
recht aanspraak rechthebbende
bezwaar klacht klagen beroep bezwaarschrift
advocaat rechter rechtbank sociaalraadslid rechtswinkel jurist
dossier gegevens registratie privacy systeem
vertrouwen toevertrouwen wantrouwen argwaan wantrouwig verdacht verdenken
fraude fraudeur frauderen verdacht bedriegen
straf boete korten korting inhouden sanctie maatregel
controle controleren huisbezoek toezicht
mantelzorger mantelzorg zorgen verzorgen naaste verzorging oppassen
thuiszorg wijkverpleging wijkverpleegkundige wijkzuster zuster verpleegkundige zorg thuishulp verpleger
zorg verzorgen zorgen hulp verzorging
dokter huisarts arts specialist praktijk huisartsenpost
ziekenhuis specialist poli kliniek polikliniek opname
ziek ziekte griep aandoening ziekzijn klacht chronisch patient
medicijn pil medicatie tablet pillen medicament
pijn zeer pijnlijk
operatie opereren behandeling behandelen
moe uitgeput opgebrand burn-out overspannen uitputting kracht energie overbelast vermoeid burnout
rust respijt lucht adem ontspannen pauze respijtzorg logeeropvang vrijaf
dagopvang dagbesteding zorgboerderij activiteitencentrum opvang
verpleeghuis verzorgingshuis bejaardenhuis zorgcentrum zorginstelling tehuis verzorgingstehuis bejaardentehuis
dementie alzheimer vergeten geheugen dement geheugenverlies vergeetachtig verward verwardheid
herkennen kennen herinneren herinnering
kwijt verdwalen verliezen verdwaald kwijtraken
psychisch ggz psycholoog depressief depressie psychiater therapeut psychiatrie therapie somber
zelfmoord zelfdoding suicide suicidaal
verslaving verslaafd drank alcohol drugs drinken gokken blowen drug gokverslaving
stress spanning zorgen piekeren zenuw zenuwen gespannen piekeraar slapeloos
slapen wakker nacht bed slaap slapeloos
boos kwaad woedend woede ruzie ruzien conflict
verdriet huilen verdrietig traan treurig somber
blij gelukkig vrolijk lachen glimlach geluk genieten
schaamte schamen beschaamd taboe geheim verbergen verzwijgen verstoppen geheimhouden
trots waardering gewaardeerd bedanken compliment erkenning dank waarderen dankbaar bedankje
beperking handicap gehandicapt rolstoel invalide lichamelijk mindervalide
rolstoel rollator scootmobiel hulpmiddel
blind slechtziend doof slechthorend
trap lift traplift drempel verdieping
douche badkamer bad beugel handgreep douchen
werk baan arbeid job werken beroep functie arbeidsmarkt
werkgever baas bedrijf leidinggevende chef werkgeefster bazin
collega werkplek team werkvloer
werkloos werkzoekend sollicitatie solliciteren sollicitatiebrief vacature cv werkloosheid
contract uitzendkracht uitzendbureau flexwerker oproepkracht tijdelijk uur arbeidscontract vast rooster uitzendwerk
rooster schema planning dienst agenda
zwanger bevalling zwangerschap baby verlof geboorte bevallen
kinderopvang creche oppas gastouder bso opvang
vluchteling asielzoeker azc statushouder vlucht nieuwkomer migrant vluchten asiel noodopvang opvang oorlog
land vaderland thuisland herkomst
inburgering inburgeren inburgeringscursus taalles
oorlog bom geweld vlucht
geloof kerk moskee religie gelovig moslim christen imam dominee
discriminatie discrimineren racisme vooroordeel afkomst kleur achternaam hoofddoek uitsluiten racist uitsluiting
homo lesbisch lhbti homoseksueel transgender
auto wagen autorijden rijbewijs rijden parkeren autorit
bus openbaar ov trein halte bushalte tram vervoer busje buslijn station metro
taxi regiotaxi vervoer taxibus
station perron halte
fiets fietsen fietsles e-bike trappen elektrisch fietspad
lopen wandelen wandeling rondje blokje voet stoep
reis reizen afstand ver reistijd
verkeer snelheid hard racen scheuren gevaarlijk oversteken
vertraging tijd wachten
afspraak agenda tijdstip afspreken
snel vlug haast tempo spoed meteen direct
avond nacht donker
feest verjaardag feestdag kerst vieren viering sinterklaas
vakantie schoolreis uitje vrij dagje reisje
cadeau verrassing kado geschenk
hond viervoeter huisdier dier kat
sport sporten bewegen gym voetbal zwemmen fit gezond fitness
muziek zingen lied liedje koor
spelen speeltuin buitenspelen speelplek
hobby activiteit creatief knutselen bezigheid
jaar maand week tijd
telkens voortdurend alweer
nieuw wisselen vervangen wisseling vervanging
vast vertrouwd dezelfde bekend zelfde
begin beginnen start starten
stoppen ophouden einde eindigen opheffen verdwijnen beeindigen aflopen afsluiten
sluiten dicht slot gesloten
weinig tekort gebrek minder
overvol druk drukte vol
ontvangen kwijtraken
schenken weggeven uitdelen delen
kopen aanschaffen aankoop bestellen aanschaf koop
huilen traan raken ontroerd
persoon burger inwoner
baat nut zin doel zinvol nuttig
belangrijk nodig noodzakelijk
samen gezamenlijk samenwerken samenwerking verbinden verbinding
samenwerken samenwerking afstemmen afstemming doorverwijzen verwijzen kastje
idee talent ervaring kennis kwaliteit vaardigheid
ervaringsdeskundige ervaring lotgenoot zelfhulpgroep lotgenotencontact
kans mogelijkheid gelegenheid
groet groeten hallo goedemorgen gedag zwaaien
mening oordeel oordelen veroordelen
dom slim stom
hitte heet zomer warm hittegolf
klimaat zonnepaneel duurzaam milieu duurzaamheid verduurzamen
repareren klus klussen klusjesman reparatie timmeren
onbekend vreemd vreemde anoniem onbekende
huiselijk geweld mishandeling slaan misbruik mishandelen
gevangenis gedetineerde detentie cel
zelfredzaam zelfstandig regie zelfredzaamheid
opvoeden opvoeding opvoedhulp grens
pesten gepest buitensluiten pest uitlachen
gelijk oneerlijk eerlijk rechtvaardig onrechtvaardig
voelen gevoel emotie gevoelsmatig
probleem ellende nood moeilijkheid zorgen misgaan crisis problematiek narigheid
plek ruimte plaats plekje locatie
wonen woonplek samenwonen woongroep woonvorm begeleid beschermd zelfstandig
deur sleutel voordeur slot aanbellen
onzeker zelfvertrouwen twijfel twijfelen onzekerheid
bouwen nieuwbouw bouw woningbouw
beloven belofte toezeggen toezegging
liegen smoes leugen verzinnen smoesje
afwijzen weigeren afwijzing geweigerd afgewezen nee
toestemming goedkeuring toestaan vergunning
verblijfsvergunning vergunning status verblijfsstatus paspoort papieren gezinshereniging
autisme adhd stoornis prikkel diagnose
onderzoek diagnose test intake
kleding kleren jas schoen tweedehands kledingbank
meubel bed stoel inrichting huisraad wasmachine koelkast
brand vuur rook rookmelder
lichaam been rug arm hand heup knie
vallen val struikelen gevallen uitglijden
geboren bevallen baby kraamzorg consultatiebureau
trauma ptss nachtmerrie verwerken verwerking
gesprek intake afspraak kennismaking kennismakingsgesprek
doorverwijzen verwijzen doorsturen muur kastje
wachtwoord code inlog
bank bankpas pinnen contant pincode pinpas bankrekening
stem stemmen verkiezing democratie
advies tip adviseren raad
nazorg opvolging daarna terugval
sociaal werkplaats beschut werkplek
theater kunst toneel museum schilderen cultuur
toekomst droom hoop hopen wens verwachting
informatie folder brochure krant website
thuiszitter spijtoptant schooluitval uitval verzuim leerplicht spijbelen
respect respectvol serieus waardigheid beleefd vriendelijk
oplossing oplossen verhelpen
opgeven opgegeven afhaken stoppen
levenseinde palliatief hospice uitvaart stervensbegeleiding terminaal
"""
