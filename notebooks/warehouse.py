"""Opens the published tables of a warehouse: only what the newest manifest names, never a half-written file."""

import json
import os
from pathlib import Path

import duckdb
import pyarrow.dataset

QUERIES = Path(__file__).resolve().parent.parent / "scripts" / "sql"


class Warehouse:
    """The state that readers see.

    >>> warehouse = Warehouse("demo-output/warehouse")
    >>> warehouse.table("lots")
    >>> warehouse.sql("select account, followers from lots order by followers desc")
    """

    def __init__(self, folder):
        self.folder = Path(folder)
        manifests = sorted((self.folder / "manifests").glob("[0-9]*.json"))
        if not manifests:
            raise FileNotFoundError(
                f"there is no published result in {self.folder}: run scripts/demo, or 'scripts/assay run', first"
            )
        self.manifest = json.loads(manifests[-1].read_text(encoding="utf-8"))
        self._duckdb = None

    @classmethod
    def of_environment(cls):
        """The warehouse that ASSAY_WAREHOUSE names, or the demo's."""
        return cls(os.environ.get("ASSAY_WAREHOUSE", "../demo-output/warehouse"))

    def tables(self):
        """Rows of each published table."""
        return {
            name: sum(part["rows"] for part in parts)
            for name, parts in sorted(self.manifest["tables"].items())
        }

    def files(self, table):
        return [
            str(self.folder / part["path"] / file["name"])
            for part in self.manifest["tables"].get(table, [])
            for file in part["files"]
        ]

    def table(self, table, columns=None, filter=None):
        """The rows of a table as a pandas DataFrame; columns and filter are pushed down to Parquet."""
        files = self.files(table)
        if not files:
            raise KeyError(f"the warehouse {self.folder} has no table '{table}'; it has {list(self.tables())}")
        dataset = pyarrow.dataset.dataset(files, format="parquet")
        return dataset.to_table(columns=columns, filter=filter).to_pandas()

    def sql(self, query, **parameters):
        """The result of a query on the published tables as a pandas DataFrame; DuckDB reads the Parquet."""
        if self._duckdb is None:
            self._duckdb = duckdb.connect()
            self._duckdb.execute("set timezone = 'UTC'")
            for name in self.tables():
                files = self.files(name)
                if files:
                    listed = ", ".join("'" + file.replace("'", "''") + "'" for file in files)
                    self._duckdb.execute(f'create view "{name}" as select * from read_parquet([{listed}])')
        return self._duckdb.execute(query, parameters or None).df()

    def query(self, name):
        """The result of one of the queries in scripts/sql, which run in Spark as well as here."""
        return self.sql((QUERIES / f"{name}.sql").read_text(encoding="utf-8"))
