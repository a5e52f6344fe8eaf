"""Put the script of a shell where that shell reads it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kompas.errors import NotWritten, UnknownShell, name_reason

_ENDINGS = {"bash": "bash", "zsh": "zsh", "fish": "fish", "powershell": "ps1", "pwsh": "ps1"}
_PROFILES = {"bash": ".bashrc", "zsh": ".zshrc"}


@dataclass(frozen=True, slots=True)
class Installed:
    """Where a script was put; `line` still has to go into `profile` by hand, when there is one."""

    script: Path
    line: str | None = None


def find_shell(environment: Mapping[str, str]) -> str:
    """Return the shell in which kompas runs: its parent, or else $SHELL. Raises UnknownShell."""
    import shellingham  # type: ignore[import-untyped]  # noqa: PLC0415 only here is asked which shell this is

    try:
        name = str(shellingham.detect_shell()[0])
    except shellingham.ShellDetectionFailure:
        name = Path(environment.get("SHELL", "")).name
    if name not in _ENDINGS:
        raise UnknownShell(name or "?", tuple(_ENDINGS))
    return name


def read_script(shell: str) -> str:
    """Return the script for `shell`, one of bash, zsh, fish, powershell and pwsh."""
    return (Path(__file__).parent / f"kompas.{_ENDINGS[shell]}").read_text(encoding="utf-8")


def install_script(shell: str) -> Installed:
    """Write the script for `shell`, and one line in the shell's own start file that reads it, once.

    The start file of PowerShell is left alone: only PowerShell knows where it is. Raises NotWritten.
    """
    script = _find_place(shell)
    try:
        script.parent.mkdir(parents=True, exist_ok=True)
        script.write_text(read_script(shell), encoding="utf-8", newline="\n")
        if profile := _PROFILES.get(shell):
            _add_line(Path.home() / profile, f"source '{script}'")
    except OSError as error:
        raise NotWritten(script, name_reason(error)) from error
    return Installed(script, f". '{script}'" if _ENDINGS[shell] == "ps1" else None)


def _find_place(shell: str) -> Path:
    if shell == "fish":
        return Path.home() / ".config" / "fish" / "completions" / "kompas.fish"
    from platformdirs import user_data_path  # noqa: PLC0415 slow to load

    return user_data_path("kompas", appauthor=False) / f"kompas.{_ENDINGS[shell]}"


def _add_line(profile: Path, line: str) -> None:
    content = profile.read_bytes() if profile.exists() else b""
    if line.encode() not in content:
        gap = b"" if not content or content.endswith(b"\n") else b"\n"
        with profile.open("ab") as file:
            file.write(gap + line.encode() + b"\n")
