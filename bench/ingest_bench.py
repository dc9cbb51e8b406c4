"""What the ingest-*.py here share: build, database server, table, nights, and processor seconds of a process."""
import argparse
import contextlib
import os
import pathlib
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import venv

HERE = pathlib.Path(__file__).resolve().parent
HOME = HERE.parent
WORK = HERE / 'target'
PACKAGES = ['duckdb==1.5.5', 'duckdb-extension-postgres-scanner==1.5.5', 'connectorx==0.4.6',
            'adbc-driver-postgresql==1.13.0', 'pyarrow==26.0.1']
JAVA = os.path.join(os.environ['JAVA_HOME'], 'bin', '') if os.environ.get('JAVA_HOME') else ''
# As the launcher starts the JVM, and the same with the compiler C2, which starts slower and ends faster.
JVMS = {'C1': ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xmx3g'], 'C2': ['-XX:+UseSerialGC', '-Xmx3g']}
# Rows by a fixed formula: 5 million are changed over three years, so that a lag of two days re-reads 0.2 % of them.
TABLE = """
drop table if exists deal;
create table deal as
select i                                                                        as id,
       'Deal ' || left(md5(i::text), 12)                                        as name,
       'account ' || i * 7919 % 50000                                           as account_id,
       (array['Lead', 'Qualified', 'Proposal', 'Negotiation', 'Won', 'Lost'])[1 + i % 6] as stage,
       case when i % 3 > 0 then 'Called, ' || repeat('asked about it; ', (i % 4)::int) || md5((i / 2)::text) end as note,
       (1 + i % 40)::int                                                        as owner_id,
       (i * 104729 % 100000000 / 100.0)::numeric(14, 2)                         as amount,
       case when i % 5 > 0 then (1 + i % 997 / 1000.0)::numeric(12, 6) end      as rate,
       (i % 101 / 100.0)::float8                                                as probability,
       case when i % 7 > 0 then i % 2 = 0 end                                   as won,
       timestamp '2023-01-01' + i * 7907 % 94608000 * interval '1 second'       as created_at,
       case when i % 6 > 3 then date '2023-01-01' + (i * 31 % 1095)::int end    as closed_on,
       timestamptz '2023-01-01 00:00:00+00' + i * 7919 % 94608000 * interval '1.000001 second' as changed_at
from generate_series(1::bigint, {rows}) i;
alter table deal add primary key (id);
analyze deal;
"""
PRESET = """
kind: jdbc
zone: UTC
extract:
  deal: { table: deal, key: [id], changed: changed_at, columns: { amount: money, rate: rate } }
"""
LAST_DAY = '2025-12-31'


def arguments(about, rows):
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument('--rows', type=int, default=rows)
    parser.add_argument('--runs', type=int, default=3, help='of each, interleaved; medians are printed')
    parser.add_argument('--only', nargs='+', help='names, or beginnings of names, as they are printed')
    return parser


def run(command, **options):
    return subprocess.run([str(part) for part in command], check=True, **options)


def cpu_of(command):
    """User and system seconds of a process and its children, and what it printed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = run(command, stdout=subprocess.PIPE, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout


def classes():
    """The class path: Kvartal's ingest, its libraries and those of its tests, and the programs here."""
    WORK.mkdir(exist_ok=True)
    path = WORK / 'class-path'
    run([HOME / 'mvnw', '-q', '-f', HOME / 'pom.xml', '-pl', 'ingest', 'test-compile', 'dependency:build-classpath',
         '-Dmdep.outputFile=%s' % path, '-DincludeScope=test', '-Dspotless.check.skip'] + os.environ.get('MAVEN_ARGS', '').split())
    all_of = os.pathsep.join([str(WORK / 'classes'), str(HOME / 'ingest/target/classes'), path.read_text().strip()])
    run([JAVA + 'javac', '-proc:none', '-nowarn', '-d', WORK / 'classes', '-cp', all_of, HERE / 'ingest-night.java', HERE / 'ingest-server.java'])
    return all_of


def python():
    """A Python with the packages to compare with."""
    home = WORK / 'venv'
    if not (home / 'done').exists():
        venv.create(home, with_pip=True, clear=True)
        run([home / 'bin/pip', 'install', '-q'] + PACKAGES)
        (home / 'done').touch()
    return home / 'bin/python'


@contextlib.contextmanager
def scratch():
    folder = pathlib.Path(tempfile.mkdtemp(prefix='kvartal-bench-', dir=WORK))
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


@contextlib.contextmanager
def server(class_path):
    """HOST:PORT/DATABASE of a server of its own."""
    process = subprocess.Popen([JAVA + 'java', '-Xmx256m', '-cp', class_path, 'IngestServer'],
                               stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        yield 'localhost:%s/postgres' % process.stdout.readline().strip()
    finally:
        process.stdin.close()
        process.wait()


def execute(address, sql):
    """By ADBC, so that no further client is needed."""
    program = 'import sys, adbc_driver_postgresql.dbapi as d\nwith d.connect(sys.argv[1], autocommit=True) as c, c.cursor() as k:\n    [k.execute(s) for s in sys.argv[2].split(";\\n") if s.strip()]'
    run([python(), '-c', program, 'postgresql://postgres@' + address, sql])


def configure(folder, preset, source):
    (folder / 'sources/bench').mkdir(parents=True, exist_ok=True)
    (folder / 'sources/bench/source.yaml').write_text(preset)
    (folder / 'kvartal.yaml').write_text('sources:\n  bench: { preset: bench, %s }\n' % source)


def configure_database(folder, address):
    configure(folder, PRESET, 'url: "jdbc:postgresql://%s", user: postgres' % address)


def night(class_path, folder, lake, day, jvm, options=()):
    """Processor seconds of the process and of the extraction within it."""
    seconds, printed = cpu_of([JAVA + 'java', *JVMS[jvm], *options, '-cp', class_path, 'IngestNight', folder, lake, day])
    return seconds, float(re.search('extraction (.*)', printed).group(1))


def compared(contestants, options):
    """Runs every contestant in turn, again and again, and prints the medians."""
    rows, runs = options.rows, options.runs
    contestants = {name: each for name, each in contestants.items()
                   if not options.only or name.startswith(tuple(options.only))}
    seconds = {name: [] for name in contestants}
    for _ in range(runs):
        for name, contestant in contestants.items():
            try:
                seconds[name].append(contestant())
            except subprocess.CalledProcessError as failure:
                print('%s: left out, it ended with %d' % (name, failure.returncode), file=sys.stderr)
            else:
                print('%s %.2f' % (name, seconds[name][-1]), file=sys.stderr, flush=True)
    medians = {name: statistics.median(each) for name, each in seconds.items() if each}
    best = min((each for name, each in medians.items() if not name.startswith('kvartal')), default=float('nan'))
    print('| %s rows, %d runs | processor s | rows a processor second | times the best of the others |' % (f'{rows:,}', runs))
    print('| --- | --- | --- | --- |')
    for name in contestants:
        if name in medians:
            print('| %s | %.2f | %s | %.2f |' % (name, medians[name], f'{int(rows / medians[name]):,}', medians[name] / best))
        else:
            print('| %s | failed | | |' % name)
