"""Dutch words and what they come down to: ``buurttuinen`` and ``buurttuintje`` are ``buurttuin``.

The Snowball stemmer (Kraaij and Pohlmann's for Dutch) is run until nothing changes any more.
Around it stand the forms that it does not know: plurals with another vowel (pad, paden), verbs
on -eren and -t, adjectives on -e, and nouns that happen to begin with ge-. Both databases
get the result as plain words, so that they find the same things.
"""

import re
import unicodedata
from functools import lru_cache

import Stemmer

WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
LONGEST = 40  # letters; what is longer is no word
STOP_WORDS = frozenset(
    [
        "aan",
        "al",
        "als",
        "bij",
        "dan",
        "dat",
        "de",
        "deze",
        "die",
        "dit",
        "door",
        "een",
        "en",
        "er",
        "het",
        "hij",
        "hun",
        "ik",
        "in",
        "is",
        "je",
        "jij",
        "maar",
        "me",
        "met",
        "mij",
        "mijn",
        "na",
        "naar",
        "niet",
        "nog",
        "of",
        "om",
        "ons",
        "onze",
        "ook",
        "op",
        "over",
        "te",
        "toen",
        "tot",
        "tussen",
        "u",
        "uit",
        "van",
        "voor",
        "was",
        "wat",
        "we",
        "wie",
        "wij",
        "worden",
        "wordt",
        "ze",
        "zich",
        "zij",
        "zijn",
        "zo",
        "zou",
    ]
)

# plural -> singular, also at the end of a compound: fietspaden
ENDINGS = {
    "bedragen": "bedrag",
    "bladeren": "blad",
    "centra": "centrum",
    "daken": "dak",
    "eieren": "ei",
    "gaten": "gat",
    "glazen": "glas",
    "ideeen": "idee",
    "kinderen": "kind",
    "koeien": "koe",
    "liederen": "lied",
    "musea": "museum",
    "oorlogen": "oorlog",
    "paden": "pad",
    "panelen": "paneel",
    "schepen": "schip",
    "vaten": "vat",
    "verslagen": "verslag",
    "(?<!uit)dagen": "dag",
    "(?<!be)steden": "stad",
    "(?<!ge|er)leden": "lid",
    "(?<!be|af|er)wegen": "weg",
    "zwembaden": "zwembad",
}
ENDING = re.compile("|".join(f"({plural})" for plural in ENDINGS).join(("(?:", ")$")))
SINGULARS = tuple(ENDINGS.values())
WORDS = {"mooie": "mooi", "paarden": "paard", "zone": "zone", "zones": "zone"}  # as they are
GE_NOUN = re.compile("ge(?=bied|dicht|luid|luk|meen|sprek|vel|zin|zond)")  # no participles
VERB = re.compile("(?<=ark|ess|orm)eren$|(?<=ar|ic|in|is|iv|ul|us)eren$|eert$")
THIRD_PERSON = re.compile("(?<=[gw])t$|(?<=aal|eel|ool|uul)t$")
MUTE_E = re.compile("(?<=[bcdfghjklmnpqrstvwxz])e$")
DOUBLED = re.compile(r"([bdfgklmnprst])\1$")
OPEN = re.compile("(?<![aeiou])([aeou])([bdfgklmnprstvz])$")
HARDENED = {"v": "f", "z": "s"}

_snowball = Stemmer.Stemmer("dutch")


def words(text: str) -> list[str]:
    """Return the words of ``text`` in their order: small letters, no accents, no stop words."""
    return [word[:LONGEST] for word in WORD.findall(folded(text)) if word not in STOP_WORDS]


def folded(text: str) -> str:
    """Return ``text`` in small letters and without accents."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.replace("’", "'").casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Return what a folded ``word`` comes down to: small letters and digits without accents.

    A word in another script comes down to ``x`` and its bytes in hexadecimal digits, so that
    no database has to know the script.
    """
    if word in WORDS:
        return WORDS[word]
    ge = GE_NOUN.match(word)
    if ge:
        return "ge" + stem(word.removeprefix("ge"))
    return plain(_without_mute_e(_to_the_end(_regular(word))))


def plain(word: str) -> str:
    """Return a folded word as both databases keep it."""
    word = word.replace("'", "")
    return word if word.isascii() else "x" + word.encode().hex()


def _regular(word: str) -> str:
    """Return ``word`` in a form that the stemmer understands."""
    if ending := ENDING.search(word):
        return word[: ending.start()] + SINGULARS[(ending.lastindex or 1) - 1]
    return VERB.sub("eer", word)


def _to_the_end(word: str) -> str:
    while (shorter := _snowball.stemWord(word)) != word:
        word = shorter
    return THIRD_PERSON.sub("", word)


def _without_mute_e(word: str) -> str:
    """Return ``groen`` for ``groene``, ``druk`` for ``drukke`` and ``breed`` for ``brede``."""
    bare = MUTE_E.sub("", word)
    if bare == word or len(bare) < 3:
        return word
    if DOUBLED.search(bare):
        return bare[:-1]
    bare = OPEN.sub(r"\1\1\2", bare)
    return bare[:-1] + HARDENED.get(bare[-1], bare[-1])
