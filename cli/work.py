"""What a command does with a model, wherever the model and the audits come from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from barriers.findings import Audit
from barriers.model import Model
from graph import BarrierGraph

Found = TypeVar("Found")

AuditAll = Callable[[Sequence[BarrierGraph], str], tuple[Audit, ...]]
"""The audits of graphs, in their order, with the digest of their whole model."""

Work = Callable[[Model, AuditAll], Found]
