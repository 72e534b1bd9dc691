"""kipthoi papers: a case's papers in a folder, the templates to be changed, a template's faults."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.casefile import Unreadable, read_object, told
from bot.commands.check import read_source
from bot.errors import Refused
from bot.register import tell
from locales.catalog import text
from rules.case import CaseError
from rules.message import say

app = typer.Typer(
    help=text(say("papers.help")),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.command("make", help=text(say("papers.help.make")))
def make_papers(
    case: Annotated[str, typer.Argument(help=text(say("papers.help.case")), metavar="CASE")],
    out: Annotated[Path, typer.Option(help=text(say("papers.help.out")))],
    templates: Annotated[Path | None, typer.Option(help=text(say("papers.help.folder")))] = None,
) -> None:
    # Word's libraries are imported when a command runs, not when its help is read
    from bot.papercase import dossier_of_case  # noqa: PLC0415
    from documents.bundle import bundle  # noqa: PLC0415
    from documents.checks import check  # noqa: PLC0415
    from documents.render import TooManyNominees, make  # noqa: PLC0415
    from documents.template import TemplateBroken  # noqa: PLC0415

    try:
        dossier = dossier_of_case(read_object(read_source(case)))
        papers = make(dossier, templates)
        packed = bundle(dossier, papers, folder=templates)
    except Unreadable as fault:
        raise Refused(text(fault.message)) from None
    except CaseError as fault:
        raise Refused(text(told(fault))) from None
    except TemplateBroken as fault:
        raise Refused(text(fault.message)) from None
    except TooManyNominees:
        raise Refused(text(say("papers.too_many"))) from None
    files = {one.sheet.file: one.content for one in papers.made}
    _write(out, {**files, "ho-so.zip": packed})
    for name in files:
        tell(say("papers.file", name=name))
    for blank in papers.missing:
        tell(say("papers.dotted", what=blank.told()))
    faults = check(files)
    for one in faults:
        tell(say("papers.fault", name=one.file or "ho-so.zip", fault=one.message))
    if not faults:
        tell(say("papers.checked"))


@app.command("templates", help=text(say("papers.help.templates")))
def copy_templates(
    folder: Annotated[Path, typer.Argument(help=text(say("papers.help.to")), metavar="FOLDER")],
) -> None:
    from documents.papers import Paper  # noqa: PLC0415
    from documents.template import content_of  # noqa: PLC0415

    there = [paper for paper in Paper if (folder / f"{paper}.docx").exists()]
    if there:
        raise Refused(text(say("papers.there", name=f"{there[0]}.docx")))
    _write(folder, {f"{paper}.docx": content_of(paper) for paper in Paper})
    for paper in Paper:
        tell(say("papers.file", name=f"{paper}.docx"))


@app.command("lint", help=text(say("papers.help.lint")))
def lint_template(
    path: Annotated[Path, typer.Argument(help=text(say("papers.help.path")), metavar="FILE")],
) -> None:
    from documents.lint import lint  # noqa: PLC0415
    from documents.papers import Paper  # noqa: PLC0415
    from documents.template import MOST_BYTES  # noqa: PLC0415

    names = [str(paper) for paper in Paper]
    if path.stem not in names or path.suffix != ".docx":
        raise Refused(text(say("papers.named", names=[f"{name}.docx" for name in names])))
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError:
        raise Refused(text(say("check.error.file", path=str(path)))) from None
    faults = lint(content, Paper(path.stem))
    if faults:
        raise Refused("\n".join(text(fault) for fault in faults))
    tell(say("papers.sound"))


def _write(folder: Path, files: dict[str, bytes]) -> None:
    """Raises Refused."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (folder / name).write_bytes(content)
    except OSError:
        raise Refused(text(say("papers.unwritten", path=str(folder)))) from None
