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
# # Lots and vendors
#
# Lots are runs of followers that were created together and arrived together; a vendor is a cluster of accounts that share a pool
# of followers. The two are found independently; where they meet, a class that joined together is still possible, unless the
# profiles differ.

# %%
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd

from warehouse import Warehouse

warehouse = Warehouse.of_environment()
lots = warehouse.query("lots")
lots

# %% [markdown]
# ## Sizes
# Sellers deliver packages: 1,000, 2,500, 5,000 … Sizes of attention have no favourite numbers. Dashed lines are the packages.

# %%
if lots.empty:
    print("No lots in this warehouse.")
else:
    figure, axes = plt.subplots(figsize=(8, 3.5))
    axes.hist(np.log10(lots["followers"]), bins=24, color="#1f5a96")
    for size in (100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000):
        if lots["followers"].min() <= size <= lots["followers"].max() * 1.5:
            axes.axvline(np.log10(size), color="#999999", linewidth=0.8, linestyle="--")
            axes.text(np.log10(size), axes.get_ylim()[1], f" {size:,}", rotation=90, va="top", fontsize=8, color="#666666")
    axes.set(xlabel="followers in the lot (log10)", ylabel="lots", title="Sizes of lots")
    plt.show()

# %% [markdown]
# ## When they were created and when they came
# A lot's age when it arrives tells how a seller works: fresh accounts, or stock that was kept for years.

# %%
if not lots.empty:
    created = pd.to_datetime(lots["created_from"], utc=True)
    age = (lots["arrived_after"] - created).dt.days
    figure, axes = plt.subplots(figsize=(8, 3.5))
    axes.scatter(lots["arrived_after"], age / 365.25, s=np.sqrt(lots["followers"]) * 3, color="#c2410c", alpha=0.6)
    axes.set(xlabel="earliest arrival", ylabel="age on arrival, years", title="Lots: the larger the dot, the more followers")
    figure.autofmt_xdate()
    plt.show()

# %% [markdown]
# ## Vendors
# Pools of followers that several accounts share among followers of equally many accounts. A circle of fans is one, too: the
# findings say whether profiles or lots confirm it.

# %%
warehouse.query("vendors")

# %%
warehouse.sql(
    """
    select v.vendor, v.account, v.followers, v.followers_share, max(f.tier) as tier, any_value(f.evidence) as evidence
    from vendors v left join findings f on f.account = v.account and f.signature = 'shared audience'
    group by v.vendor, v.account, v.followers, v.followers_share
    order by v.vendor, v.followers desc
    """
)

# %% [markdown]
# ## Where the two meet
# Followers of a vendor's pool that are also in a lot of the same account.

# %%
warehouse.sql(
    """
    select followee as account, count(*) as followers,
        sum(case when signatures >= 2 then 1 else 0 end) as confirmed_by_two
    from (select followee, follower, count(distinct signature) as signatures from signature_matches group by followee, follower)
    group by followee
    order by followers desc, account
    """
)
