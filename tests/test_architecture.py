"""The house stands as DESIGN.md draws it: arrows point inward, no circle, one library has one home, and so on.

Every checker takes the folder of a package and returns the offences it found; each is shown an offence planted for it.
"""

import ast
from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import pytest

import kompas

PACKAGE = Path(kompas.__file__).parent

ARROWS: dict[str, frozenset[str]] = {
    "__main__": frozenset({"cli"}),
    "cli": frozenset({"commands", "settings", "wording", "render", "domain", "errors", "policy"}),
    "commands": frozenset({"notebook", "policy", "render", "domain", "settings", "wording", "errors"}),
    "notebook": frozenset({"domain", "settings", "errors", "plain_toml"}),
    "policy": frozenset({"domain", "errors", "plain_toml"}),
    "render": frozenset({"wording", "domain", "errors"}),
    "domain": frozenset({"errors"}),
    "settings": frozenset({"errors", "plain_toml"}),
    "wording": frozenset({"plain_toml"}),
    "plain_toml": frozenset(),
    "errors": frozenset(),
}
"""Which folder, or module beside the folders, may know which others; each may know itself."""

EXCEPTIONS = {("kompas.cli.main", "kompas.notebook.drafts")}
"""A fault of ours is reported in the user's state folder even when no command could be started."""

HOMES: dict[str, tuple[str, ...]] = {
    "typer": ("kompas.cli.*",),
    "click": ("kompas.cli.*",),
    "rich": ("kompas.render.*",),
    "jinja2": ("kompas.render.page",),
    "markupsafe": ("kompas.render.page",),
    "tomli_w": ("kompas.notebook.*",),
    "tomlkit": ("kompas.notebook.*",),
    "subprocess": ("kompas.notebook.git.program", "kompas.notebook.editor"),
    "icalendar": ("kompas.render.calendar",),
    "prompt_toolkit": ("kompas.render.prompt",),
    "sqlite3": ("kompas.notebook.index*", "kompas.notebook.vectors"),
    "pydantic": (
        "kompas.domain.*",
        "kompas.notebook.note_file",
        "kompas.notebook.theme_file",
        "kompas.notebook.checklist_file",
    ),
}
"""The modules in which a library may be imported."""

WORLDLY = frozenset({"os", "sys", "pathlib", "io", "time", "locale", "subprocess", "socket", "urllib"})
"""What reaches disk, clock, terminal or network, and so is not for the domain. Chance may be had, when it is seeded."""

CLOCKS = frozenset({"today", "now", "utcnow"})
OUTLETS = frozenset({"open", "print", "input"})


class Import(NamedTuple):
    """Module `by` imports module `target` on `line`."""

    by: str
    target: str
    line: int


def read_modules(package: Path) -> dict[str, ast.Module]:
    """Parse every module under `package`, by its dotted name."""
    return {_name(package, path): ast.parse(path.read_text(encoding="utf-8")) for path in sorted(package.rglob("*.py"))}


def list_imports(package: Path) -> list[Import]:
    """Return every import, wherever it stands: on top, within a function, or for type checkers only."""
    modules = read_modules(package)
    return [
        Import(name, target, getattr(node, "lineno", 0))
        for name, tree in modules.items()
        for node in ast.walk(tree)
        for target in _list_targets(node, name, modules)
    ]


def find_outward_arrows(package: Path) -> list[str]:
    """Return the imports between folders that the plan does not have."""
    return [
        f"{one.by}:{one.line} imports {one.target}"
        for one in list_imports(package)
        if one.target.startswith("kompas.")
        and (one.by, one.target) not in EXCEPTIONS
        and _folder(one.target) not in ARROWS.get(_folder(one.by), frozenset()) | {_folder(one.by)}
    ]


