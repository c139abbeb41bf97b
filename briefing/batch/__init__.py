"""Many inputs into many documents: all cores or a cluster, nothing lost, nothing done twice."""

from briefing.batch.batch import build_batch
from briefing.batch.inputs import Input, gather
from briefing.batch.kept import files_named, files_read
from briefing.batch.model import Outcome, Settings, State, Task
from briefing.batch.pools import cores
from briefing.batch.summary import Summary, is_summary
from briefing.batch.work import perform

__all__ = [
    "Input",
    "Outcome",
    "Settings",
    "State",
    "Summary",
    "Task",
    "build_batch",
    "cores",
    "files_named",
    "files_read",
    "gather",
    "is_summary",
    "perform",
]
