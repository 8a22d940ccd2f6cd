"""Take the corpus through every format and back: documents made with real tools, read, and scored as the text is.

    python -m benchmarks.round_trip ../shared/corpus [--work DIR] [--only docx,pdf-weasyprint] [--misses FORMAT]

Each text becomes DOCX (python-docx: lists, headings, tables), HTML (plain, and as a ModernGov page), PDF (WeasyPrint
and LibreOffice), ODT, RTF and .doc (LibreOffice). It prints a table of both sets, ours and the held-out third, and says
which tool is missing. `--misses` prints what a format lost or made up, of our own two thirds only.
"""

import argparse
import importlib.util
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from types import ModuleType

from benchmarks import round_trip_documents as documents
from minutes.__main__ import describe
from minutes.readers import read

CONVERTED = {"odt": "odt", "rtf": "rtf", "doc": "doc", "pdf-libreoffice": "pdf"}  # by LibreOffice, from the DOCX
FORMATS = [
    "text", "docx", "docx-plain", "html", "html-lines", "html-moderngov", "pdf-weasyprint", "pdf-lines",
    "pdf-libreoffice", "odt", "rtf", "doc",
]  # fmt: skip
BATCH = 40  # documents LibreOffice converts in one start


def main() -> None:
    """Makes the documents, reads them, prints the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--work", type=Path, help="keep the documents here")
    parser.add_argument("--only", default=",".join(FORMATS))
    parser.add_argument("--misses", metavar="FORMAT", help="print what a format loses and makes up, beside the text")
    args = parser.parse_args()
    scorer = load_scorer(args.corpus / "score.py")
    with tempfile.TemporaryDirectory() as temporary:
        work = args.work or Path(temporary)
        wanted = [name for name in FORMATS if name in args.only.split(",") or name == "text"]
        texts = sorted((args.corpus / "dev").glob("*.txt"))
        folders = make(texts, wanted, work)
        table(scorer, args.corpus / "dev", folders)
        if args.misses:
            show_misses(scorer, args.corpus / "dev", folders, args.misses)


def load_scorer(path: Path) -> ModuleType:
    """The corpus's own score.py as a module."""
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        sys.exit(f"no score.py at {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def is_held_out(name: str) -> bool:
    """The third of the dev set that is only measured: dev-?NN with NN % 3 == 1."""
    digits = name[-2:]
    return name.startswith("dev-") and digits.isdigit() and int(digits) % 3 == 1


def make(texts: list[Path], wanted: list[str], work: Path) -> dict[str, Path]:
    """The folder of each format's documents; one whose tool is missing is said and left out."""
    folders = {"text": texts[0].parent}
    makers = {
        "docx": (documents.as_docx, "docx"),
        "docx-plain": (documents.as_plain_docx, "docx"),
        "html": (documents.as_html, "html"),
        "html-moderngov": (documents.as_moderngov, "html"),
        "html-lines": (documents.as_lines, "html"),
        "pdf-weasyprint": (documents.as_pdf, "pdf"),
        "pdf-lines": (documents.as_printed_lines, "pdf"),
    }
    needs_docx = any(name in CONVERTED for name in wanted)
    for name, (maker, ending) in makers.items():
        if name in wanted or (name == "docx" and needs_docx):
            folders[name] = work / name
            folders[name].mkdir(parents=True, exist_ok=True)
            for path in texts:
                target = folders[name] / f"{path.stem}.{ending}"
                if not target.exists():
                    target.write_bytes(maker(read(path.read_bytes(), path.name), path.read_text(errors="replace")))
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if needs_docx and office is None:
        print(
            "LibreOffice is missing (apt-get install libreoffice-writer-nogui): its PDF, ODT, RTF, .doc are left out."
        )
    for name, ending in CONVERTED.items():
        if name in wanted and office:
            folders[name] = work / name
            convert(office, sorted(folders["docx"].glob("*.docx")), ending, folders[name], work)
    return {name: folders[name] for name in ["text", *wanted] if name in folders}


def convert(office: str, sources: list[Path], ending: str, folder: Path, work: Path) -> None:
    """Converts what is not there yet with LibreOffice."""
    folder.mkdir(parents=True, exist_ok=True)
    todo = [path for path in sources if not (folder / f"{path.stem}.{ending}").exists()]
    profile = f"-env:UserInstallation={(work / 'profile').resolve().as_uri()}"
    for i in range(0, len(todo), BATCH):
        command = [
            office,
            profile,
            "--headless",
            "--convert-to",
            ending,
            "--outdir",
            str(folder),
            *map(str, todo[i : i + BATCH]),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=600)


def results(folder: Path) -> dict[str, dict[str, object]]:
    """What the program finds in each document of a folder."""
    return {
        path.stem: describe(str(path)) for path in sorted(folder.iterdir()) if path.suffix != ".json" and path.is_file()
    }


def table(scorer: ModuleType, labels: Path, folders: dict[str, Path]) -> None:
    """Prints the figures of every format over both sets as a Markdown table."""
    cases = [json.loads(path.read_text()) for path in sorted(labels.glob("*.json"))]
    print("| format | set | actions F1 | precision | recall | ready | resolutions F1 | items | dates | unread |")
    print("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for name, folder in folders.items():
        out = results(folder)
        for part, held in (("ours", False), ("held out", True)):
            chosen = [case for case in cases if is_held_out(case["id"]) is held]
            figures = scorer.report(scorer.score(chosen, out), len(chosen))
            failed = sum("error" in out.get(case["id"], {"error": ""}) for case in chosen)
            actions, resolutions = figures["actions"], figures["resolutions"]
            row = [
                actions["f1"],
                actions["precision"],
                actions["recall"],
                figures["ready"],
                resolutions["f1"],
                figures["items"],
                figures["dates"],
            ]
            print(f"| {name} | {part} | " + " | ".join(f"{value:.3f}" for value in row) + f" | {failed} |", flush=True)


def show_misses(scorer: ModuleType, labels: Path, folders: dict[str, Path], name: str) -> None:
    """Prints, by document of our own set, where a format's resolutions and actions differ from the text's."""
    before, after = results(folders["text"]), results(folders[name])
    for path in sorted(labels.glob("*.json")):
        if is_held_out(path.stem):
            continue
        case = json.loads(path.read_text())
        totals = [scorer.score([case], out) for out in (before, after)]
        keys = ("tp", "fp", "rtp", "rfp", "items_found", "dates_found")
        if changed := {key: (totals[0][key], totals[1][key]) for key in keys if totals[0][key] != totals[1][key]}:
            print(path.stem, changed, after.get(path.stem, {}).get("error", ""))


if __name__ == "__main__":
    main()