def find_circle(package: Path) -> list[str]:
    """Return the modules of a circle of imports, the first one again at the end, or nothing."""
    known: dict[str, set[str]] = {name: set() for name in read_modules(package)}
    for one in list_imports(package):
        if one.target in known:
            known[one.by].add(one.target)
    try:
        TopologicalSorter(known).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def find_strays(package: Path) -> list[str]:
    """Return the imports of a library outside its home."""
    return [
        f"{one.by}:{one.line} imports {one.target}"
        for one in list_imports(package)
        if (homes := HOMES.get(one.target.partition(".")[0])) and not any(fnmatchcase(one.by, home) for home in homes)
    ]


def find_worldly(package: Path) -> list[str]:
    """Return where the domain reaches outside itself."""
    found = [
        f"{one.by}:{one.line} imports {one.target}"
        for one in list_imports(package)
        if _folder(one.by) == "domain" and one.target.partition(".")[0] in WORLDLY
    ]
    found += [
        f"{name}:{node.lineno} uses {ast.unparse(node)}"
        for name, tree in read_modules(package).items()
        if _folder(name) == "domain"
        for node in ast.walk(tree)
        if (isinstance(node, ast.Attribute) and _reads_clock(node))
        or (isinstance(node, ast.Name) and node.id in OUTLETS and isinstance(node.ctx, ast.Load))
    ]
    return found


def find_full_inits(package: Path) -> list[str]:
    """Return the `__init__.py` files that hold more than a docstring; the package's own may tell its version."""
    return [
        name
        for path in sorted(package.rglob("__init__.py"))
        for name in [_name(package, path)]
        if not _is_plain_init(ast.parse(path.read_text(encoding="utf-8")).body, may_tell_version=name == "kompas")
    ]


def find_undescribed(package: Path) -> list[str]:
    """Return the modules and public classes and functions whose docstring does not begin with a whole sentence."""
    return [
        label
        for name, tree in read_modules(package).items()
        for label, node in _list_public(name, tree)
        if not (ast.get_docstring(node) or "\n").splitlines()[0].endswith(".")
    ]


def _name(package: Path, path: Path) -> str:
    parts = path.relative_to(package.parent).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def _folder(module: str) -> str:
    return [*module.split("."), ""][1]


def _list_targets(node: ast.AST, by: str, modules: dict[str, ast.Module]) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        base = node.module or ""
        if node.level:  # a relative import; a package is told from a module by what lies below it
            depth = node.level - any(name.startswith(f"{by}.") for name in modules)
            base = ".".join([*by.split(".")[: len(by.split(".")) - depth], *filter(None, [node.module])])
        for alias in node.names:
            whole = f"{base}.{alias.name}"
            yield whole if whole in modules else base
    elif isinstance(node, ast.Call) and _last_name(node.func) in {"import_module", "__import__"}:
        yield from (arg.value for arg in node.args[:1] if isinstance(arg, ast.Constant) and isinstance(arg.value, str))


def _last_name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _reads_clock(node: ast.Attribute) -> bool:
    return node.attr in CLOCKS and _last_name(node.value) in {"date", "datetime"}


def _is_plain_init(body: list[ast.stmt], *, may_tell_version: bool) -> bool:
    if may_tell_version:
        body = [
            one for one in body if not (isinstance(one, ast.Assign) and ast.unparse(one.targets[0]) == "__version__")
        ]
    return len(body) == 1 and isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant)


def _list_public(name: str, tree: ast.Module) -> Iterator[tuple[str, ast.Module | ast.ClassDef | ast.FunctionDef]]:
    yield name, tree
    for node in tree.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_"):
            if _is_command(name, node):
                continue
            yield f"{name}.{node.name}", node
            for part in node.body if isinstance(node, ast.ClassDef) else ():
                if isinstance(part, ast.FunctionDef) and not part.name.startswith("_"):
                    yield f"{name}.{node.name}.{part.name}", part


def _is_command(module: str, node: ast.ClassDef | ast.FunctionDef) -> bool:
    """Tell whether a function is entered into the grammar: its docstring is its help, in `wording/`."""
    marks = {ast.unparse(mark).partition("(")[0] for mark in node.decorator_list}
    return _folder(module) == "cli" and bool(marks & {"command", "app.callback"})


