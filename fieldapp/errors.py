"""Every error of the app, named by what its catcher will do.

FieldappError
├── OfflineError           no usable connection: keep working, try again at the next occasion
├── BusyError              the centre asks for patience: wait ``retry_after`` seconds
├── SignInNeededError      the centre no longer knows this laptop's token: recording goes on
├── UpdateNeededError      the centre speaks a newer protocol: update the app; delivery is kept waiting
├── ProtocolError          the answer is not the centre's or not whole: nothing is marked, try again
│   └── RejectedError      the centre cannot take this batch as a whole: send less at once
├── WrongPassphraseError   no slot opens with this passphrase; ``wait`` seconds before the next try
├── StoreError             the local file cannot be used as it is
│   ├── ForeignFileError   not a file of this app, or another key: left unharmed
│   ├── NewerFileError     written by a newer version: update the app
│   ├── DamagedFileError   integrity check failed: moved aside, a backup is offered
│   ├── DiskFullError      no room: free some, nothing was lost
│   └── AlreadyOpenError   another window has this data directory
├── UnreadableFileError    an imported or restored file is not what it claims to be; ``code`` says how
└── InvitationError        an enrolment invitation is not whole or not for this version

Each carries a ``code`` (see fieldapp.messages) and never personal data.
"""

from __future__ import annotations


class FieldappError(Exception):
    """An expected failure with a code that has a sentence in every language."""

    code = "error.unknown"

    def __init__(self, code: str | None = None) -> None:
        if code is not None:
            self.code = code
        super().__init__(self.code)


class OfflineError(FieldappError):
    """No usable connection to the centre."""

    code = "sync.offline"


class BusyError(FieldappError):
    """The centre asks for patience.

    ``retry_after`` is in seconds.
    """

    code = "sync.busy"

    def __init__(self, retry_after: float) -> None:
        super().__init__()
        self.retry_after = retry_after


class SignInNeededError(FieldappError):
    """The centre does not accept this laptop's token any more."""

    code = "sync.sign_in_needed"


class UpdateNeededError(FieldappError):
    """The centre speaks a newer protocol than this app."""

    code = "sync.update_needed"


class ProtocolError(FieldappError):
    """The answer is not the centre's, or not whole."""

    code = "sync.answer_unusable"


class RejectedError(ProtocolError):
    """The centre cannot take this batch as a whole."""

    code = "sync.batch_rejected"


class WrongPassphraseError(FieldappError):
    """No slot opens with this passphrase.

    ``wait`` is the number of seconds before the next try is accepted.
    """

    code = "sign_in.wrong_passphrase"

    def __init__(self, wait: float = 0) -> None:
        super().__init__("sign_in.wait" if wait else None)
        self.wait = wait


class StoreError(FieldappError):
    """The local file cannot be used as it is."""

    code = "store.unusable"


class ForeignFileError(StoreError):
    """Not a file of this app, or locked with another key."""

    code = "store.foreign"


class NewerFileError(StoreError):
    """Written by a newer version of this app."""

    code = "store.newer"


class DamagedFileError(StoreError):
    """The integrity check failed."""

    code = "store.damaged"


class DiskFullError(StoreError):
    """There is no room on the disk."""

    code = "store.disk_full"


class AlreadyOpenError(StoreError):
    """Another instance has this data directory open."""

    code = "store.already_open"


class UnreadableFileError(FieldappError):
    """A file handed to the app is not what it claims to be."""

    code = "file.unreadable"


class InvitationError(FieldappError):
    """An enrolment invitation is not whole or not for this version."""

    code = "invitation.unusable"
