from itertools import islice

from app.demo.people import residents, work_address


def test_addresses_are_unique_and_can_never_be_real() -> None:
    emails = [person.email for person in residents(20_000)]

    assert len(set(emails)) == 20_000
    assert {email.partition("@")[2] for email in emails} == {"voorbeeld.example"}
    assert all(email.isascii() and email == email.lower() for email in emails)


def test_the_same_seed_gives_the_same_people_and_another_seed_others() -> None:
    assert list(residents(50, seed=3)) == list(residents(50, seed=3))
    assert list(residents(50, seed=3)) != list(residents(50, seed=4))


def test_more_people_begin_with_the_same_people() -> None:
    assert list(islice(residents(5_000), 40)) == list(residents(40))


def test_names_come_from_many_backgrounds() -> None:
    surnames = {person.surname for person in residents(2_000)}

    assert {"de Jong", "Yılmaz", "El Amrani", "Ramdin", "Nowak", "Shevchenko"} <= surnames
    assert {"Pattinama", "Haddad"} <= surnames


def test_a_person_is_marked_as_an_example() -> None:
    person = next(residents(1))

    assert person.marked_name == f"{person.given_name} {person.surname} (voorbeeld)"


def test_a_short_name_keeps_particles_only() -> None:
    short = {person.surname: person.short_name.split(" ", 1)[1] for person in residents(2_000)}

    assert (short["van den Berg"], short["Yılmaz"]) == ("van den B.", "Y.")
    assert short["El Amrani"] == "A."


def test_work_addresses_are_plain() -> None:
    assert work_address("wijkcoördinator", "De Knop") == "wijkcoordinator.deknop@voorbeeld.example"
