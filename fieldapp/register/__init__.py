"""Village registers in, tables of records out."""

from fieldapp.register.importing import preview as preview
from fieldapp.register.importing import take as take
from fieldapp.register.values import Options as Options
from fieldapp.register.values import Preview as Preview
from fieldapp.register.values import Report as Report
