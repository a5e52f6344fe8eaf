"""Notes and introductions of the index as the full values that may be written again."""

from kompas.domain.introduction import FiledIntroduction, Introduction
from kompas.domain.kept import FiledKept, FiledKeptIntroduction
from kompas.domain.note import Agreement, FiledNote, Note, Obstacle, Promise
from kompas.notebook.folder import Reading
from kompas.notebook.index.view import View


def read_all(view: View) -> Reading:
    """Return all that the notebook's files say, as `read_notebook` does; the values were judged when they came in."""
    return Reading(
        tuple(map(_thaw_note, view.list_notes())),
        tuple(map(_thaw_introduction, view.list_introductions())),
        tuple(view.list_problems()),
    )


def _thaw_note(filed: FiledKept) -> FiledNote:
    kept = filed.note
    facts = {name: getattr(kept, name) for name in kept.__slots__}
    facts["promises"] = tuple(Promise.model_construct(what=one.what, by=one.by, kept=one.kept) for one in kept.promises)
    facts["obstacles"] = tuple(Obstacle.model_construct(what=one.what, ours=one.ours) for one in kept.obstacles)
    if said := kept.agreement:
        facts["agreement"] = Agreement.model_construct(**{name: getattr(said, name) for name in said.__slots__})
    return FiledNote(filed.path, Note.model_construct(**facts))


def _thaw_introduction(filed: FiledKeptIntroduction) -> FiledIntroduction:
    told = filed.introduction
    facts = {name: getattr(told, name) for name in told.__slots__}
    return FiledIntroduction(filed.path, Introduction.model_construct(**facts))
