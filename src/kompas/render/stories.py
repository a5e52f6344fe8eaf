"""Stories to read on a screen, and as Markdown for whoever makes a page of them."""

from collections.abc import Iterator, Sequence

from kompas.domain.stories import Story, group_stories
from kompas.domain.worth import Worth
from kompas.render.clean import clean
from kompas.render.listing import Listing, escape_markdown
from kompas.render.paint import bold, dim, wrap
from kompas.render.screen import Canvas
from kompas.wording.words import Words


def render_stories(stories: Sequence[Story], words: Words, canvas: Canvas) -> str:
    """Return the stories under their heads, for a screen."""
    blocks = []
    for worth, found in group_stories(stories):
        blocks.append(bold(head_of(worth, words), canvas))
        for story in found:
            lines = [bold(clean(story.group, lines=False), canvas), dim(when_and_where(story, words), canvas)]
            lines += [wrap(paragraph, canvas, "  ") for paragraph in list_paragraphs(story.text)]
            blocks.append("\n".join([*lines, *_render_goal(story, words, canvas)]))
    return "\n\n".join(blocks)


def stories_to_markdown(stories: Sequence[Story], words: Words) -> str:
    """Return the stories as a Markdown page."""
    parts = [f"# {words.say('stories.title')}"]
    for worth, found in group_stories(stories):
        parts.append(f"## {head_of(worth, words)}")
        for story in found:
            parts += [f"### {escape_markdown(story.group)}", escape_markdown(when_and_where(story, words))]
            parts.append("\n>\n".join(f"> {escape_markdown(one)}" for one in list_paragraphs(story.text)))
            if story.goal:
                parts.append(escape_markdown(words.say("stories.goal", goal=clean(story.goal, lines=False))))
    return "\n\n".join(parts)


def list_story_rows(stories: Sequence[Story]) -> Listing:
    """Return the stories as a listing."""
    keys = ("worth", "group", "date", "place", "text", "goal", "note")
    rows = [
        {**{key: getattr(story, key) for key in keys}, "worth": tuple(worth.value for worth in story.worth)}
        for story in stories
    ]
    return Listing(keys, ("group", "date", "text"), rows)


def head_of(worth: Worth | None, words: Words) -> str:
    """Return the heading under which stories of this worth stand."""
    return words.say(f"worth.{worth.value if worth else 'open'}")


def when_and_where(story: Story, words: Words) -> str:
    """Return the day of a story, and its place when that is known."""
    place = [clean(story.place, lines=False)] if story.place else []
    return ", ".join([words.day(story.date), *place])


def list_paragraphs(text: str) -> Iterator[str]:
    """Yield the paragraphs of a text, each on one line."""
    for paragraph in text.split("\n\n"):
        if paragraph.strip():
            yield " ".join(clean(paragraph).split())


def _render_goal(story: Story, words: Words, canvas: Canvas) -> list[str]:
    return [wrap(words.say("stories.goal", goal=clean(story.goal, lines=False)), canvas, "  ")] if story.goal else []
