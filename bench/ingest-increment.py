#!/usr/bin/env python3
"""A night on which 1 % of the rows have changed: processor seconds of the increment against a full extraction.

usage: ingest-increment.py [--rows N] [--runs N]
The night before is extracted and published untimed. Then 1 % of the rows are changed, and the night after is extracted
once as an increment on a copy of that lake, and once into an empty lake.
"""
import shutil
import statistics

from ingest_bench import (JVMS, LAST_DAY, TABLE, arguments, classes, configure_database, execute, night, scratch, server)

CHANGE = """
update deal set amount = amount + 1, changed_at = '2026-01-01 12:00:00+00' where id % 100 = 42;
"""
NEXT_DAY = '2026-01-01'


def main():
    options = arguments(__doc__.splitlines()[0], 2_000_000).parse_args()
    class_path = classes()
    with scratch() as folder, server(class_path) as address:
        execute(address, TABLE.format(rows=options.rows))
        configure_database(folder, address)
        lake = folder / 'lake'
        night(class_path, folder, lake, LAST_DAY, 'C2')
        lake.rename(folder / 'before')
        execute(address, CHANGE)
        print('| %s rows, 1 %% changed, %d runs | full, s | increment, s | ratio | full without start, s | increment | ratio |'
              % (f'{options.rows:,}', options.runs))
        print('| --- | --- | --- | --- | --- | --- | --- |')
        for jvm in JVMS:
            if not options.only or jvm in options.only:
                full, increment = [], []
                for _ in range(options.runs):
                    # A table knows where it is: the copy stands where the lake of the night before stood.
                    shutil.copytree(folder / 'before', lake)
                    increment.append(night(class_path, folder, lake, NEXT_DAY, jvm))
                    shutil.rmtree(lake)
                    full.append(night(class_path, folder, lake, NEXT_DAY, jvm))
                    shutil.rmtree(lake)
                cells = []
                for part in (0, 1):
                    all_of, of_change = (statistics.median(each[part] for each in both) for both in (full, increment))
                    cells += ['%.2f' % all_of, '%.2f' % of_change, '%.3f' % (of_change / all_of)]
                print('| %s | %s |' % (jvm, ' | '.join(cells)), flush=True)


if __name__ == '__main__':
    main()
