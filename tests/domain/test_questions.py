"""The order of the questions, and the way on and back through their lines."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kompas.domain.note import Note
from kompas.domain.questions import LISTS, QUESTIONS, Spot, list_answers, put_answer, step_back, step_on

TEXTS = st.text("abc", min_size=1, max_size=5)


def test_the_order_is_that_of_a_conversation() -> None:
    """Who and where, then the six facets, what we promised, what is in the way, and ourselves last."""
    assert QUESTIONS == (
        "group", "place", "does", "talents", "offers", "asks", "ideas", "leads", "promises", "obstacles",
        "left_behind", "lesson",
    )  # fmt: skip
    assert set(QUESTIONS) <= Note.model_fields.keys()


def test_an_answer_is_put_replaced_and_taken_out() -> None:
    """A list takes one more, another in its place, or one less; a key without answers goes. A text is one answer."""
    told: dict[str, Any] = put_answer({"group": "Koor"}, Spot("does", 0), "zingen")
    told = put_answer(told, Spot("does", 1), "dansen")
    assert told == {"group": "Koor", "does": ["zingen", "dansen"]}
    assert put_answer(told, Spot("does", 0), "koken")["does"] == ["koken", "dansen"]
    assert put_answer(told, Spot("does", 0), None)["does"] == ["dansen"]
    assert put_answer(put_answer(told, Spot("does", 0), ""), Spot("does", 0), "") == {"group": "Koor"}
    assert put_answer(told, Spot("group"), "Band")["group"] == "Band"
    assert list_answers(told, "group") == ("Koor",)
    assert list_answers(told, "asks") == ()


def test_a_list_goes_on_until_a_line_is_empty() -> None:
    """After an answer comes the next line of the list; after an empty one the next question; after the last nothing."""
    told = {"does": ["zingen", "dansen"]}
    assert step_on(told, Spot("does", 0), QUESTIONS, is_filled=True) == Spot("does", 1)
    assert step_on(told, Spot("does", 2), QUESTIONS, is_filled=False) == Spot("talents", 0)
    assert step_on({"does": ["dansen"]}, Spot("does", 0), QUESTIONS, is_filled=False) == Spot("does", 0)
    assert step_on(told, Spot("group"), QUESTIONS, is_filled=True) == Spot("place")
    assert step_on(told, Spot("lesson"), QUESTIONS, is_filled=True) is None


def test_back_is_the_line_before() -> None:
    """Back goes to the line above, to the last answer of the question before, or nowhere from the first."""
    told = {"does": ["zingen", "dansen"]}
    assert step_back(told, Spot("does", 2), QUESTIONS) == Spot("does", 1)
    assert step_back(told, Spot("talents"), QUESTIONS) == Spot("does", 1)
    assert step_back(told, Spot("asks"), QUESTIONS) == Spot("offers", 0)
    assert step_back(told, Spot("group"), QUESTIONS) == Spot("group")


@given(st.dictionaries(st.sampled_from(LISTS), st.lists(TEXTS, max_size=3), max_size=4))
def test_the_way_back_always_ends_at_the_first_question(told: dict[str, list[str]]) -> None:
    """From the end `<` comes to the first line, past every answer once, however much was told."""
    spot, seen = Spot("lesson"), set()
    while spot != Spot("group"):
        assert spot not in seen
        seen.add(spot)
        spot = step_back(told, spot, QUESTIONS)
    answers = {Spot(key, number) for key, texts in told.items() for number in range(len(texts))}
    assert answers <= seen


@given(st.dictionaries(st.sampled_from(LISTS), st.lists(TEXTS, max_size=3), max_size=4))
def test_enter_alone_keeps_everything(told: dict[str, list[str]]) -> None:
    """Who keeps every line that stands there comes to the end, and has changed nothing."""
    before = {key: texts for key, texts in told.items() if texts}
    now: dict[str, Any] = dict(before)
    spot: Spot | None = Spot(QUESTIONS[0])
    while spot:
        answers = list_answers(now, spot.key)
        kept = answers[spot.number] if spot.number < len(answers) else None
        now = put_answer(now, spot, kept)
        spot = step_on(now, spot, QUESTIONS, is_filled=bool(kept))
    assert now == before
