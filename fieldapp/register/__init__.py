"""Village registers in, tables of records out."""

from fieldapp.register.export import write as export
from fieldapp.register.importing import preview, take
from fieldapp.register.report import write_report
from fieldapp.register.values import Options, Preview, Report, Row, Trouble

__all__ = ["Options", "Preview", "Report", "Row", "Trouble", "export", "preview", "take", "write_report"]
