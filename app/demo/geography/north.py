"""The four districts north of the river. Every name is invented."""

from app.demo.geography.plan import Character, DistrictPlan, hood

OLD_TOWN = DistrictPlan(
    tail="01",
    name="de Binnenstad",
    compass=(0.0, 0.30),
    postcode="1192",
    centre="buurthuis De Waag",
    school="basisschool De Poort",
    neighbourhoods=(
        hood(
            "Havenhoofd",
            "Havenhoofdkade, Loodsstraat, Ankersteeg, Scheepjeshof, Tolhuisplein, Bakenstraat",
            Character.CENTRE,
        ),
        hood(
            "de Marktbuurt",
            "Botermarkt, Waagsteeg, Raadhuisplein, Tinnegietersteeg, Kaasdragerstraat, Korte Vleet, "
            "Zoutstraat, Lakenplein",
            Character.CENTRE,
        ),
        hood(
            "de Kloosterbuurt",
            "Kloosterstraat, Cellebroedersteeg, Refterplein, Kruidenhof, Abdisstraat, Pandhof, Begijnenpad",
            Character.CENTRE,
        ),
        hood(
            "de Vestingbuurt",
            "Bolwerksingel, Rondeelstraat, Wachterspad, Kruittorenstraat, Veldwachtersteeg, Ravelijnstraat, "
            "Noorderwal",
            Character.CENTRE,
        ),
        hood(
            "de Stationsbuurt",
            "Perronplein, Spoorlaan, Wisselstraat, Seinhuispad, Conducteurstraat, Vertrekhof",
            Character.FLATS,
        ),
    ),
)

MILLS = DistrictPlan(
    tail="02",
    name="het Molenkwartier",
    compass=(-0.62, 0.45),
    postcode="1193",
    centre="buurthuis De Wiek",
    school="basisschool De Windroos",
    neighbourhoods=(
        hood(
            "Zaagmolen",
            "Zaagmolenstraat, Zaagselpad, Plankenlaan, Houtzagersplein, Balkstraat, Eikenschavenstraat, "
            "Boomstamlaan, Spaanderhof, Krukasstraat",
            Character.PRE_WAR,
        ),
        hood(
            "Korenmolen",
            "Korenmolenlaan, Meelstraat, Maalsteenplein, Tarwestraat, Roggestraat, Zemelenpad, "
            "Gerststraat, Boekweithof, Haverstraat, Bakkerslaan",
            Character.PRE_WAR,
        ),
        hood(
            "Windlust",
            "Windlustlaan, Bovenkruierstraat, Vangstraat, Zeilzwichtplein, Rietdekkersweg, Luwtehof, "
            "Bestelingstraat",
            Character.PRE_WAR,
        ),
        hood(
            "de Wiekenbuurt",
            "Wiekenplein, Hekwerkstraat, Roedestraat, Borstroedelaan, Zeilstraat, Askopstraat, "
            "Molenaarspad, Kruihaspelstraat",
            Character.PRE_WAR,
        ),
        hood(
            "Oliemolen",
            "Oliemolensingel, Lijnzaadstraat, Raapzaadstraat, Stampersplein, Koolzaadlaan, Vuisterpad, "
            "Slagbeitelstraat",
            Character.FLATS,
        ),
        hood(
            "de Volmolen",
            "Volmolenstraat, Wolkammerstraat, Weversplein, Spinsterhof, Schapenlaan, Vachtpad, Lindendreef",
            Character.PRE_WAR,
        ),
    ),
)

FLOWERS = DistrictPlan(
    tail="03",
    name="de Bloemenwijk",
    compass=(0.64, 0.42),
    postcode="1194",
    centre="buurthuis De Knop",
    school="basisschool De Zaaier",
    neighbourhoods=(
        hood(
            "de Rozenbuurt",
            "Theerooslaan, Klimroosstraat, Bottelplein, Eglantierhof, Doornstraat, Pioenlaan, "
            "Rozenknopstraat, Struikroosweg",
            Character.FLATS,
        ),
        hood(
            "de Leliebuurt",
            "Leliedreef, Waterleliestraat, Daglelieplein, Kelkstraat, Stuifmeelpad, Tijgerleliestraat, "
            "Bloemstengellaan, Meeldraadhof, Lelietjeshof, Kroonbladstraat",
            Character.FLATS,
        ),
        hood(
            "de Irisbuurt",
            "Irisdreef, Lisplein, Blauwirisstraat, Moerasirispad, Wortelstoklaan, Zwaardlisstraat",
            Character.FLATS,
        ),
        hood(
            "de Dahliabuurt",
            "Dahliadreef, Pompondahliastraat, Cactusdahliahof, Knolplein, Bloembolstraat, Sierlaan, "
            "Stervormstraat, Herfstbloempad",
            Character.FLATS,
        ),
        hood(
            "de Klaproosbuurt",
            "Klaproosdreef, Korenbloemstraat, Kamilleplein, Bolderikstraat, Wildzaadlaan, Bermpad, "
            "Veldboeketstraat",
            Character.FAMILY,
        ),
        hood(
            "het Bloemenhart",
            "Boeketplein, Vaasstraat, Bloemistenlaan, Snijbloemstraat, Kransenhof",
            Character.CENTRE,
        ),
    ),
)

NORTH_FIELD = DistrictPlan(
    tail="04",
    name="Noorderveld",
    compass=(0.02, 0.82),
    postcode="1195",
    centre="buurthuis Het Nest",
    school="basisschool De Vlucht",
    neighbourhoods=(
        hood(
            "Reigersveld",
            "Reigersveldlaan, Purperreigerhof, Kwakstraat, Zilverreigerpad, Roerdompstraat, Vispootlaan, "
            "Slootkantweg",
            Character.FAMILY,
        ),
        hood(
            "Kievitsveld",
            "Kievitsveldlaan, Kuifjeshof, Weidevogelstraat, Eierzoekerspad, Plevierstraat, Graslandweg, "
            "Slikplein",
            Character.FAMILY,
        ),
        hood(
            "Lepelaar",
            "Lepelaarsdreef, Kolonieplein, Oeverzeggehof, Wadstraat, Lepelbladhof, Waadvogellaan",
            Character.FAMILY,
        ),
        hood(
            "Wulpenhof",
            "Wulpenlaan, Kromsnavelstraat, Regenwulpstraat, Heideveldpad, Wulpennestplein, Trekvogelweg",
            Character.FAMILY,
        ),
        hood(
            "Zwaluwnest",
            "Zwaluwnestlaan, Huiszwaluwstraat, Gierzwaluwhof, Oeverzwaluwpad, Dakgootstraat, Voorjaarsplein, "
            "Boerenzwaluwerf",
            Character.NEW,
        ),
    ),
)

NORTH = (OLD_TOWN, MILLS, FLOWERS, NORTH_FIELD)
