"""Connecting to a Dask cluster that somebody else started."""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import Any, TypeAlias
from warnings import catch_warnings, simplefilter

from qualkit.domain.text import printable
from qualkit.errors import ClusterError
from qualkit.translation import _

Client: TypeAlias = Any
"""Dask's own connection; it has no types."""

_ADDRESS = re.compile(r"(tcp|tls|wss?)://\S+")


def check_address(scheduler: str) -> None:
    """See that there can be a cluster at an address.

    Raises:
        ClusterError: Dask is not installed, or that is no address.
    """
    if find_spec("distributed") is None:
        raise ClusterError(
            _("Dask is not installed."), _("Install it: pip install 'qualkit[dask]'")
        )
    if not _ADDRESS.fullmatch(scheduler):
        raise ClusterError(
            _("'{address}' is no address of a Dask scheduler.").format(
                address=printable(scheduler)
            ),
            _("It looks like this: tcp://10.0.0.5:8786"),
        )


def killed_worker() -> type[BaseException]:
    """Give how Dask says that a worker ended while it read."""
    from distributed import KilledWorker  # noqa: PLC0415 (slow, and of the extra "dask")

    killed: type[BaseException] = KilledWorker
    return killed


def broken(scheduler: str) -> ClusterError:
    """Tell that the scheduler is not there any more."""
    return ClusterError(
        _("The connection to the cluster at {address} broke.").format(address=scheduler),
        _("What was read is kept: run the same command again to go on."),
    )


@contextmanager
def connected(scheduler: str, answers_in: float) -> Iterator[Client]:
    """Connect to a cluster; `answers_in` is in how many seconds it must answer, again too.

    Raises:
        ClusterError: it does not, or not any more.
    """
    import dask  # noqa: PLC0415 (slow, and of the extra "dask")
    from distributed import Client as connect_untyped  # noqa: PLC0415
    from distributed.client import ClosedClientError  # noqa: PLC0415
    from distributed.versions import VersionMismatchWarning  # noqa: PLC0415

    connect: Any = connect_untyped
    # What goes wrong is told in our own sentences.
    for name in ("distributed", "distributed.client"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    with catch_warnings():
        simplefilter("ignore", VersionMismatchWarning)
        try:
            client = connect(scheduler, timeout=answers_in, set_as_default=False)
        except OSError as problem:
            raise ClusterError(
                _("No Dask scheduler answers at {address}.").format(address=scheduler),
                _("Start one with 'dask scheduler', and give the address that it prints."),
            ) from problem
    # A long conversation is no mistake.
    with dask.config.set({"distributed.admin.large-graph-warning-threshold": "1GB"}), client:
        try:
            yield client
        except ClosedClientError as problem:
            raise broken(scheduler) from problem
