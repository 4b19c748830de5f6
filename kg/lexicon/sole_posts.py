"""Posts that one person holds at a time, by their ids: ``ontology/tables/sole_posts.tsv``."""

from __future__ import annotations

from functools import cache

from kg.lexicon.tables import read_table


def sole_scope(post: str) -> str:
    """Of what a post has one holder (``state``, ``world``, ``field``, ``abroad``); empty where it has more.

    >>> sole_scope("post-pm"), sole_scope("post-ambassador"), sole_scope("post-dpm")
    ('state', 'abroad', '')
    """
    return _scopes().get(post, "")


def of_one_office(post: str) -> str:
    """The post that stands for all titles of an office; the post itself where it has one title.

    >>> of_one_office("post-chancellor"), of_one_office("post-ambassador")
    ('post-pm', 'post-ambassador')
    """
    return _titles().get(post, post)


@cache
def _scopes() -> dict[str, str]:
    return {row["post"]: row["of"] for row in read_table("sole_posts")}


@cache
def _titles() -> dict[str, str]:
    return {row["post"]: row["same_as"] for row in read_table("sole_posts") if row["same_as"]}
