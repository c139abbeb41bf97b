"""The names that a template knows while it runs."""

from __future__ import annotations

from typing import Any

from jinja2.runtime import Context, new_context


class TemplateScope(Context):
    """Names of a rendering; those of a scoped block are cheap to make, for there are many."""

    def derived(self, locals: dict[str, Any] | None = None) -> Context:
        """Return the names inside a scoped block: all of these, and those of the loops around."""
        made = new_context(self.environment, self.name, {}, self.get_all(), True, None, locals)
        made.eval_ctx = self.eval_ctx
        # Only a template that extends adds blocks, which none does inside of one.
        made.blocks = self.blocks
        return made
