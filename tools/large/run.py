"""Runs the query of docs/large.md with DuckDB (`pip install duckdb`).

    python3 tools/large/run.py sample            writes tests/data/large/events.csv from panel.csv
    python3 tools/large/run.py measure 100000000 generates a panel of so many rows, reduces it, prints time and memory
"""

import pathlib
import resource
import sys
import tempfile
import time

import duckdb

FOLDER = pathlib.Path(__file__).parents[2] / "tests/data/large"
QUERY = (FOLDER / "query.sql").read_text()

# Ten years of days for each entity. A value stays for two months; a twentieth of the rows is blank, another one ignored.
DAYS = 3_650
PANEL = f"""
SELECT
  'place ' || (row // {DAYS}) AS entity,
  DATE '2015-01-01' + CAST(row % {DAYS} AS INTEGER) AS date,
  CASE
    WHEN row * 7919 % 20 = 0 THEN ''
    WHEN row * 7919 % 20 = 1 THEN 'n/a'
    ELSE ['Yes', 'No', 'Partly', 'lifted', 'yes'][1 + ((row // {DAYS}) * 31 + (row % {DAYS}) // 61 * 7) % 11 % 5]
  END AS value
FROM (SELECT range AS row FROM range($rows))
"""


def sample():
    """The events of the sample."""
    database = duckdb.connect()
    database.execute(f"CREATE VIEW panel AS SELECT * FROM read_csv('{FOLDER / 'panel.csv'}', all_varchar = true)")
    database.execute(f"COPY ({QUERY}) TO '{FOLDER / 'events.csv'}' (HEADER)")


def measure(rows):
    """Time and memory of the reduction of a generated panel, within 2 GB and on two threads."""
    with tempfile.TemporaryDirectory() as folder:
        database = duckdb.connect()
        database.execute(f"SET memory_limit = '2GB'; SET threads = 2; SET temp_directory = '{folder}/spill'")
        panel, events = f"{folder}/panel.parquet", f"{folder}/events.csv"
        begin = time.monotonic()
        database.execute(f"COPY ({PANEL.replace('$rows', str(rows))}) TO '{panel}'")
        print(f"panel: {rows:,} rows, {pathlib.Path(panel).stat().st_size:,} bytes, {time.monotonic() - begin:.0f} s", flush=True)
        database.execute(f"CREATE VIEW panel AS SELECT * FROM read_parquet('{panel}')")
        begin = time.monotonic()
        database.execute(f"COPY ({QUERY}) TO '{events}' (HEADER)")
        took = time.monotonic() - begin
        count = database.execute(f"SELECT count(*) FROM read_csv('{events}')").fetchone()[0]
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        print(f"events: {count:,} rows, {took:.0f} s, at most {memory / 1e6:.1f} GB of memory")


if sys.argv[1:2] == ["sample"]:
    sample()
elif sys.argv[1:2] == ["measure"] and len(sys.argv) == 3:
    measure(int(sys.argv[2]))
else:
    sys.exit(__doc__)
