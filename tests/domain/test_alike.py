"""Two names of one group are noticed; two groups with names like each other are left in peace."""

import pytest

from kompas.domain.alike import find_alike, is_alike

ALIKE = """
Kookclub De Klink | Kook club De Klink
Kookclub De Klink | Kookclub De Klnk
Kookclub De Klink | Kookclub Klink
Kookclub De Klink | De Klink kookclub
Kookclub De Klink | Kokclub De Klink
Kookclub De Klink | Kookclub De Klinkk
Kookclub De Klink | Kookgroep De Klink
Kookclub De Klink | Kookclub "De Klink"
Kookclub De Klink | Stichting Kookclub De Klink
Kookclub De Klink | Kookcub de klink
Kookclub De Klink | Kook-club De Klink
Repair Café | Repaircafé
Repair Café Oost | Repair Cafe-Oost
Repair Café Oost | Repiar Café Oost
Repair Café Oost | Oost Repair Café
Fietsmaatjes Oost | Fietsmaatje Oost
Fietsmaatjes Oost | Fiets maatjes Oost
Fietsmaatjes Oost | De Fietsmaatjes van Oost
Fietsmaatjes Oost | Fietsmaatejs Oost
Speeltuin Noord | Speel tuin Noord
Speeltuin Noord | Speeltuin-Noord
Speeltuin Noord | Speltuin Noord
Speeltuin de Driehoek | Speeltuin Driehoek
Speeltuin de Driehoek | Speeltuin de Drieheok
Vereniging Vrienden van het Park | Vrienden van het Park
Vrienden van het Park | Vrienden v/h Park
Buurttuin De Linde | Buurtuin De Linde
Buurttuin De Linde | Buurttuin Linde
Buurttuin De Linde | Buurt tuin De Linde
Moeders voor Moeders | Moeder voor Moeders
't Trefpunt | Het Trefpunt
't Trefpunt | Trefpunt
Breiclub Wol en Zo | Breiclub Wol & Zo
Breiclub Wol en Zo | Breigroep Wol en Zo
A.C. Oeverwoude | AC Oeverwoude
Wandelgroep Oeverwoude | Wandelgroep Oeverwoud
Wandelgroep Oeverwoude | Oeverwoude Wandelclub
Bewonersgroep Plein 40-45 | Bewonersgroep Plein 40/45
Bewonersgroep Plein 40-45 | Bewoners groep Plein 40-45
Huiskamer van de Wijk | Huiskamer v.d. Wijk
Cooking club The Mill | Cooking club Mill
Cooking club The Mill | Cooking group The Mill
Koor Zingend Hart | Koor Zingend Hartt
Taalcafé Welkom | Taal-café Welkom
Taalcafé Welkom | Taalkafé Welkom
""".strip().splitlines()
UNALIKE = """
Speeltuin Noord | Speeltuin Zuid
Speeltuin Noord | Speeltuin Noordwest
Speeltuin Noord | Buurttuin Noord
Speeltuin Noord 1 | Speeltuin Noord 2
Fietsmaatjes Oost | Fietsmaatjes West
Fietsmaatjes Oost | Wandelmaatjes Oost
Kookclub De Klink | De Klink
Kookclub De Klink | Kookclub De Klank
Kookclub De Klink | Kookclub De Linde
Kookclub De Klink | Leesclub De Klink
Kookclub De Klink | Kookclub
Kookclub De Klink | Kookclub De Klink Jong
Koor Oost | Kook Oost
Koor 1 | Koor 2
Flat A | Flat B
Blok 10 | Blok 100
Plein 40-45 | Plein 44-45
Bus 300 | Bus 30
Jongens 12+ | Meisjes 12+
Meisjes 12+ | Meisjes 16+
Vrouwen van Oost | Mannen van Oost
Mannenkoor | Vrouwenkoor
Ouderraad | Ouderenraad
Jongerenraad | Ouderenraad
Jongerenraad | Jongensraad
Wandelclub | Handelclub
Wandelclub | Zwemclub
Oosterpark | Westerpark
Linkeroever | Rechteroever
Buurtmoeders | Buurtvaders
Buurttuin De Linde | Moestuin De Linde
Buurttuin De Linde | Buurttuin De Eik
Buurtkamer West | Buurtkamer Best
Huurders De Berk | Huurders De Beuk
Vrienden van het Park | Vrienden van de Dijk
Taalcafé | Repair Café
Taalcafé Noord | Repair Café Noord
Breiclub | Biljartclub
Naaiclub | Naaktstrand
Toneelgroep | Muziekgroep
De Zon | De Zee
Wij | Zij
Winterkoor | Wintertuin
Bewoners Molenstraat | Bewoners Molenweg
Senioren Soos | Junioren Soos
Kerk Open | Kerk Dicht
Turkse Vrouwen | Turkse Mannen
Sportclub Zuid | Spoorclub Zuid
""".strip().splitlines()


def split(row: str) -> tuple[str, str]:
    """Return the two names of a row."""
    one, other = row.split(" | ")
    return one, other


@pytest.mark.parametrize("row", ALIKE)
def test_one_group_with_two_names_is_noticed(row: str) -> None:
    """Spaces, word order, small words and a slip of the finger make no other group, whichever name came first."""
    one, other = split(row)
    assert is_alike(one, other)
    assert is_alike(other, one)


@pytest.mark.parametrize("row", UNALIKE)
def test_two_groups_are_left_in_peace(row: str) -> None:
    """Another side of town, another number or another word is another group."""
    one, other = split(row)
    assert not is_alike(one, other)
    assert not is_alike(other, one)


@pytest.mark.xfail(strict=True, reason="one slip of the finger makes another word")
@pytest.mark.parametrize("row", ["Leesclub Oost | Lesclub Oost", "Wijkraad | Wijkrand", "Buurtbus | Buurtbos"])
def test_a_slip_that_is_a_word_is_asked_about_in_vain(row: str) -> None:
    """These are two groups; kompas asks, and the note is written as it was typed."""
    assert not is_alike(*split(row))


def test_a_known_group_is_like_itself_no_more() -> None:
    """A name that is known but for capitals and accents is that group; the others are sorted, each once."""
    known = ["kookclub de klink", "Kook Club De Klink", "Kook Club De Klink", "De Klink Kookclub", "Koor"]
    assert find_alike("Kookclub De Klink", known) == ("De Klink Kookclub", "Kook Club De Klink")
    assert find_alike("", known) == ()
