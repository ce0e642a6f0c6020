# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Tour of the tables
#
# Which tables a warehouse holds, how they hang together, and whether the exports behind them are whole. Everything below reads
# published Parquet only; `scripts/assay tables --columns` prints the data dictionary. Name another warehouse in
# `ASSAY_WAREHOUSE`.

# %%
import matplotlib.pyplot as plt
import pandas as pd

from warehouse import Warehouse

warehouse = Warehouse.of_environment()
tables = pd.Series(warehouse.tables(), name="rows").rename_axis("table").reset_index()
tables[tables["rows"] > 0].sort_values("rows", ascending=False, ignore_index=True)

# %% [markdown]
# ## Where the rows come from
# A manifest names what a state is made of: inputs with their hashes, the steps with their durations, and every option.

# %%
inputs = pd.DataFrame(warehouse.manifest["inputs"])
inputs[[column for column in ("path", "format", "sha256") if column in inputs]].head(20)

# %%
steps = pd.DataFrame(warehouse.manifest["steps"])
steps.groupby("table").agg(steps=("name", "count"), rows=("rows", "sum"), seconds=("seconds", "sum")).sort_values(
    "seconds", ascending=False
).head(12)

# %% [markdown]
# ## Whether the lists are whole
# An absent row is no unfollow: only lists that are whole enter the churn ledger.

# %%
warehouse.query("lists")

# %% [markdown]
# ## Degrees
# How many followers accounts have in the export, on logarithmic axes. Steps at round numbers are worth a look: platforms suggest
# lists of twenty, and cap followees at some thousands.

# %%
degrees = warehouse.sql(
    """
    select direction, ties, sum(accounts) as accounts
    from degree_distribution
    where snapshot = (select max(snapshot) from degree_distribution) and ties > 0
    group by direction, ties
    order by direction, ties
    """
)
figure, axes = plt.subplots(figsize=(8, 4.5))
for (direction, rows), marker in zip(degrees.groupby("direction"), "os"):
    axes.loglog(rows["ties"], rows["accounts"], marker, label=direction, markersize=3, alpha=0.7)
axes.set(xlabel="ties in that direction", ylabel="accounts with exactly so many", title="Degrees in the newest snapshot")
axes.legend(frameon=False)
plt.show()

# %% [markdown]
# ## Which signatures could run
# What an export does not hold can't be looked for; the reason stands beside it.

# %%
warehouse.sql("select signature, ran, needs, reason from signature_runs order by ran desc, signature")
