#!/usr/bin/env python3
"""Reads a table of PostgreSQL, or a CSV file, into one Parquet file, by one of the tools that Kvartal is compared with.

usage: ingest-rivals.py TOOL SOURCE OUT.parquet
TOOL: duckdb, connectorx, adbc (SOURCE is HOST:PORT/DATABASE), duckdb-csv (SOURCE is a file).
Each as its documentation recommends, with the compression that Kvartal has.
"""
import sys

QUERY = 'select * from deal'


def duckdb(address, out):
    import duckdb
    import duckdb_extension_postgres_scanner as extension
    import pathlib
    host, rest = address.split(':')
    port, database = rest.split('/')
    db = duckdb.connect(config={'allow_unsigned_extensions': 'true'})
    db.execute("load '%s'" % next(pathlib.Path(extension.__file__).parent.rglob('*.duckdb_extension')))
    db.execute("attach 'host=%s port=%s dbname=%s user=postgres' as crm (type postgres, read_only)" % (host, port, database))
    db.execute("copy (select * from crm.public.deal) to '%s' (format parquet, compression zstd)" % out)


def duckdb_csv(file, out):
    import duckdb
    duckdb.connect().execute("copy (from read_csv('%s')) to '%s' (format parquet, compression zstd)" % (file, out))


def connectorx(address, out):
    import connectorx
    import pyarrow.parquet
    table = connectorx.read_sql('postgresql://postgres:x@' + address, QUERY, return_type='arrow')
    pyarrow.parquet.write_table(table, out, compression='zstd')


def adbc(address, out):
    import adbc_driver_postgresql.dbapi
    import pyarrow.parquet
    with adbc_driver_postgresql.dbapi.connect('postgresql://postgres@' + address) as connection, connection.cursor() as cursor:
        cursor.execute(QUERY)
        reader = cursor.fetch_record_batch()
        with pyarrow.parquet.ParquetWriter(out, reader.schema, compression='zstd') as writer:
            for batch in reader:
                writer.write_batch(batch)


if __name__ == '__main__':
    globals()[sys.argv[1].replace('-', '_')](*sys.argv[2:])
