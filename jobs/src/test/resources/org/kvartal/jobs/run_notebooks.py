"""Compiles every notebook of a folder, runs one of so many in this process, and the named ones in a real kernel.

    python run_notebooks.py FOLDER EVERY [NAME ...]

A kernel takes seconds to start, so cells are run as plain Python behind one import of pandas. Prints a line for each
notebook that fails, then how many were compiled and how many ran.
"""
import contextlib
import io
import json
import os
import sys
import traceback
import warnings
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
warnings.filterwarnings("ignore")


def compiled(file):
    cells = json.loads(file.read_text(encoding="utf-8"))["cells"]
    return [
        compile(cell["source"], f"{file.name}:{cell['id']}", "exec") for cell in cells if cell["cell_type"] == "code"
    ]


def run(cells):
    names = {}
    with contextlib.redirect_stdout(io.StringIO()):
        for cell in cells:
            exec(cell, names)
    names["plt"].close("all")
    names["con"].close()


os.chdir(sys.argv[1])
every = int(sys.argv[2])
counts = {"compiled": 0, "ran": 0}
for number, file in enumerate(sorted(Path(".").glob("*.ipynb"))):
    try:
        cells = compiled(file)
        counts["compiled"] += 1
        if number % every == 0:
            run(cells)
            counts["ran"] += 1
    except Exception as e:
        place = traceback.extract_tb(e.__traceback__)[-1]
        print(f"{file.name}: {type(e).__name__}: {e} ({place.filename}:{place.lineno})")
for name in sys.argv[3:]:
    import nbclient
    import nbformat

    notebook = nbformat.read(name, as_version=4)
    nbformat.validate(notebook)
    nbclient.NotebookClient(notebook, timeout=120, resources={"metadata": {"path": "."}}).execute()
    drawn = sum("image/png" in output.get("data", {}) for cell in notebook.cells for output in cell.get("outputs", []))
    print(f"{name} drew {drawn}")
print(f"{counts['compiled']} compiled, {counts['ran']} ran")
