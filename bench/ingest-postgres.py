#!/usr/bin/env python3
"""PostgreSQL to Parquet: rows a processor second of a night's extraction beside DuckDB, ConnectorX and ADBC.

usage: ingest-postgres.py [--rows N] [--runs N] [--server HOST:PORT/DATABASE]
Processor seconds are those of the reading process alone, from its start to its end; the server's are not in them. The
others write one file of the rows; Kvartal sorts by the key, checks and fingerprints every row, and commits a table.
"""
import contextlib
import shutil

from ingest_bench import (HERE, JVMS, LAST_DAY, TABLE, arguments, classes, compared, configure_database, cpu_of, execute,
                          night, python, scratch, server)


def kvartal(class_path, folder, jvm):
    def extract():
        shutil.rmtree(folder / 'lake', ignore_errors=True)
        return night(class_path, folder, folder / 'lake', LAST_DAY, jvm)[0]
    return extract


def rival(tool, address, folder):
    return lambda: cpu_of([python(), HERE / 'ingest-rivals.py', tool, address, folder / 'rows.parquet'])[0]


def main():
    parser = arguments(__doc__.splitlines()[0], 5_000_000)
    parser.add_argument('--server', help='HOST:PORT/DATABASE of a server that lets postgres in without a password; its'
                                         ' table deal is made anew. Without it, one is started')
    options = parser.parse_args()
    class_path = classes()
    with scratch() as folder, \
            contextlib.nullcontext(options.server) if options.server else server(class_path) as address:
        execute(address, TABLE.format(rows=options.rows))
        configure_database(folder, address)
        contestants = {'kvartal, ' + jvm: kvartal(class_path, folder, jvm) for jvm in JVMS}
        for tool in ('duckdb', 'connectorx', 'adbc'):
            contestants[tool] = rival(tool, address, folder)
        compared(contestants, options)


if __name__ == '__main__':
    main()
