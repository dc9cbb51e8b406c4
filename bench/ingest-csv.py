#!/usr/bin/env python3
"""CSV to the lake: rows a processor second of a night's extraction beside DuckDB's COPY to Parquet.

usage: ingest-csv.py [--rows N] [--runs N]
The file has quoted fields, doubled quotes, delimiters and line ends within quotes, and empty fields. Processor seconds
are those of the process, from its start to its end.
"""
import datetime
import shutil

from ingest_bench import HERE, JVMS, LAST_DAY, arguments, classes, compared, configure, cpu_of, night, python, scratch

PRESET = """
kind: csv
zone: UTC
extract:
  deal:
    file: deal.csv
    key: [id]
    columns: { id: integer, owner_id: integer, amount: money, probability: number, won: flag, created_at: instant, closed_on: date }
"""
STAGES = ['Lead', 'Qualified', 'Proposal', 'Negotiation', 'Won', 'Lost']
DAY = datetime.datetime(2023, 1, 1)


def row(i):
    note = '' if i % 3 == 0 else '"Called, said ""yes""; %s %x"' % ('asked about it ' * (i % 4), i * 2654435761)
    if i % 100 == 1:
        note = '"Wrote:\n%x,\n""later"""' % i
    created = DAY + datetime.timedelta(seconds=i * 7907 % 94608000)
    closed = (DAY + datetime.timedelta(days=i * 31 % 1095)).date() if i % 6 > 3 else ''
    won = ('false', 'true')[i % 2] if i % 7 else ''
    return '%d,"Deal %x",account %d,%s,%s,%d,%d.%02d,%.2f,%s,%s,%s\n' % (
        i, i * 40503, i * 7919 % 50000, STAGES[i % 6], note, 1 + i % 40, i * 104729 % 1000000, i % 100, i % 101 / 100, won,
        created, closed)


def main():
    options = arguments(__doc__.splitlines()[0], 2_000_000).parse_args()
    class_path = classes()
    with scratch() as folder:
        with open(folder / 'deal.csv', 'w', newline='') as file:
            file.write('id,name,account_id,stage,note,owner_id,amount,probability,won,created_at,closed_on\n')
            file.writelines(row(i) for i in range(1, options.rows + 1))
        configure(folder, PRESET, 'folder: .')

        def kvartal(jvm):
            def extract():
                shutil.rmtree(folder / 'lake', ignore_errors=True)
                return night(class_path, folder, folder / 'lake', LAST_DAY, jvm)[0]
            return extract

        def duckdb():
            return cpu_of([python(), HERE / 'ingest-rivals.py', 'duckdb-csv', folder / 'deal.csv', folder / 'rows.parquet'])[0]

        compared({**{'kvartal, ' + jvm: kvartal(jvm) for jvm in JVMS}, 'duckdb': duckdb}, options)


if __name__ == '__main__':
    main()
