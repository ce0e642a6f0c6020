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
# # Count against quality
#
# Reads the published tables of a warehouse and looks at three things: audiences ranked by size and by attention, the follower
# list that stands out most, and what was found about whom. Run `scripts/demo` first, or name another warehouse in
# `ASSAY_WAREHOUSE`.

# %%
import matplotlib.pyplot as plt
import pyarrow.dataset as ds

from warehouse import Warehouse

warehouse = Warehouse.of_environment()
warehouse.tables()

# %% [markdown]
# ## Which exports are in it
# Every line of every input is header, of another kind, accepted, repeated, conflicting, a self tie, or rejected with a reason.

# %%
files = warehouse.table("input_files")
parts = ["header", "other", "accepted", "repeated", "conflicting", "self_ties", "rejected"]
assert (files[parts].sum(axis=1) == files["lines"]).all()
files[["file", "lines", *parts]]

# %% [markdown]
# ## Audiences by size and by attention
# Attention is the sum over followers of 1 / the accounts that each follows, capped, and 0 for followers that match a strong or
# moderate signature (after TunkRank; Tunkelang 2009). On the diagonal both ranks agree; below it, quality ranks an account lower
# than its follower count does.

# %%
rank = warehouse.table("audience_rank").dropna(subset=["rank_by_attention"])
findings = warehouse.table("findings")
named = set(findings[(findings["axis"] == "arrivals") & (findings["tier"] != "weak")]["account"])
has_finding = rank["account"].isin(named)

figure, axes = plt.subplots(figsize=(6.5, 6))
for mask, label, marker in [(~has_finding, "no strong or moderate finding", "o"), (has_finding, "arrivals match a signature", "s")]:
    axes.scatter(rank[mask]["rank_by_followers"], rank[mask]["rank_by_attention"], label=label, marker=marker, alpha=0.8)
last = max(rank["rank_by_followers"].max(), rank["rank_by_attention"].max()) + 1
axes.plot([1, last], [1, last], color="grey", linewidth=0.8, linestyle=":")
axes.set(xlabel="rank by followers (1 = most)", ylabel="rank by attention (1 = most)", xlim=(last, 0), ylim=(last, 0))
axes.set_title("Same accounts, two rankings")
axes.legend(loc="upper left", frameon=False)
plt.show()

# %% [markdown]
# How far each measure orders accounts as the count does: Kendall's tau over all pairs.

# %%
warehouse.query("agreement")

# %% [markdown]
# ## What a rank costs
# Followers to buy for ten ranks, and the ranks that 100,000 bought followers gain by each measure, as a share of what they gain
# by count. It rests on two assumptions: what bought followers follow, and which share of them signatures match.

# %%
cost = warehouse.query("cost_to_game")
cost[cost["recognised_share"] == 0.99]

# %%
pooled = cost[cost["tier"] == "all"]
figure, axes = plt.subplots(figsize=(9, 3.5), layout="constrained")
for recognised, own in pooled.groupby("recognised_share"):
    axes.plot(own["measure"], own["share_of_count_lift"], "o", label=f"{recognised:.0%} matched", alpha=0.8)
axes.axhline(0.1, color="grey", linewidth=0.8)
axes.set(ylabel="of the ranks gained by count")
axes.set_title("What 100,000 pooled followers gain, all tiers together; grey: a tenth")
axes.tick_params(axis="x", rotation=25)
axes.legend(frameon=False, loc="center left", bbox_to_anchor=(1, 0.5))
plt.show()

# %% [markdown]
# ## Who moves farthest

# %%
warehouse.query("movers")

# %% [markdown]
# ## The list that stands out most
# Follow order against creation date. Nobody follows before existing, so the upper edge is a lower bound of the time of following
# (Meeder et al., WWW 2011). A batch of accounts that was made together and delivered together is a narrow box.

# %%
lots = warehouse.table("lots").sort_values(["z", "account"], ascending=False)
if lots.empty:
    print("No lots in this warehouse.")
else:
    account = int(lots.iloc[0]["account"])
    arrivals = warehouse.table("arrivals", columns=["position", "created_at"], filter=ds.field("followee") == account)
    figure, axes = plt.subplots(figsize=(9, 4.5))
    axes.plot(arrivals["position"], arrivals["created_at"], ",", color="#1f5a96")
    for _, lot in lots[lots["account"] == account].iterrows():
        axes.add_patch(
            plt.Rectangle(
                (lot["position_from"], lot["created_from"]),
                lot["position_to"] - lot["position_from"],
                lot["created_to"] - lot["created_from"],
                fill=False,
                edgecolor="#c2410c",
                linewidth=1.2,
            )
        )
    axes.set(xlabel="place in the follower list (oldest = 0)", ylabel="account created")
    axes.set_title(f"Account {account}: {len(arrivals):,} followers, lots outlined")
    plt.show()

# %% [markdown]
# ## What was found
# Three axes, never added up: how the audience arrived, what it is like, and how the account itself follows.

# %%
findings.groupby(["axis", "signature", "tier"]).agg(accounts=("account", "nunique"), median_support=("support", "median"))

# %% [markdown]
# A finding is a sentence with its numbers and a query that regenerates them; it says nothing about who paid.

# %%
for _, finding in findings.sort_values(["axis", "score"], ascending=[True, False]).groupby("signature").head(1).iterrows():
    print(f"{finding['signature']} ({finding['tier']}): {finding['evidence']}\n  {finding['query']}\n")
