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
# # The fingerprint of one account, and how to read it
#
# Follow order against creation date, after the plot with which the New York Times showed purchases in 2018. Name an account in
# `ASSAY_ACCOUNT`; without, it is the one with the largest lot or, where there is none, with the most followers whose creation
# dates are known.

# %%
import os

import matplotlib.pyplot as plt

from warehouse import Warehouse

warehouse = Warehouse.of_environment()
chosen = os.environ.get("ASSAY_ACCOUNT")
if chosen is None:
    candidates = warehouse.sql(
        """
        select account, max(weight) as weight from (
            select account, 1e9 + followers as weight from lots
            union all
            select followee as account, count(*) as weight from arrivals group by followee)
        group by account order by weight desc, account limit 1
        """
    )
    chosen = None if candidates.empty else candidates["account"][0]
account = None if chosen is None else int(chosen)
print("no list in this warehouse is in order of follows with creation dates" if account is None else f"account {account}")

# %% [markdown]
# ## How to read it
# - Each dot is a follower. Nobody follows before existing, so the **upper edge** bounds the time of following from below (Meeder
#   et al., WWW 2011): reading along it tells how fast the list grew.
# - An organic audience fills the area below the edge unevenly: horizontal bands are waves of sign-ups of the whole platform and
#   show in every list.
# - A **box with sharp edges** is a run of followers that were created together and came together: a lot. A thin band along the
#   list is a slow delivery.
# - A steep piece of the edge is a time of fast growth. By itself it says nothing: attention looks like that.

# %%
if account is not None:
    arrivals = warehouse.sql(
        "select position, created_at, arrived_after from arrivals where followee = $account order by position", account=account
    )
    lots = warehouse.sql("select * from lots where account = $account order by lot", account=account)
    figure, axes = plt.subplots(figsize=(9, 5))
    axes.plot(arrivals["position"], arrivals["created_at"], ".", markersize=1.5, color="#1f5a96", alpha=0.5)
    axes.plot(arrivals["position"], arrivals["arrived_after"], "-", linewidth=0.8, color="#555555", label="earliest arrival")
    for _, lot in lots.iterrows():
        axes.add_patch(
            plt.Rectangle(
                (lot["position_from"], lot["created_from"]),
                lot["position_to"] - lot["position_from"],
                lot["created_to"] - lot["created_from"],
                fill=False,
                edgecolor="#c2410c",
                linewidth=1.4,
            )
        )
    axes.set(xlabel="place in the follower list (oldest = 0)", ylabel="account created")
    axes.set_title(f"Account {account}: {len(arrivals):,} followers with known creation, lots outlined: {len(lots)}")
    axes.legend(loc="lower right", frameon=False)
    plt.show()

# %% [markdown]
# ## What the population lets expect
# A cell of the fingerprint is compared with what other lists gained at the same time, not with this list itself: a list that is
# mostly one lot would otherwise take it for normal.

# %%
warehouse.sql(
    """
    select position_from, position_to, created_from, created_to, followers, expected, z
    from fingerprint where account = $account order by z desc, position_from limit 10
    """,
    account=account or 0,
)

# %% [markdown]
# ## Which days they were created on
# A batch that was made together shows as a few full days, whatever the order.

# %%
if account is not None:
    days = arrivals["created_at"].dt.date.value_counts().head(10).rename("followers").rename_axis("created on")
    print(days.to_string())

# %% [markdown]
# ## What is said about it
# Bounds, evidence and its query; nothing of it says who paid.

# %%
warehouse.sql(
    "select signature, tier, share_low, share_high, evidence from findings where account = $account order by signature",
    account=account or 0,
)
