"""Village registers in, tables of records out."""

from fieldapp.register.declared import defaults, village
from fieldapp.register.export import write as export
from fieldapp.register.importing import preview, take
from fieldapp.register.report import write_report
from fieldapp.register.values import Options, Preview, Report, Row, Trouble

__all__ = [
    "Options",
    "Preview",
    "Report",
    "Row",
    "Trouble",
    "defaults",
    "export",
    "preview",
    "take",
    "village",
    "write_report",
]
