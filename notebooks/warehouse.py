"""Opens the published tables of a warehouse: only what the newest manifest names, never a half-written file."""

import json
from pathlib import Path

import pyarrow.dataset


class Warehouse:
    """The state that readers see.

    >>> Warehouse("demo-output/warehouse").table("lots")
    """

    def __init__(self, folder):
        self.folder = Path(folder)
        manifests = sorted((self.folder / "manifests").glob("[0-9]*.json"))
        if not manifests:
            raise FileNotFoundError(
                f"there is no published result in {self.folder}: run scripts/demo, or 'scripts/assay run', first"
            )
        self.manifest = json.loads(manifests[-1].read_text(encoding="utf-8"))

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
