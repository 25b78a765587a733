"""The three districts south of the river. Every name is invented."""

from app.demo.geography.plan import Character, DistrictPlan, hood

SOUTH_BANK = DistrictPlan(
    tail="05",
    name="Zuidoever",
    compass=(0.04, -0.48),
    postcode="1196",
    centre="buurthuis De Steiger",
    school="basisschool Het Baken",
    neighbourhoods=(
        hood(
            "het Kadekwartier",
            "Rietkade, Meerpaalstraat, Trossenplein, Kadewerkerstraat, Bolderlaan, Afmeerhof, Loswalkade",
            Character.NEW,
        ),
        hood(
            "Rietkraag",
            "Rietkraaglaan, Rietzangerstraat, Lisdoddepad, Pluimplein, Karekietstraat, Oeverplantweg, "
            "Rietvinkhof, Waterkantlaan",
            Character.NEW,
        ),
        hood(
            "de Steigerbuurt",
            "Lange Steiger, Korte Steiger, Aanlegplein, Roeibootstraat, Veerpontlaan, Pontonhof, "
            "Veermanstraat",
            Character.NEW,
        ),
        hood(
            "Zwaaikom",
            "Zwaaikomkade, Keersluisstraat, Draaibrugplein, Sleepbootstraat, Boegspriethof, Schipperslaan",
            Character.FAMILY,
        ),
        hood(
            "het Sluispark",
            "Sluisparklaan, Schutsluisstraat, Sluiswachtershof, Verlaatpad, Puntdeurstraat, Kolkplein",
            Character.FAMILY,
        ),
        hood(
            "Lichtboei",
            "Lichtboeilaan, Tonnenleggerstraat, Boeienplein, Vaargeulstraat, Peilstokpad, Stuurboordhof, "
            "Bakboordhof",
            Character.FLATS,
        ),
    ),
)

VILLAGE = DistrictPlan(
    tail="06",
    name="Elsmeer",
    compass=(-0.64, -0.46),
    postcode="1197",
    centre="dorpshuis De Els",
    school="dorpsschool De Wilg",
    neighbourhoods=(
        hood(
            "Elsmeer-Dorp",
            "Elsmeerse Dorpsstraat, Brinkje, Smidspad, Klokkenstraat, Pastoriehof, Dorpsweide",
            Character.VILLAGE,
        ),
        hood(
            "de Boomgaard",
            "Boomgaardlaan, Goudrenetstraat, Bellefleurhof, Perenstraat, Kersenplein, Ladderpad, Moesappelweg",
            Character.FAMILY,
        ),
        hood(
            "Elsmeer-Nieuw",
            "Elzenkatjesweg, Griendstraat, Knotwilglaan, Takkenbosplein, Wilgenteenstraat",
            Character.FAMILY,
        ),
        hood(
            "Buitengebied Elsmeer",
            "Polderdijk, Middelwetering, Tiendpad, Lage Veenweg",
            Character.RURAL,
        ),
    ),
)

SHIPYARD = DistrictPlan(
    tail="AK",  # tails may hold letters, as in Amsterdam
    name="het Werfkwartier",
    compass=(0.66, -0.46),
    postcode="1198",
    centre="buurthuis De Helling",
    school="basisschool De Kiel",
    neighbourhoods=(
        hood(
            "de Oude Werf",
            "Werfplein, Klinknagelstraat, Spantstraat, Kielbalklaan, Teerpotsteeg, Mastenmakerhof, "
            "Breeuwersstraat",
            Character.HARBOUR,
        ),
        hood(
            "de Hellingbuurt",
            "Hellingstraat, Dwarshellingkade, Wigstraat, Tewaterlatingsplein, Scheepsbelpad, Dekzwabberstraat",
            Character.HARBOUR,
        ),
        hood(
            "de Touwslagerij",
            "Lijnbaanlaan, Touwslagerstraat, Hennepplein, Spillebaanstraat, Kabelgarenpad, Pluisstraat, "
            "Trosduikhof",
            Character.PRE_WAR,
        ),
        hood(
            "Bedrijvenpark Werfhaven",
            "Werfhavenweg, Kraanbaanweg, Dokwerkerweg",
            Character.BUSINESS,
        ),
    ),
)

SOUTH = (SOUTH_BANK, VILLAGE, SHIPYARD)
