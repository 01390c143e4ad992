"""A connection to a Dask scheduler: whether there can be one, and one as soon as there is."""

from __future__ import annotations

import logging
import queue
import re
import threading
import time
import warnings
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from newsclaims.cluster.files import INSTALL
from newsclaims.errors import NewsclaimsError

if TYPE_CHECKING:
    from distributed import Client

TRY = 10  # seconds for one try
PAUSE = 0.5  # seconds between two
LONGEST = 300  # characters of an error
ADDRESS = re.compile(r"[a-z]{2,9}://(?:\[[\w:.%]+\]|[^\s/:\[\]]+)(?::\d{1,5})?(?:/\S*)?")
TALKERS = ("distributed", "tornado", "asyncio", "bokeh")
HINT = "Check the address and that it runs; its port is 8786 unless another was given, and 8787 is that of its page"


def checked(address: str) -> None:
    """See whether there can be a connection to an address, before one is tried.

    Raises:
        NewsclaimsError: Dask is not installed; it is no address, or one of a protocol that Dask does not know, or that needs
            certificates, of which Dask's configuration knows nothing.
    """
    try:
        from distributed.comm.registry import get_backend
        from distributed.security import Security
    except ImportError as error:
        raise NewsclaimsError("a cluster is spoken to by Dask, which is not installed", INSTALL) from error
    if not ADDRESS.fullmatch(address):
        raise NewsclaimsError(f"{address} is no address of a scheduler", "Write it as tcp://HOST:8786")
    protocol = address.partition("://")[0]
    try:
        get_backend(protocol)
        certificates = Security().get_connection_args("client").get("ssl_context")
    except (ValueError, TypeError, RuntimeError, ImportError, OSError) as error:
        reason = str(error).partition("\n")[0][:LONGEST]
        raise NewsclaimsError(f"cannot connect to {address}: {reason}", "Write it as tcp://HOST:8786 or tls://…") from error
    if protocol in ("tls", "wss") and certificates is None:
        what = f"cannot connect to {address}: Dask's configuration names no certificates"
        raise NewsclaimsError(what, "Set DASK_DISTRIBUTED__COMM__TLS__CA_FILE and so on: docs/cluster.md says where")


def connected(address: str, patience: float, late: Callable[[], None] = lambda: None) -> Client:
    """Connect, as soon as that can be done.

    Args:
        address: the scheduler's.
        patience: seconds to try for.
        late: is called once if nobody answers at first.

    Raises:
        NewsclaimsError: nobody has answered.
    """
    _hush()
    until = time.monotonic() + patience
    tries = 0
    while True:
        try:
            return _new(address)
        except (OSError, TimeoutError) as error:
            if time.monotonic() >= until:
                raise NewsclaimsError(f"no scheduler answers at {address}, for {patience:.0f} s", HINT) from error
        tries += 1
        if tries == 1:
            late()
        time.sleep(PAUSE)


def _new(address: str) -> Client:
    """Connect within some seconds: something else may listen there, which Dask may wait for without end."""
    from distributed import Client

    made: queue.SimpleQueue[Any] = queue.SimpleQueue()

    def make() -> None:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of versions that differ; those that matter are compared elsewhere
                made.put(Client(address, timeout=TRY, set_as_default=False, name="claims"))
        except Exception as error:
            made.put(error)

    threading.Thread(target=make, daemon=True).start()
    try:
        found = made.get(timeout=1.5 * TRY)
    except queue.Empty as error:
        raise TimeoutError from error
    if isinstance(found, Exception):
        raise found
    return found


def _hush() -> None:
    """Let the libraries keep their remarks to themselves: what matters is told of here."""
    for name in (*TALKERS, *logging.root.manager.loggerDict):
        if name.partition(".")[0] in TALKERS:
            logging.getLogger(name).setLevel(logging.CRITICAL)