@pytest.fixture
def plant(tmp_path: Path) -> Callable[[dict[str, str]], Path]:
    """Return a function that makes a package of modules, by path and text."""

    def plant_package(modules: dict[str, str]) -> Path:
        for path, text in modules.items():
            target = tmp_path / "kompas" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        return tmp_path / "kompas"

    return plant_package


Plant = Callable[[dict[str, str]], Path]


def test_the_whole_package_is_read() -> None:
    """The checkers see every module of kompas, and its imports at every depth."""
    assert {"kompas", "kompas.cli.main", "kompas.domain.matching.reason"} <= read_modules(PACKAGE).keys()
    found = {(one.by, one.target) for one in list_imports(PACKAGE)}
    assert ("kompas.cli.main", "kompas.render.screen") in found
    assert ("kompas.domain.phrase", "kompas.domain.kept") in found


def test_no_folder_is_without_a_plan() -> None:
    """Every folder and module under kompas/ has its arrows written down here, and no arrow is for nothing."""
    assert {_folder(name) for name in read_modules(PACKAGE)} - {""} == ARROWS.keys()


def test_arrows_point_inward() -> None:
    """No module imports from a folder that is not further in."""
    assert find_outward_arrows(PACKAGE) == []


def test_there_is_no_circle() -> None:
    """No module imports itself by way of others, not even in a function or for a type checker."""
    assert find_circle(PACKAGE) == []


def test_one_library_has_one_home() -> None:
    """A library is imported in its own folder only."""
    assert find_strays(PACKAGE) == []


def test_the_domain_is_pure() -> None:
    """The domain knows no disk, clock, terminal or network."""
    assert find_worldly(PACKAGE) == []


def test_an_init_is_a_docstring() -> None:
    """An `__init__.py` holds a docstring and re-exports nothing."""
    assert find_full_inits(PACKAGE) == []


def test_everything_public_is_described() -> None:
    """Every module, public class and public function begins with a sentence that says what it is for."""
    assert find_undescribed(PACKAGE) == []


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("domain/note.py", "from kompas.notebook.folder import read\n"),
        ("domain/note.py", "import kompas.render.paint\n"),
        ("domain/note.py", "from ..render import paint\n"),
        ("domain/note.py", "def f():\n    from kompas.settings import Settings\n"),
        ("render/paint.py", "if TYPE_CHECKING:\n    from kompas.settings import Settings\n"),
        ("wording/words.py", "import importlib\nimportlib.import_module('kompas.errors')\n"),
        ("notebook/folder.py", "from kompas.wording.words import Words\n"),
        ("commands/meet.py", "from kompas.cli.app import app\n"),
        ("cli/app.py", "from kompas.notebook.drafts import drafts_folder\n"),
        ("helpers/text.py", "from kompas.errors import KompasError\n"),
    ],
)
def test_a_planted_outward_arrow_is_found(path: str, text: str, plant: Plant) -> None:
    """An import that leads outward is found, however it is written."""
    package = plant({"render/__init__.py": "", "render/paint.py": "", path: text})
    assert len(find_outward_arrows(package)) == 1


def test_arrows_inward_and_within_a_folder_are_fine(plant: Plant) -> None:
    """What the plan has is not reported."""
    package = plant({
        "cli/main.py": "from kompas import __version__\nfrom kompas.notebook.drafts import drafts_folder\n",
        "render/paint.py": "from kompas.render.screen import Canvas\nfrom kompas.wording.words import Words\n",
    })  # fmt: skip
    assert find_outward_arrows(package) == []


