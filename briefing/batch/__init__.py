"""Many inputs into many documents: all cores or a cluster, nothing lost, nothing done twice."""

from briefing.batch.batch import build_batch
from briefing.batch.inputs import Input, gather
from briefing.batch.kept import files_named, files_read
from briefing.batch.model import BatchTask, Outcome, Settings, State
from briefing.batch.pools import cores
from briefing.batch.summary import Summary, is_summary
from briefing.batch.work import perform

__all__ = [
    "BatchTask",
    "Input",
    "Outcome",
    "Settings",
    "State",
    "Summary",
    "build_batch",
    "cores",
    "files_named",
    "files_read",
    "gather",
    "is_summary",
    "perform",
]
