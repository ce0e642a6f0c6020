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
# # An industry edition from the tables
#
# The key figures of a periodic report, each from published Parquet with its interval, and nobody named: groups of fewer than
# `min_group` accounts are left out.

# %%
import matplotlib.pyplot as plt
import numpy as np

from warehouse import Warehouse

warehouse = Warehouse.of_environment()
min_group = 10

# %% [markdown]
# ## Cover facts

# %%
warehouse.sql(
    """
    select min(snapshot) as first_snapshot, max(snapshot) as last_snapshot, count(distinct snapshot) as snapshots,
        count(distinct account) as accounts, sum(case when complete then 1 else 0 end) as whole_lists, count(*) as lists
    from coverage where direction = 'followers'
    """
)

# %% [markdown]
# ## How many audiences hold a bought-looking part
# The lower bound counts only what strong findings explain, less the placebo; the upper bound counts everybody that any finding
# rests on. The interval is Wilson's (1927), over accounts.

# %%
estimates = warehouse.query("estimates")


def wilson(part, whole, z=1.959964):
    """Share with its 95 % interval."""
    if whole == 0:
        return (np.nan, np.nan, np.nan)
    share = part / whole
    middle = (share + z * z / (2 * whole)) / (1 + z * z / whole)
    half = z * np.sqrt(share * (1 - share) / whole + z * z / (4 * whole * whole)) / (1 + z * z / whole)
    return share, middle - half, middle + half


for at_least in (0.01, 0.05, 0.10, 0.30, 0.50):
    low = wilson((estimates["share_low"] >= at_least).sum(), len(estimates))
    high = wilson((estimates["share_high"] >= at_least).sum(), len(estimates))
    print(
        f"at least {at_least:4.0%} of the audience: {low[0]:.0%} of accounts by strong evidence ({low[1]:.0%} to {low[2]:.0%}),"
        f" {high[0]:.0%} by any ({high[1]:.0%} to {high[2]:.0%})"
    )

# %%
figure, axes = plt.subplots(figsize=(8, 3.5))
edges = np.linspace(0, 1, 21)
axes.hist([estimates["share_low"], estimates["share_high"]], bins=edges, label=["lower bound", "upper bound"])
axes.set(xlabel="share of followers whose arrival looks bought", ylabel="accounts", yscale="symlog")
axes.set_title(f"{len(estimates)} accounts with enough data")
axes.legend(frameon=False)
plt.show()

# %% [markdown]
# ## Beside the placebo
# What the same signatures name in data in which nothing was bought.

# %%
warehouse.query("placebo")

# %% [markdown]
# ## Benchmarks by tier

# %%
warehouse.query("tiers")

# %% [markdown]
# The published percentiles, measure by measure. Of a tier of few accounts only the middle is known with any precision.

# %%
benchmarks = warehouse.query("benchmarks")
benchmarks[benchmarks["accounts"] >= 2 * min_group]

# %% [markdown]
# ## Churn of the whole population

# %%
warehouse.query("churn")

# %% [markdown]
# ## Patterns, in groups
# Accounts by axis and signature; small groups are left out, so that nobody can be told from a table.

# %%
found = warehouse.query("findings")
found.where(found["accounts"] >= min_group).dropna(how="all")