@pytest.mark.parametrize(
    "back",
    [
        "from kompas.domain.a import x\n",
        "from kompas.domain import a\n",
        "from . import a\n",
        "from .a import x\n",
        "def f():\n    import kompas.domain.a\n",
        "if TYPE_CHECKING:\n    from kompas.domain.a import X\n",
    ],
)
def test_a_planted_circle_is_found(back: str, plant: Plant) -> None:
    """A circle is found through any module, and through a local or type-only import."""
    package = plant({"domain/a.py": "import kompas.domain.b\n", "domain/b.py": "import kompas.domain.c\n"})
    assert find_circle(package) == []
    plant({"domain/c.py": back})
    assert set(find_circle(package)) == {"kompas.domain.a", "kompas.domain.b", "kompas.domain.c"}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("commands/note.py", "import typer\n"),
        ("commands/note.py", "from typer.core import TyperGroup\n"),
        ("cli/speech.py", "def f():\n    from rich.table import Table\n"),
        ("domain/note.py", "import tomli_w\n"),
        ("policy/words.py", "import tomlkit as kit\n"),
        ("notebook/folder.py", "import subprocess\n"),
        ("notebook/folder.py", "import sqlite3\n"),
        ("notebook/folder.py", "from pydantic import BaseModel\n"),
        ("settings.py", "if TYPE_CHECKING:\n    from pydantic import BaseModel\n"),
        ("render/screen.py", "def f():\n    from prompt_toolkit import PromptSession\n"),
    ],
)
def test_a_planted_stray_library_is_found(path: str, text: str, plant: Plant) -> None:
    """A library outside its home is found, however it is imported."""
    assert len(find_strays(plant({path: text}))) == 1


def test_a_library_at_home_is_fine(plant: Plant) -> None:
    """What stands in its own home is not reported."""
    package = plant({
        "cli/app.py": "import typer\n",
        "notebook/index_rows.py": "import sqlite3\n",
        "notebook/git/program.py": "import subprocess\n",
    })  # fmt: skip
    assert find_strays(package) == []


@pytest.mark.parametrize(
    "text",
    [
        "import os.path\n",
        "def f():\n    from pathlib import Path\n",
        "from urllib.parse import quote\n",
        "import datetime\nday = datetime.date.today()\n",
        "from datetime import datetime\nmake = field(default_factory=datetime.now)\n",
        "print('hello')\n",
        "text = open('note.toml')\n",
        "show = print\n",
    ],
)
def test_a_planted_reach_outside_is_found(text: str, plant: Plant) -> None:
    """The domain cannot reach for the disk, the clock or the terminal unseen; others may."""
    package = plant({"settings.py": text, "domain/matching/note.py": text})
    found = find_worldly(package)
    assert len(found) == 1
    assert found[0].startswith("kompas.domain.matching.note:")


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("domain/__init__.py", '"""The domain."""\nfrom kompas.domain.note import Note\n'),
        ("domain/__init__.py", '"""The domain."""\n__version__ = "1"\n'),
        ("domain/__init__.py", ""),
        ("__init__.py", '"""kompas."""\n__all__ = ["main"]\n__version__ = "1"\n'),
    ],
)
def test_a_planted_full_init_is_found(path: str, text: str, plant: Plant) -> None:
    """An `__init__.py` that holds more, or nothing, is found."""
    assert len(find_full_inits(plant({path: text}))) == 1


@pytest.mark.parametrize(
    ("text", "offender"),
    [
        ("x = 1\n", "kompas.domain.note"),
        ('"""Notes"""\n', "kompas.domain.note"),
        ('"""Notes."""\ndef parse_note():\n    return 1\n', "kompas.domain.note.parse_note"),
        ('"""Notes."""\n@command("x")\ndef parse_note():\n    return 1\n', "kompas.domain.note.parse_note"),
        ('"""Notes."""\nclass Note:\n    """A note."""\n    def dump(self): ...\n', "kompas.domain.note.Note.dump"),
    ],
)  # fmt: skip
def test_a_planted_silence_is_found(text: str, offender: str, plant: Plant) -> None:
    """A module, class, function or method without a sentence is found."""
    assert find_undescribed(plant({"domain/note.py": text})) == [offender]
