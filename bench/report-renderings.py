#!/usr/bin/env python3
"""Kvartal's report verb beside WeasyPrint and XlsxWriter: one language in one format, twenty times over.

usage: report-renderings.py KVARTAL OUT [--renderings N]
KVARTAL is the launcher, or a command in quotes. OUT is the output folder of a project, as the demo's; what is published
in it is copied and the copy is written again. Five languages and three formats take turns. WeasyPrint prints the HTML
page that Kvartal wrote in the same language; XlsxWriter writes the tables of that page, numbers as numbers, without
formulas, charts and notes. Each rendering is a process of its own, from its start to its end. Prints the medians of
seconds and processor seconds and the most memory. Needs the packages weasyprint and xlsxwriter.
"""
import html.parser
import os
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

LANGUAGES = ['en', 'ru', 'sk', 'pl', 'fa']
FORMATS = ['html', 'pdf', 'xlsx']


class Tables(html.parser.HTMLParser):
    """Rows of all tables of a page; the value of a fact is a number where it is one."""

    def __init__(self):
        super().__init__()
        self.tables, self.cell, self.value = [], None, None

    def handle_starttag(self, tag, attributes):
        if tag == 'table':
            self.tables.append([])
        elif tag == 'tr' and self.tables:
            self.tables[-1].append([])
        elif tag in ('td', 'th'):
            self.cell, self.value = [], None
        elif tag == 'data' and self.cell is not None:
            self.value = dict(attributes).get('value')

    def handle_data(self, text):
        if self.cell is not None:
            self.cell.append(text)

    def handle_endtag(self, tag):
        if tag in ('td', 'th') and self.cell is not None and self.tables and self.tables[-1]:
            try:
                self.tables[-1][-1].append(float(self.value))
            except (TypeError, ValueError):
                self.tables[-1][-1].append(' '.join(''.join(self.cell).split()))
            self.cell = None


def weasyprint(page, out):
    import weasyprint as printer
    printer.HTML(filename=page).write_pdf(out)


def xlsxwriter(page, out):
    import xlsxwriter as writer
    tables = Tables()
    with open(page, encoding='utf-8') as file:
        tables.feed(file.read())
    with writer.Workbook(out) as book:
        for rows in tables.tables:
            sheet = book.add_worksheet()
            for i, row in enumerate(rows):
                for j, cell in enumerate(row):
                    sheet.write_number(i, j, cell) if isinstance(cell, float) else sheet.write_string(i, j, cell[:32767])


def timed(command):
    """Seconds, processor seconds and megabytes of one process and its children."""
    with tempfile.TemporaryFile('w+') as errors:
        start = time.time()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors)
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.time() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):
            errors.seek(0)
            sys.exit('Cannot run %s: %s' % (' '.join(command), errors.read()[-2000:]))
    return seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main(arguments):
    if arguments[0] == '--weasyprint':
        return weasyprint(*arguments[1:])
    if arguments[0] == '--xlsxwriter':
        return xlsxwriter(*arguments[1:])
    renderings = int(arguments[arguments.index('--renderings') + 1]) if '--renderings' in arguments else 20
    kvartal, source = shlex.split(arguments[0]), arguments[1]
    me = [sys.executable, os.path.abspath(__file__)]
    measured = {}
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, 'out')
        shutil.copytree(source, out, symlinks=True, ignore=shutil.ignore_patterns('lake', 'demo'))
        report = kvartal + ['report', '--out', out]
        whole = timed(report + ['--lang', ','.join(LANGUAGES)])
        print('all 15 at once           %6.1f s %6.1f processor s %6.0f MB' % whole)
        for i in range(renderings):
            language, form = LANGUAGES[i % len(LANGUAGES)], FORMATS[i % len(FORMATS)]
            measured.setdefault('kvartal ' + form, []).append(
                timed(report + ['--lang', language, '--format', form]))
            page = os.path.join(out, 'published', 'latest', 'report', language, 'index.html')
            if form == 'pdf':
                measured.setdefault('weasyprint pdf', []).append(
                    timed(me + ['--weasyprint', page, os.path.join(folder, 'page.pdf')]))
            if form == 'xlsx':
                measured.setdefault('xlsxwriter xlsx', []).append(
                    timed(me + ['--xlsxwriter', page, os.path.join(folder, 'tables.xlsx')]))
    for name, runs in measured.items():
        print('%-20s %3d %6.1f s %6.1f processor s %6.0f MB' % (
            name, len(runs), statistics.median(run[0] for run in runs),
            statistics.median(run[1] for run in runs), max(run[2] for run in runs)))


if __name__ == '__main__':
    main(sys.argv[1:])
