"""The cast: invented people who are always there, each with work that waits for them."""

from dataclasses import dataclass

from app.accounts.roles import Role
from app.demo.organisations import ASSOCIATIONS, MUNICIPALITY, TEAMS, Party
from app.demo.people import EXAMPLE_MARK, work_address

DISTRICT = "WK999903"  # Bloemenwijk: three district teams serve it
NEIGHBOURHOOD = "BU99990302"  # Leliebuurt
TEAM = TEAMS[1]  # Wijkteam Bloemenwijk
ASSOCIATION = ASSOCIATIONS[1]  # Bewonersvereniging Bloemenwijk

# Of everybody with a role. Only in development: the command that makes them refuses production.
PASSWORD = "vier-molens-aan-de-riet"  # noqa: S105 -- printed on purpose, opens invented accounts only


@dataclass(frozen=True)
class Player:
    """Somebody with a part to play.

    ``role`` is held in ``areas`` (codes, none: everywhere); without a role the person is a
    resident. ``party`` is the organisation that the person belongs to.
    """

    key: str
    given_name: str
    surname: str
    role: Role | None = None
    areas: tuple[str, ...] = ()
    party: Party | None = None
    runs_party: bool = False

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.surname} {EXAMPLE_MARK}"

    @property
    def email(self) -> str:
        return work_address(*self.key.split("."))


RESIDENT = Player("bewoner", "Roos", "de Wit")
NEIGHBOUR = Player("buurman", "Bilal", "El Amrani")
CHAIR = Player("vereniging", "Truus", "Molenaar", party=ASSOCIATION, runs_party=True)
PROFESSIONAL = Player(
    "professional", "Samira", "Haddou", Role.PROFESSIONAL, (DISTRICT,), TEAM.party
)
TEAM_LEAD = Player(
    "teamleider", "Kees", "van Dijk", Role.TEAM_LEAD, (DISTRICT,), TEAM.party, runs_party=True
)
COORDINATOR = Player(
    "wijkcoordinator", "Femke", "Postma", Role.AREA_COORDINATOR, (DISTRICT,), MUNICIPALITY
)
ADVISER = Player("adviseur", "Ricardo", "Pinas", Role.DEPARTMENT_ADVISER, party=MUNICIPALITY)
DECISION_MAKER = Player(
    "beslisser", "Hanneke", "Verhoeven", Role.DECISION_MAKER, party=MUNICIPALITY
)
MODERATOR = Player("moderator", "Mirjam", "Bos", Role.MODERATOR, party=MUNICIPALITY)
SECOND_MODERATOR = Player("moderator2", "Yusuf", "Demir", Role.MODERATOR, party=MUNICIPALITY)
ADMINISTRATOR = Player(
    "beheerder", "Dewi", "Santoso", Role.ADMINISTRATOR, party=MUNICIPALITY, runs_party=True
)
AUDITOR = Player("auditor", "Theo", "Kramer", Role.AUDITOR)

CAST = (
    RESIDENT,
    NEIGHBOUR,
    CHAIR,
    PROFESSIONAL,
    TEAM_LEAD,
    COORDINATOR,
    ADVISER,
    DECISION_MAKER,
    MODERATOR,
    SECOND_MODERATOR,
    ADMINISTRATOR,
    AUDITOR,
)
