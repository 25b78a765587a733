"""How much two short texts look alike: by what they are about, not by what every text has.

A word that both texts use counts, most of all in a title. ``geveltuintjes`` also looks like
``gevels`` and like ``tuintjes``, and a little like ``gevelgroen``. Words that say nothing about
the subject of a plan (buurt, samen, zaterdag, the name of a street) hardly count.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple, TypeAlias

from app.search.stems import stem, words

TITLE, TEXT, COMMON = 1.4, 0.8, 0.15  # the weight of a word, by where it stands
PART, BEGINNING = 0.7, 0.4  # of a whole word: tuin in geveltuin, speelplek beside speeltuin
SHORTEST_PART, SHORTEST_BEGINNING = 4, 5  # letters
PLACE = re.compile(r"\w+(?:straat|laan|weg|plein|park|buurt|wijk|singel|kade|gracht|hof)$")
EVERYWHERE = """
aanpak acht achter activiteit afspraak alleen allemaal alles als ander avond basisschool beginnen
beter beurt bewoner bezoek bibliotheek bieb bieden bij bijna binnen blij blijven bord brengen
buiten buur buurman buurt buurtbewoner buurtgenoot buurthuis centrum daar daarna dag deur dicht
dingen dinsdag doen doet donderdag drie duidelijk eerste eigen elk elkaar extra fijn flat gaan
gaat gebruiken geen geven goed graag gratis groep groot haar halen half hand hangen hebben hebt
heeft heel hele helpen hem hier hoek houden huis hun idee ieder iedereen iemand initiatief jaar
jeugd jong jongere juni kaal kan keer kijken kind klein komen komt kunnen laatste lang langs laten
leeg lekker leren letten leuk liever liggen lopen maand maandag maar maat mag maken mee meedoen
meer mens middag moeten mogen mooi mouw natuurlijk nemen net niemand nieuw nodig ochtend onder
onderweg onze open oud ouder oudere overal park per plaats plan plein plek ploeg praten project
rond rondom rustig samen school senior singel soms spullen staan staat steeds straat straks stuk
thuis tijd tussen twee uur vaak vast veel veilig veld verder vier vijf vol voor vragen vrij
vrijdag vrijwilliger vullen waar wat week weer weg wel welkom werken wijk wijkcentrum wil willen
winter woensdag wonen woning worden zand zaterdag zelf zelfde zes zetten zien zitten zodat zoek
zoeken zomer zon zondag zonder zorgen
"""


class Word(NamedTuple):
    """A word as it stands in a text, in small letters, and what it comes down to."""

    stem: str
    written: str


Gist: TypeAlias = dict[Word, float]  # the words of a text, each with its weight


def gist(title: str, text: str = "", *, common: str = "") -> Gist:
    """Return what a text is about; the words of ``common`` say as little as those of every text."""
    known = frozenset(map(stem, words(common)))
    found = dict.fromkeys(_words(text), TEXT) | dict.fromkeys(_words(title), TITLE)
    return {
        word: weight * (COMMON if word.stem in known or is_common(word.stem) else 1)
        for word, weight in found.items()
    }


def telling(about: Gist) -> list[Word]:
    """Return the words that say what a text is about, those of the title first."""
    own = [word for word, weight in about.items() if weight >= TEXT]
    return sorted(own, key=lambda word: -about[word])


def likeness(one: Gist, other: Gist) -> float:
    """Return how much two texts look alike: 0 for nothing, about 2 for a subject in both titles.

    O(n x m) for texts of n and m words; about 0.1 ms for two plans of 20 words.
    """
    return sum(
        max((_alike(word, theirs) * weight * other[theirs] for theirs in other), default=0)
        for word, weight in one.items()
    )


@lru_cache(maxsize=50_000)
def is_common(word: str) -> bool:
    """Tell whether a stem says little about what a plan is about."""
    return word in _everywhere() or len(word) < 3 or bool(PLACE.fullmatch(word))


def _words(text: str) -> list[Word]:
    return [Word(stem(word), word) for word in words(text)]


@cache
def _everywhere() -> frozenset[str]:
    return frozenset(map(stem, words(EVERYWHERE)))


@lru_cache(maxsize=200_000)
def _alike(one: Word, other: Word) -> float:
    if one.stem == other.stem:
        return 1
    short, long = sorted((one.stem, other.stem), key=len)
    if len(short) >= SHORTEST_PART and not is_common(short) and _is_part(short, long):
        return PART
    beginning = one.written[:SHORTEST_BEGINNING]
    begins = len(beginning) == SHORTEST_BEGINNING and other.written.startswith(beginning)
    return BEGINNING if begins and not is_common(stem(beginning)) else 0


def _is_part(short: str, long: str) -> bool:
    return long.startswith(short) or long.endswith(short)
