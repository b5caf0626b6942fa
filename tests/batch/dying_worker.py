"""Loaded into the workers of a cluster: the plan of the project `dies` costs its worker."""

import os

from docgen.batch import cluster
from docgen.batch.outcome import build_one


def dying(folder, how):
    """Builds a plan, or ends the process."""
    if folder.parents[1].name == "dies":
        os._exit(9)
    return build_one(folder, how)


cluster.build_one = dying
