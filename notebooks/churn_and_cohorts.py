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
# # Churn and cohorts
#
# Who followed and who left, between which snapshots, and how long follows last. It takes two snapshots at least. An absent row is
# no unfollow: only lists that are whole on both sides are compared, and changes are intervals, not instants.

# %%
import matplotlib.pyplot as plt

from warehouse import Warehouse

warehouse = Warehouse.of_environment()
periods = warehouse.query("churn")
periods

# %% [markdown]
# ## Churn by account and period
# Each line is a list of followers. Days on which all lines rise together are the platform's, not the accounts'.

# %%
churn = warehouse.sql(
    """
    select account, snapshot_after, listed_before, gained, lost, churn_rate
    from churn where direction = 'followers' and churn_rate is not null order by account, snapshot_after
    """
)
if churn.empty:
    print("This warehouse holds no two snapshots that can be compared.")
else:
    figure, axes = plt.subplots(figsize=(9, 4))
    for _, rows in churn.groupby("account"):
        axes.plot(rows["snapshot_after"], rows["churn_rate"], "-o", color="#1f5a96", alpha=0.25, markersize=2)
    median = churn.groupby("snapshot_after")["churn_rate"].median()
    axes.plot(median.index, median, "-", color="#c2410c", linewidth=2, label="median")
    axes.set(xlabel="snapshot", ylabel="share of followers lost", title="Churn of each follower list")
    axes.legend(frameon=False)
    figure.autofmt_xdate()
    plt.show()

# %% [markdown]
# ## Kinds of change
# The ledger tells an unfollow from an account that vanished, a purge, a reset, or a return, and says *unknown* where the export
# does not allow to tell.

# %%
warehouse.sql("select change, source, count(*) as ties from follow_changes group by change, source order by change, source")

# %% [markdown]
# ## How long new follows last
# Of the ties that appeared between two snapshots, the share that is still there at each later one (a life table; what happened
# between two snapshots is known only as an interval).

# %%
cohorts = warehouse.sql(
    """
    with came as (
        select followee, follower, min(latest) as came_by from follow_changes
        where change in ('follow', 'return') and source = 'inferred' group by followee, follower),
    gone as (
        select followee, follower, max(latest) as gone_by from follow_changes
        where change not in ('follow', 'return') group by followee, follower),
    snapshots as (select distinct snapshot_after as snapshot from follow_changes where snapshot_after is not null)
    select came_by, snapshot, count(*) as came,
        sum(case when gone_by is null or gone_by > snapshot or gone_by < came_by then 1 else 0 end) as kept
    from came left join gone using (followee, follower) join snapshots on snapshot >= came_by
    group by came_by, snapshot order by came_by, snapshot
    """
)
cohorts["kept_share"] = cohorts["kept"] / cohorts["came"]
cohorts.pivot(index="came_by", columns="snapshot", values="kept_share").round(3)

# %% [markdown]
# The same from the published life tables, all lists together. The account card draws them list by list.

# %%
warehouse.query("retention")

# %% [markdown]
# ## Who follows many and drops most of them
# Accounts that followed thousands and unfollowed nearly all, with what they kept.

# %%
warehouse.sql("select * from mass_followers order by followees_peak desc, account")

# %% [markdown]
# ## Did matched followers leave more often?
# Of the ties that match a purchased-follower signature and of the others in the same lists, the share that is gone by the newest
# snapshot. A difference supports the signature; no difference is no proof against it.

# %%
warehouse.sql(
    """
    with lost as (
        select distinct followee, follower from follow_changes where change not in ('follow', 'return')),
    matched as (select distinct followee, follower from signature_matches),
    ties as (
        select followee, follower from follows where followee in (select followee from matched)
        group by followee, follower)
    select (m.follower is not null) as matches_a_signature, count(*) as ties,
        sum(case when l.follower is not null then 1 else 0 end) as gone
    from ties left join matched m using (followee, follower) left join lost l using (followee, follower)
    group by 1 order by 1
    """
)
