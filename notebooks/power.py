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
# # What could be found in your own data
#
# A figure of zero means something only if a lot of some size would have been seen. From the fingerprint of every list in this
# warehouse: how many followers a lot would need to stand out, by size of the list. `scripts/assay simulate --inject-into` plants
# real lots into copies of the lists and counts which are found; this is the arithmetic behind it, for all lists at once.

# %%
import matplotlib.pyplot as plt
import numpy as np

from warehouse import Warehouse

warehouse = Warehouse.of_environment()
options = warehouse.manifest["options"]
{name: value for name, value in options.items() if name.startswith("signatures.lots")}

# %% [markdown]
# In a cell of a list (a window of places by a bin of creation dates) with e expected followers, n followers stand
# (n - e) / sqrt(e + e²/10 + 1) deviations above it: the reference varies by a tenth between like lists. Solved for n, with the
# same threshold as the scan.

# %%
THRESHOLD = 8.0
cells = warehouse.sql(
    """
    select f.account, c.listed, f.expected
    from fingerprint f
    join (select account, max(listed) as listed from coverage where direction = 'followers' group by account) c using (account)
    """
)
needed = cells["expected"] + THRESHOLD * np.sqrt(cells["expected"] + 0.1 * cells["expected"] ** 2 + 1)
lists = (
    cells.assign(needed=needed)
    .groupby("account")
    .agg(listed=("listed", "max"), typical=("needed", "median"), worst=("needed", "max"))
    .reset_index()
)
lists.describe(percentiles=[0.1, 0.5, 0.9]).round(1)

# %%
if lists.empty:
    print("No list of this warehouse is in order with creation dates, so that no lot could be found.")
else:
    figure, axes = plt.subplots(figsize=(8, 4.5))
    axes.loglog(lists["listed"], lists["typical"], "o", markersize=4, label="in a typical cell", color="#1f5a96")
    axes.loglog(lists["listed"], lists["worst"], "s", markersize=4, label="in its fullest cell", color="#c2410c")
    axes.set(xlabel="followers of the list", ylabel="followers of one batch that stand out")
    axes.set_title("The smallest lot that would be seen")
    axes.legend(frameon=False)
    plt.show()

# %% [markdown]
# A lot delivered slowly is spread over many windows, each of which must stand out; one of mixed ages is spread over many creation
# bins. Both need more followers than this, and aged stock that is used for a single account leaves no trace in a fingerprint.
