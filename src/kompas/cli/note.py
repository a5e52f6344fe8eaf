"""The command that writes an encounter: every part of a note has its flag."""

from typing import TYPE_CHECKING, Annotated

import typer

from kompas.cli.app import command, session_of

if TYPE_CHECKING:
    from kompas.commands.session import Session

Texts = list[str] | None
Text = str | None
YesNo = bool | None


@command("note", "notitie", "day")
def note(
    context: typer.Context,
    group: Annotated[Text, typer.Argument(help="argument.note-group", show_default=False)] = None,
    date: Annotated[Text, typer.Option("--date", metavar="date", help="option.date")] = None,
    place: Annotated[Text, typer.Option("--place", metavar="text", help="option.note-place")] = None,
    field: Annotated[Text, typer.Option("--field", metavar="text", help="option.note-field")] = None,
    occasion: Annotated[Text, typer.Option("--occasion", metavar="text", help="option.occasion")] = None,
    does: Annotated[Texts, typer.Option("--does", "-d", metavar="text", help="option.does")] = None,
    talent: Annotated[Texts, typer.Option("--talent", "-t", metavar="text", help="option.talent")] = None,
    offer: Annotated[Texts, typer.Option("--offer", "-o", metavar="text", help="option.offer")] = None,
    ask: Annotated[Texts, typer.Option("--ask", "-a", metavar="text", help="option.ask")] = None,
    idea: Annotated[Texts, typer.Option("--idea", "-i", metavar="text", help="option.idea")] = None,
    lead: Annotated[Texts, typer.Option("--lead", metavar="text", help="option.lead")] = None,
    goal: Annotated[Text, typer.Option("--goal", metavar="text", help="option.goal")] = None,
    story: Annotated[Text, typer.Option("--story", metavar="text", help="option.story")] = None,
    left_behind: Annotated[Text, typer.Option("--left-behind", metavar="text", help="option.left-behind")] = None,
    lesson: Annotated[Text, typer.Option("--lesson", metavar="text", help="option.lesson")] = None,
    promise: Annotated[Texts, typer.Option("--promise", metavar="promise", help="option.promise")] = None,
    obstacle: Annotated[Texts, typer.Option("--obstacle", metavar="text", help="option.obstacle")] = None,
    ours: Annotated[bool, typer.Option("--ours", help="option.ours")] = False,
    remember: Annotated[YesNo, typer.Option("--may-remember/--may-not-remember", help="option.remember")] = None,
    introduce: Annotated[YesNo, typer.Option("--may-introduce/--may-not-introduce", help="option.introduce")] = None,
    share: Annotated[YesNo, typer.Option("--may-share/--may-not-share", help="option.share")] = None,
    contact: Annotated[Text, typer.Option("--contact", metavar="text", help="option.contact")] = None,
    sensitive: Annotated[bool, typer.Option("--sensitive", help="option.sensitive")] = False,
    source: Annotated[Text, typer.Option("--from", metavar="file", help="option.from")] = None,
    edit: Annotated[bool, typer.Option("--edit", help="option.edit")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="option.dry-run")] = False,
    at_once: Annotated[bool, typer.Option("--share", help="option.share-at-once")] = False,
) -> int:
    from kompas.commands.note import note
    from kompas.commands.typed import Typed

    agreement = {"remember": remember, "introduce": introduce, "share": share, "contact": contact}
    told = {key: answer for key, answer in agreement.items() if answer is not None}
    texts = {
        "group": group, "place": place, "field": field, "occasion": occasion,
        "does": does, "talents": talent, "offers": offer, "asks": ask, "ideas": idea, "leads": lead,
        "goal": goal, "story": story, "left_behind": left_behind, "lesson": lesson,
        "obstacles": [{"what": what, "ours": ours} for what in obstacle or ()],
        "agreement": told | ({"sensitive": True} if sensitive else {}),
    }  # fmt: skip
    session = session_of(context)
    typed = Typed(date, tuple(promise or ()), {key: text for key, text in texts.items() if text})
    code = note(session, typed, source=source, dry_run=dry_run, in_editor=edit)
    return max(code, _share(session)) if at_once and not dry_run else code


def _share(session: "Session") -> int:
    from kompas.commands.exchange import Wishes
    from kompas.commands.share import share

    return share(session, Wishes())
